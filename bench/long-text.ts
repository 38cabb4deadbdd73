import type { Block } from '#domain/statement/block.ts'
import { golden } from '#test/support/golden.ts'

/** Sixty pages in the thousand parts that a text may have: the golden example, which is two, over and over, and some of it twice as long. */
const TIMES = 26
const TWICE_AS_LONG = 4
const longer = (text: string, time: number) => (time < TWICE_AS_LONG ? `${text} ${text} ${time}` : `${text} ${time}`)

export const LONG: readonly Block[] = Array.from({ length: TIMES }, (_, time) =>
	golden.blocks.map((block): Block => ('text' in block ? { ...block, text: longer(block.text, time) } : block)),
).flat()
