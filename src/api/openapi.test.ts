import { expect, test } from 'vitest'
import * as z from 'zod'
import { testApp } from '#test/support/app.ts'
import { createWorld } from '#test/support/world.ts'
import { onlyBallotRoutes } from './only-ballot.ts'
import { documentOf } from './openapi.ts'
import { paths } from './paths.ts'
import { apiRoutes, endpoints } from './routes.ts'

const reference = z.strictObject({ $ref: z.string().startsWith('#/components/') })

/** JSON Schema 2020-12, as far as it is used here. Unknown keywords are refused: they would be ignored by readers. */
const schema: z.ZodType = z.lazy(() =>
	z.union([
		reference,
		z.strictObject({
			$ref: z.string().startsWith('#/components/').optional(),
			description: z.string().optional(),
			type: z
				.union([
					z.enum(['string', 'integer', 'number', 'boolean', 'null', 'object', 'array']),
					z.array(z.enum(['string', 'integer', 'number', 'boolean', 'null'])),
				])
				.optional(),
			format: z.string().optional(),
			contentMediaType: z
				.string()
				.regex(/^application\/[\w.-]+$/)
				.optional(),
			pattern: z
				.string()
				.refine((pattern) => new RegExp(pattern, 'u').source !== '')
				.optional(),
			enum: z.array(z.string()).min(1).optional(),
			const: z.string().optional(),
			default: z.unknown().optional(),
			minimum: z.number().optional(),
			maximum: z.number().optional(),
			minLength: z.int().optional(),
			maxLength: z.int().optional(),
			minItems: z.int().optional(),
			maxItems: z.int().optional(),
			items: schema.optional(),
			properties: z.record(z.string(), schema).optional(),
			required: z.array(z.string()).optional(),
			additionalProperties: z.union([z.boolean(), schema]).optional(),
			anyOf: z.array(schema).min(1).optional(),
			oneOf: z.array(schema).min(1).optional(),
		}),
	]),
)

const content = z.record(z.string().regex(/^\w+\/[\w+.-]+$/), z.strictObject({ schema }))
const response = z.strictObject({
	description: z.string().min(1),
	headers: z.record(z.string(), z.strictObject({ description: z.string(), schema })).optional(),
	content,
})
const parameter = z.strictObject({
	name: z.string(),
	in: z.enum(['path', 'query', 'header']),
	required: z.boolean(),
	description: z.string().optional(),
	schema,
})
const operation = z.strictObject({
	operationId: z.string().regex(/^(get|post)[A-Z]\w+$/),
	tags: z.array(z.string()).length(1),
	summary: z.string().min(1),
	description: z.string().optional(),
	security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
	parameters: z.array(parameter),
	requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
	responses: z.record(z.string().regex(/^(200|201|303|default)$/), z.union([reference, response])),
})

/** OpenAPI 3.1.0, the parts that are used here. */
const openapi = z.strictObject({
	openapi: z.literal('3.1.0'),
	info: z.strictObject({
		title: z.string(),
		version: z.string(),
		description: z.string(),
		license: z.strictObject({ name: z.string(), identifier: z.string() }),
	}),
	servers: z.array(z.strictObject({ url: z.string() })),
	security: z.array(z.record(z.string(), z.array(z.string()))),
	tags: z.array(z.strictObject({ name: z.string() })),
	paths: z.record(
		z.string().startsWith('/'),
		z.strictObject({ get: operation.optional(), post: operation.optional() }),
	),
	components: z.strictObject({
		schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
		responses: z.record(z.string(), response),
		securitySchemes: z.record(
			z.string(),
			z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), description: z.string() }),
		),
	}),
})

async function served() {
	await using world = await createWorld()
	const response = await testApp(world).fetch(new Request(`https://samsvar.test${paths.document}`))
	expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
	return openapi.parse(await response.json())
}

test('the document is valid OpenAPI 3.1, and every reference in it leads somewhere', async () => {
	const document = await served()
	const references = new Set(
		[...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((found) => found[1] ?? ''),
	)
	expect(references.size).toBeGreaterThan(10)
	for (const path of references) {
		const target = path.split('/').reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), document)
		expect(target, path).toBeTypeOf('object')
	}
	const operations = Object.values(document.paths).flatMap(({ get, post }) =>
		[get, post].filter((each) => each !== undefined),
	)
	const ids = operations.map(({ operationId }) => operationId)
	expect(new Set(ids).size).toBe(ids.length)
	expect(new Set(operations.flatMap(({ tags }) => tags))).toEqual(new Set(document.tags.map(({ name }) => name)))
})

test('every address that is declared is in the document, with its parameters, and no other', async () => {
	const document = await served()
	const written = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
	)
	const declared = apiRoutes
		// Addresses that only lead to where a thing is now are told nobody any more.
		.filter((route) => route.method !== 'ALL' && !onlyBallotRoutes.includes(route))
		.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
	expect(written.sort()).toEqual(declared.sort())
	expect(declared).toHaveLength(endpoints.length)
	for (const [path, { get, post }] of Object.entries(document.paths)) {
		const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
		for (const each of [get, post]) {
			if (!each) continue
			const inPath = each.parameters.filter((given) => given.in === 'path')
			expect(inPath.map(({ name }) => name)).toEqual(names)
		}
		if (post)
			expect(post.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', required: true }))
		if (post) expect(Object.keys(post.responses)).toEqual(['200', '201', 'default'])
	}
})

test('what the document says of a body is what is checked', async () => {
	const document = await served()
	const at = (path: string, method: 'get' | 'post') => document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]
	const vote = at(paths.votes, 'post')?.requestBody?.content['application/json']?.schema
	expect(vote).toMatchObject({
		additionalProperties: false,
		required: ['associationId', 'choice', 'textHash'],
		properties: { choice: { enum: ['yes', 'no', 'abstain'] }, signs: { type: 'boolean', default: false } },
	})
	expect(Object.keys(at(paths.text, 'post')?.requestBody?.content ?? {})).toEqual([
		'application/json',
		'text/markdown',
		'text/plain',
	])
	expect(at(paths.ballotClosing, 'post')?.requestBody?.required).toBe(false)
	expect(at(paths.document, 'get')?.security).toEqual([])
	expect(at(paths.statements, 'get')?.parameters.map(({ name }) => name)).toEqual([
		'limit',
		'before',
		'stage',
		'coalition',
	])
})

test('the document is the same however often it is made', () => {
	expect(documentOf(endpoints)).toEqual(documentOf(endpoints))
})
