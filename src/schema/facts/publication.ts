import * as z from 'zod'
import type { BlockId } from '#domain/kernel/id.ts'
import type { FactsOfPublication } from '#domain/publication/facts.ts'
import { idOf, swedishDate } from '#schema/kernel.ts'
import { factsOf } from './of-room.ts'

const numbered = { year: z.int(), number: z.int() }

export const publicationFacts = factsOf<FactsOfPublication>()({
	numberTaken: z.strictObject(numbered),
	published: z.strictObject({
		...numbered,
		label: z.string(),
		textHash: z.string(),
		recordHash: z.string(),
		text: z.string(),
		record: z.string(),
		revealed: z.string().exactOptional(),
	}),
	markedAsSent: z.strictObject({ sentOn: swedishDate, how: z.string(), to: z.string() }),
	redacted: z.strictObject({ blockId: idOf<BlockId>(), ground: z.string() }),
})
