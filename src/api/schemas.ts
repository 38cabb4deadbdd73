import * as z from 'zod'
import { bylawsSchema, dissentSchema } from '#schema/deciding.ts'
import { blockSchema } from '#schema/statement.ts'

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

export { choiceSchema as choice, presetSchema as preset, stanceSchema as stance } from '#schema/deciding.ts'
export { roleSchema as role } from '#schema/members.ts'
export {
	kindSchema as kind,
	languageSchema as language,
	stageSchema as stage,
	trackSchema as track,
} from '#schema/statement.ts'

export const dissent = dissentSchema.meta({
	id: 'Dissent',
	description: 'Published with the statement, under the association’s name.',
})

/** A block of a document. Numbers of positions and letters of sub-points follow from the order of the blocks. */
export const block = blockSchema.meta({
	id: 'Block',
	description:
		'Texts are inline Markdown. Numbers of positions and letters of sub-points follow from the order of the blocks.',
})

export const bylaws = bylawsSchema.meta({ id: 'Bylaws' })

/** For acts that need to be told nothing, and that give nothing but when they were done. */
export const nothingMore = z.strictObject({})
