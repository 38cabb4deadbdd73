import * as z from 'zod'
import type { Block } from '#domain/statement/block.ts'
import parsed from '#test/golden/blocks.json'
import lines from '#test/golden/lines.txt'
import pasted from '#test/golden/pasted.txt'

const text = z.string()
const block = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal(['heading', 'paragraph', 'quote', 'position', 'subPoint', 'signature']), text }),
	z.strictObject({
		kind: z.literal('memberList'),
		heading: text,
		members: z.array(z.strictObject({ name: text, area: text })),
	}),
])

/** The golden example as it was pasted, page lines and no-break spaces and all. */
export const goldenPaste: string = pasted

/** What pasting it gives. */
export const golden: { readonly title: string; readonly residue: string[]; readonly blocks: Block[] } = z
	.strictObject({ title: text, residue: z.array(text), blocks: z.array(block) })
	.parse(parsed)

/** Its 46 lines, with numbers and letters. */
export const goldenLines: readonly string[] = lines.trim().split('\n')

/** The lines as a browser shows them, whose numbers and letters come from list markup. */
export const goldenShownLines: readonly string[] = goldenLines.map((line) => line.replace(/^(?:\d+|[a-d])\. /, ''))
