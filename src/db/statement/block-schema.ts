import * as z from 'zod'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'

const text = z.string()

/** A block's content as stored and as the API takes it. */
export const blockSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('heading'), text }),
	z.object({ kind: z.literal('paragraph'), text }),
	z
		.object({ kind: z.literal('quote'), text, source: text.optional() })
		.transform(({ source, ...quote }) => (source === undefined ? quote : { ...quote, source })),
	z.object({ kind: z.literal('list'), items: z.array(text) }),
	z.object({ kind: z.literal('position'), text }),
	z.object({ kind: z.literal('subPoint'), text }),
	z.object({ kind: z.literal('footnote'), label: text, text }),
	z.object({ kind: z.literal('signature'), text }),
	z.object({
		kind: z.literal('memberList'),
		heading: text,
		members: z.array(z.object({ name: text, area: text })),
	}),
	z.object({ kind: z.literal('table'), header: z.array(text), rows: z.array(z.array(text)) }),
]) satisfies z.ZodType<Block>

/** A whole text, as its published bytes hold it. */
export const textSchema = z.object({ title: text, language: z.enum(['sv', 'en']), blocks: z.array(blockSchema) })

export const blockVersionSchema = z
	.object({ id: z.string(), blockId: z.string(), content: blockSchema })
	.transform(
		({ id, blockId, content }): BlockVersion => ({ id: id as BlockVersionId, blockId: blockId as BlockId, content }),
	)
