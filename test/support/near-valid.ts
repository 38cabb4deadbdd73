import fc from 'fast-check'
import * as z from 'zod'

const near = z.looseObject({
	$ref: z.string().optional(),
	type: z.union([z.string(), z.array(z.string())]).optional(),
	format: z.string().optional(),
	enum: z.array(z.unknown()).optional(),
	const: z.unknown().optional(),
	items: z.unknown().optional(),
	properties: z.record(z.string(), z.unknown()).optional(),
	anyOf: z.array(z.unknown()).optional(),
	oneOf: z.array(z.unknown()).optional(),
	$defs: z.record(z.string(), z.unknown()).optional(),
})

/** Texts that break what is not ready for them. */
export const HOSTILE_TEXTS: readonly string[] = [
	'',
	' \t\n',
	'\u0000',
	'\ud800 half',
	'\ufeff\u202e\u00ad',
	"'; DROP TABLE act; --",
	'<script>alert(1)</script>',
	'__proto__',
	'%00%ff',
	'../../etc',
	'9'.repeat(400),
	'å\u0301'.repeat(2_000),
	'x'.repeat(30_000),
	'> '.repeat(5_000),
	'| a '.repeat(2_000),
]

const INSTANTS = ['2022-10-20T10:00:00Z', '9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+14:00', '2022-10-20']
const DATES = ['2022-10-01', '9999-12-31', '0000-01-01', '2022-02-30']

/** Values that a schema takes or nearly takes, with `known` where a text could be an id. */
export function nearValid(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
	const root = z.toJSONSchema(schema, { io: 'input' })
	const definitions = near.parse(root).$defs ?? {}
	const text = fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom(...known) },
		{ weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	)
	const of = (part: unknown): fc.Arbitrary<unknown> =>
		fc.oneof(
			{ weight: 12, arbitrary: fitting(part) },
			{ weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
			{ weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
		)
	const fitting = (part: unknown): fc.Arbitrary<unknown> => {
		const { $ref, type, format, enum: values, const: only, items, properties, anyOf, oneOf } = near.parse(part)
		if ($ref !== undefined) return of(definitions[$ref.split('/').at(-1) ?? ''] ?? {})
		if (values) return fc.constantFrom(...values)
		if (only !== undefined) return fc.constant(only)
		const choices = anyOf ?? oneOf ?? (Array.isArray(type) ? type.map((each) => ({ type: each })) : null)
		if (choices) return fc.oneof(...choices.map(of))
		switch (type) {
			case 'string':
				if (format === 'date-time') return fc.constantFrom(...INSTANTS)
				return format === 'date' ? fc.constantFrom(...DATES) : text
			case 'integer':
			case 'number':
				return fc.constantFrom(0, 1, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e300, 0.5)
			case 'boolean':
				return fc.boolean()
			case 'null':
				return fc.constant(null)
			case 'array':
				return fc.array(of(items), { maxLength: 3 })
			default: {
				const named = Object.entries(properties ?? {}).map(([name, inner]) => [name, of(inner)] as const)
				const whole = fc.record(Object.fromEntries(named))
				return fc.oneof(
					{ weight: 5, arbitrary: whole },
					{ weight: 1, arbitrary: fc.record(Object.fromEntries(named), { requiredKeys: [] }) },
				)
			}
		}
	}
	return of(root)
}
