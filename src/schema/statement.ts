import * as z from 'zod'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { TextSalts } from '#domain/statement/salts.ts'
import { LANGUAGES, STAGES, STATEMENT_KINDS, type StatementText, TRACKS } from '#domain/statement/statement.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'

export const languageSchema = z.enum(LANGUAGES)
export const kindSchema = z.enum(STATEMENT_KINDS)
export const trackSchema = z.enum(TRACKS)
export const stageSchema = z.enum(STAGES)

const text = z.string()

/** One block of a text, wherever it is stored, sent or given out. */
export const blockSchema = exactly<Block>()(
	z.discriminatedUnion('kind', [
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
	]),
)

export const blockVersionSchema = exactly<BlockVersion>()(
	z.strictObject({ id: idOf<BlockVersionId>(), blockId: idOf<BlockId>(), content: blockSchema }),
)

export const saltsSchema = exactly<TextSalts>()(z.strictObject({ title: text, blocks: z.array(text) }))

/** A whole text. */
export const textSchema = exactly<StatementText>()(
	z.strictObject({ title: text, language: languageSchema, blocks: z.array(blockSchema) }),
)
