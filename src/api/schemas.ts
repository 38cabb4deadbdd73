import * as z from 'zod'
import { CHOICES } from '#domain/deciding/ballot.ts'
import type { Bylaws, Preset } from '#domain/deciding/bylaws.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import type { Block } from '#domain/statement/block.ts'

/** An id as it is given out. */
export const idText = z.string()

/** An id as it is taken. Whether there is such a thing shows when it is looked for. */
export const idOf = <Id extends string>() =>
	z
		.string()
		.min(1)
		.max(100)
		.transform((text) => text as Id)

/** An instant as it is given out: ISO 8601 in UTC. */
export const instantText = z.iso.datetime().meta({ id: 'Instant', description: 'ISO 8601 in UTC.' })

/** An instant as it is taken: ISO 8601 with `Z` or an offset. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

/** A calendar date in Sweden. */
export const date = z.iso.date()

/** SHA-256 in lower-case hex. */
export const hash = z
	.string()
	.regex(/^[0-9a-f]{64}$/)
	.meta({ id: 'Hash', description: 'SHA-256 in lower-case hex.' })

export const language = z.enum(['sv', 'en'])
export const kind = z.enum(['response', 'letter'])
export const track = z.enum(['full', 'light'])
export const stage = z.enum(['drafting', 'consulting', 'deciding', 'signing', 'published', 'withdrawn'])
export const role = z.enum(['chair', 'secretary', 'delegate', 'deputy', 'contributor'])
export const choice = z.enum(CHOICES)
export const stance = z.enum(STANCES)
export const preset = z.enum(['standard', 'board', 'writtenProcedure', 'secret']) satisfies z.ZodType<Preset>
export const dissent = z
	.strictObject({ kind: z.enum(['reservation', 'separateOpinion']), text: z.string() })
	.meta({ id: 'Dissent', description: 'Published with the statement, under the association’s name.' })

const text = z.string()

/** A block of a document. Numbers of positions and letters of sub-points follow from the order of the blocks. */
export const block = z
	.discriminatedUnion('kind', [
		z.strictObject({ kind: z.literal('heading'), text }),
		z.strictObject({ kind: z.literal('paragraph'), text }),
		z.strictObject({ kind: z.literal('quote'), text, source: text.exactOptional() }),
		z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
		z.strictObject({ kind: z.literal('position'), text }),
		z.strictObject({ kind: z.literal('subPoint'), text }),
		z.strictObject({ kind: z.literal('footnote'), label: text, text }),
		z.strictObject({ kind: z.literal('signature'), text }),
		z.strictObject({
			kind: z.literal('memberList'),
			heading: text,
			members: z.array(z.strictObject({ name: text, area: text })),
		}),
		z.strictObject({ kind: z.literal('table'), header: z.array(text), rows: z.array(z.array(text)) }),
	])
	.meta({
		id: 'Block',
		description:
			'Texts are inline Markdown. Numbers of positions and letters of sub-points follow from the order of the blocks.',
	}) satisfies z.ZodType<Block>

export const bylaws = z
	.strictObject({
		preset,
		quorum: z.discriminatedUnion('kind', [
			z.strictObject({ kind: z.literal('atLeast'), associations: z.int() }),
			z.strictObject({ kind: z.literal('moreThanHalf') }),
			z.strictObject({ kind: z.literal('everyone') }),
		]),
		majority: z.enum(['simple', 'twoThirds', 'unanimous']),
		secrecy: z.enum(['rollCall', 'hiddenUntilClosed', 'secret']),
		yesCarriesSignoff: z.boolean(),
		silenceIsConsent: z.boolean(),
		editorialChanges: z.boolean(),
	})
	.meta({ id: 'Bylaws' }) satisfies z.ZodType<Bylaws>

/** For acts that need to be told nothing, and that give nothing but when they were done. */
export const nothingMore = z.strictObject({})
