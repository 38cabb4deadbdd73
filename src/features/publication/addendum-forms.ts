import * as z from 'zod'
import { isDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { ADDENDUM_ANSWERS } from '#domain/publication/addendum.ts'

const text = z.string().trim().min(1)
const place = z.string().trim().default('')

/** `first` and `last`: which parts of the text, counted from 0; without `last` it is one. `confirmed`: it was shown as it will be. */
export const addendumForm = z
	.discriminatedUnion('kind', [
		z.object({ kind: z.literal('correction'), first: text, last: place, text }).extend({
			reason: text,
			answerBy: text.refine(isDate),
			urgent: z.string().default(''),
			confirmed: z.string().default(''),
		}),
		z.object({
			kind: z.literal('withdrawal'),
			reason: text,
			answerBy: text.refine(isDate),
			urgent: z.string().default(''),
			confirmed: z.string().default(''),
		}),
	])
	.transform((form) => {
		const { kind, reason, urgent, confirmed } = form
		const shared = { kind, reason, urgent, confirmed, closesAt: swedishInstant(form.answerBy, '23:59') }
		if (form.kind === 'withdrawal') return { ...shared, stretch: null, text: '' }
		const first = Number(form.first)
		const last = form.last === '' ? first : Number(form.last)
		return { ...shared, stretch: { first, last }, text: form.text }
	})

export const addendumAnswerForm = z.object({
	associationId: z.string().transform((id) => id as AssociationId),
	answer: z.enum(ADDENDUM_ANSWERS),
	reason: z.string().default(''),
})
