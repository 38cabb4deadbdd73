import * as z from 'zod'
import { isDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, BlockId } from '#domain/kernel/id.ts'
import { areAddresses } from '#domain/publication/sending.ts'
import { answerSchema } from '#schema/signing.ts'

const text = z.string().trim().min(1)
const date = z.string().trim().min(1).refine(isDate)

/** The last minute of a Swedish day: when a date alone is the deadline. */
const END_OF_DAY = '23:59'

export const signoffForm = z.object({
	associationId: z.string().transform((id) => id as AssociationId),
	answer: answerSchema,
	reason: z.string().default(''),
	textHash: z.string(),
})

export const reasonForm = z.object({ reason: text })

export const publishForm = z.object({ textHash: z.string().min(1) })

export const dispatchForm = z.object({ sentOn: date, how: text, to: text })

export const editorialForm = z
	.object({
		blockId: z.string().transform((id) => id as BlockId),
		text,
		note: text,
		signoffDueOn: date,
	})
	.transform(({ signoffDueOn, ...change }) => ({ ...change, signoffDueAt: swedishInstant(signoffDueOn, END_OF_DAY) }))

export const redactionForm = z.object({
	blockId: z.string().transform((id) => id as BlockId),
	ground: text,
})

/** Whether it holds addresses alone, one to a line. Which of them are wrong is for whoever reads them. */
const addresses = z.string().default('').refine(areAddresses)

/** `confirmed`: `yes` sends, `change` goes back to the letter, and nothing shows it to be checked. */
export const sendingForm = z.object({
	to: z.string().trim().min(1).refine(areAddresses),
	copyTo: addresses,
	subject: text,
	cover: text,
	reason: z.string().default(''),
	again: z.string().default(''),
	files: z.string().default(''),
	confirmed: z.string().default(''),
})

export const replyForm = z.object({ belongs: z.enum(['yes', 'no']) })
