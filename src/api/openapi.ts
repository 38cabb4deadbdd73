import { Hono } from 'hono'
import { describeRoute, generateSpecs, resolver } from 'hono-openapi'
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

/** What the API is, as OpenAPI 3.1, made from the schemas that requests are checked by. */
export function documentOf(endpoints: readonly Endpoint[]): Promise<object> {
	// hono-openapi reads the routes of a Hono application. This one is only read, never asked.
	const app = new Hono()
	for (const endpoint of endpoints) {
		app.on(endpoint.method, endpoint.path, describeRoute(descriptionOf(endpoint)))
	}
	return generateSpecs(app, {
		excludeStaticFile: false,
		documentation: {
			info: {
				title: 'Samsvar',
				version: '1',
				description: 'Everything that can be done in Samsvar, under the same rules as on its pages.',
				license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
			},
			servers: [{ url: '/' }],
			security: [{ token: [] }],
			tags: [...new Set(endpoints.map(({ about }) => about.tag))].map((name) => ({ name })),
			components: {
				securitySchemes: {
					token: { type: 'http', scheme: 'bearer', description: 'A personal access token, for one coalition.' },
				},
				responses: {
					Problem: {
						description: 'Refused, and why',
						content: { 'application/problem+json': { schema: resolver(problem) } },
					},
				},
			},
		},
	})
}

/** `getStatement`, `postVotes`: the method and what the path is called. */
function operationIdOf({ method, path }: Endpoint): string {
	const name = Object.entries(paths).find(([, known]) => known === path)?.[0] ?? path
	return method.toLowerCase() + name.charAt(0).toUpperCase() + name.slice(1)
}

function descriptionOf(endpoint: Endpoint): Parameters<typeof describeRoute>[0] {
	const { method, about } = endpoint
	const { tag, summary, scope, search, input, texts, output } = about
	const content = { 'application/json': { schema: resolver(output) } }
	const text = Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string' as const } }]))
	const done = { description: 'Done', content }
	return {
		operationId: operationIdOf(endpoint),
		tags: [tag],
		summary,
		...(scope === null ? { security: [] } : { description: `Needs the scope \`${scope}\`.` }),
		parameters: [...(method === 'POST' ? [key] : []), ...(search === null ? [] : searchParameters(search))],
		...(input === null
			? {}
			: {
					requestBody: {
						required: !input.safeParse({}).success,
						content: { 'application/json': { schema: resolver(input) }, ...text },
					},
				}),
		responses: {
			...(method === 'POST'
				? { 201: done, 200: { description: 'Done before, under the same key', headers: replayed, content } }
				: { 200: { description: 'Found', content } }),
			default: { $ref: '#/components/responses/Problem' },
		},
	}
}

function searchParameters(search: z.ZodObject) {
	return Object.entries(search.shape).map(([name, schema]) => {
		const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' })
		return { name, in: 'query', required: false, schema: described as object }
	})
}
