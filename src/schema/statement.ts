import * as z from 'zod'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { Language, Stage, StatementKind, StatementText, Track } from '#domain/statement/statement.ts'
import { exactly } from './exactly.ts'
import { idOf } from './kernel.ts'

export const languageSchema = exactly<Language>()(z.enum(['sv', 'en']))
export const kindSchema = exactly<StatementKind>()(z.enum(['response', 'letter']))
export const trackSchema = exactly<Track>()(z.enum(['full', 'light']))
export const stageSchema = exactly<Stage>()(
	z.enum(['drafting', 'consulting', 'deciding', 'signing', 'published', 'withdrawn']),
)

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

/** A whole text, as its published bytes hold it. */
export const textSchema = exactly<StatementText>()(
	z.strictObject({ title: text, language: languageSchema, blocks: z.array(blockSchema) }),
)
