import * as z from 'zod'
import { ADDENDUM_ANSWERS, ADDENDUM_KINDS, type Stretch } from '#domain/publication/addendum.ts'
import {
	ADDENDUM_FORMAT,
	type AddendumRecord,
	mapAddendum,
	type SealedAddendum,
} from '#domain/publication/addendum-record.ts'
import type { Revealed } from '#domain/publication/sealed.ts'
import { exactly } from './exactly.ts'
import { revealedSchema } from './sealed.ts'
import { blockSchema, languageSchema } from './statement.ts'

export const stretchSchema = exactly<Stretch>()(z.strictObject({ first: z.int(), last: z.int() }))

const leaf = z.string()

/** What was hashed. It never changes: what was published under this format is read by it for ever. */
export const sealedAddendumSchema = exactly<SealedAddendum>()(
	z.strictObject({
		format: z.literal(ADDENDUM_FORMAT),
		kind: z.enum(ADDENDUM_KINDS),
		ordinal: z.int(),
		coalition: z.string(),
		statement: z.strictObject({
			label: z.string(),
			year: z.int(),
			number: z.int(),
			textHash: z.string(),
			recordHash: z.string(),
		}),
		language: languageSchema,
		reason: leaf,
		stretch: stretchSchema.nullable(),
		blocks: z.array(leaf),
		openedAt: z.string(),
		closesAt: z.string(),
		urgent: leaf.nullable(),
		publishedAt: z.string(),
		publishedOn: z.string(),
		needed: z.int().nullable(),
		associations: z.array(
			z.strictObject({
				name: z.string(),
				area: z.string(),
				answer: z.enum([...ADDENDUM_ANSWERS, 'silent', 'left']),
				counted: z.boolean(),
				reason: leaf,
			}),
		),
	}),
)

/** An addendum as it reads, from its stored bytes and those of what its leaves stand for. */
export function readAddendum(bytes: string, revealed: string): AddendumRecord {
	const parts: Revealed = revealedSchema.parse(JSON.parse(revealed))
	return mapAddendum(
		sealedAddendumSchema.parse(JSON.parse(bytes)),
		(each) => String(parts[each]?.value ?? ''),
		(each) => blockSchema.parse(parts[each]?.value),
	)
}
