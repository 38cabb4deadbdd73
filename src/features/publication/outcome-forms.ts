import * as z from 'zod'
import { isDate } from '#domain/kernel/calendar.ts'
import { POSITION_OUTCOMES } from '#domain/publication/outcome.ts'
import { documentKindSchema } from '#schema/outcome.ts'

const text = z.string().trim().min(1)
const date = text.refine(isDate)

/** `outcome-<number>` for each position that the document tells of, with its `page-<number>` and `note-<number>`. */
export const outcomesForm = z
	.object({ kind: documentKindSchema, title: text, url: z.string().trim().default(''), datedOn: date })
	.catchall(z.union([z.string(), z.array(z.string())]))
	.superRefine((fields, context) => {
		for (const [name, value] of Object.entries(fields)) {
			const number = /^(?:page|note)-([0-9]{1,4})$/.exec(name)?.[1]
			// What is said about no outcome would be left out, and lost.
			if (number !== undefined && String(value).trim() !== '' && !fields[`outcome-${number}`])
				context.addIssue({ code: 'too_small', origin: 'string', minimum: 1, path: [`outcome-${number}`], input: '' })
		}
	})
	.transform(({ kind, title, url, datedOn, ...fields }) => {
		const written = (name: string) => String(fields[name] ?? '')
		const outcomes = Object.keys(fields).flatMap((name) => {
			const number = /^outcome-([0-9]{1,4})$/.exec(name)?.[1]
			const outcome = POSITION_OUTCOMES.find((candidate) => candidate === written(name))
			if (number === undefined || outcome === undefined) return []
			return [{ number: Number(number), outcome, page: written(`page-${number}`), note: written(`note-${number}`) }]
		})
		return { document: { kind, title, url, datedOn }, outcomes }
	})

/** Without a day nothing is expected. */
export const expectationForm = z
	.object({ expectedOn: z.string().trim().default(''), expected: z.string().default('') })
	.transform(({ expectedOn, expected }) => ({ on: expectedOn === '' ? null : expectedOn, what: expected }))
