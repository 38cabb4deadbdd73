import * as z from 'zod'
import { REFUSAL_STATUSES } from '#http/refusal-status.ts'
import type { Endpoint } from './endpoint.ts'
import { paths } from './paths.ts'
import { DOOR_STATUSES } from './problem.ts'

const codes = [...Object.keys(REFUSAL_STATUSES), ...Object.keys(DOOR_STATUSES)]

const problem = z
	.looseObject({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		code: z.enum(codes),
		detail: z.string().meta({ description: 'What to do, in Swedish or English as Accept-Language asks.' }),
		field: z.string().optional(),
		errors: z.array(z.object({ pointer: z.string(), code: z.enum(codes), detail: z.string() })).optional(),
	})
	.meta({ id: 'Problem', description: 'RFC 9457, with every fact of the refusal beside its code.' })

const key = {
	name: 'Idempotency-Key',
	in: 'header',
	required: true,
	description:
		'A new one for each act; the same again when a request is repeated. Another body under it is refused (422).',
	schema: { type: 'string', pattern: '^("[!-~]{1,100}"|[!-~]{1,100})$' },
} as const

const replayed = {
	'Idempotent-Replay': { description: '`true`', schema: { type: 'string', const: 'true' } },
} as const

const named = {
	'Content-Disposition': { description: 'With the name of the file', schema: { type: 'string' } },
} as const

const whereItIs = {
	Location: { description: 'Where it is, for everybody', schema: { type: 'string', format: 'uri' } },
} as const

/** Bytes, as OpenAPI 3.1 has them: no schema of JSON can say more of them than what they are. */
const bytesOf = (type: string) => ({ [type]: { schema: { contentMediaType: type } } })

/** What the API is, as OpenAPI 3.1, made from the schemas that requests are checked by. */
export function documentOf(endpoints: readonly Endpoint[]): object {
	const schemas: Schemas = {}
	const problemContent = { 'application/problem+json': { schema: schemaOf(problem, 'output', schemas) } }
	const described: Record<string, Record<string, object>> = {}
	for (const endpoint of endpoints) {
		const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
		described[path] = { ...described[path], [endpoint.method.toLowerCase()]: descriptionOf(endpoint, schemas) }
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Samsvar',
			version: '1',
			description: 'Everything that can be done in Samsvar, under the same rules as on its pages.',
			license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
		},
		servers: [{ url: '/' }],
		security: [{ token: [] }],
		tags: [...new Set(endpoints.map(({ about }) => about.tag))].map((name) => ({ name })),
		paths: described,
		components: {
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer', description: 'A personal access token, for one coalition.' },
			},
			responses: { Problem: { description: 'Refused, and why', content: problemContent } },
			schemas,
		},
	}
}

/** By the `id` in a schema's `meta`. */
type Schemas = Record<string, object>

/** A schema as JSON Schema; those in it that have an id of their own are put among `schemas` and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Schemas): object {
	const text = JSON.stringify(z.toJSONSchema(schema, { io })).replaceAll('"#/$defs/', '"#/components/schemas/')
	const { $schema: _dialect, $defs, ...found } = JSON.parse(text)
	for (const [name, { id: _id, ...named }] of Object.entries<Record<string, unknown>>($defs ?? {}))
		schemas[name] = named
	return found
}

/** `getStatement`, `postVotes`: the method and what the path is called. */
function operationIdOf({ method, path }: Endpoint): string {
	const name = Object.entries(paths).find(([, known]) => known === path)?.[0] ?? path
	return method.toLowerCase() + name.charAt(0).toUpperCase() + name.slice(1)
}

function descriptionOf(endpoint: Endpoint, schemas: Schemas): object {
	const { method, path, about } = endpoint
	const { tag, summary, scope, search, input, texts, output, file } = about
	const content = file ? bytesOf(file.type) : { 'application/json': { schema: schemaOf(output, 'output', schemas) } }
	const text = Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string' } }]))
	const done = { description: 'Done', content }
	const bodies = (schema: z.ZodType) => ({
		'application/json': { schema: schemaOf(schema, 'input', schemas) },
		...text,
	})
	return {
		operationId: operationIdOf(endpoint),
		tags: [tag],
		summary,
		...(scope === null ? { security: [] } : { description: `Needs the scope \`${scope}\`.` }),
		parameters: [
			...(method === 'POST' ? [key] : []),
			...(search === null ? [] : searchParameters(search, schemas)),
			...pathParameters(path),
		],
		...(input === null ? {} : { requestBody: { required: !input.safeParse({}).success, content: bodies(input) } }),
		responses: {
			...(method === 'POST'
				? { 201: done, 200: { description: 'Done before, under the same key', headers: replayed, content } }
				: { 200: { description: 'Found', ...(file && { headers: named }), content } }),
			...(file?.elsewhere !== undefined && { 303: { description: file.elsewhere, headers: whereItIs, content: {} } }),
			default: { $ref: '#/components/responses/Problem' },
		},
	}
}

const pathParameters = (path: string) =>
	[...path.matchAll(/:(\w+)/g)].map(([, name]) => {
		return { name, in: 'path', required: true, schema: { type: 'string' } }
	})

const searchParameters = (search: z.ZodObject, schemas: Schemas) =>
	Object.entries(search.shape).map(([name, schema]) => {
		return { name, in: 'query', required: false, schema: schemaOf(schema as z.ZodType, 'input', schemas) }
	})
