import type * as z from 'zod'
import type { Result } from '#domain/kernel/result.ts'
import { type AdminCommand, misused } from './admin-command.ts'
import { questionsOf } from './amendment-texts.ts'

type Asked<Question> = {
	readonly usage: string
	readonly summary: string
	readonly schema: z.ZodType<Question>
	/** What several files are of a question. */
	readonly parts: (values: readonly unknown[]) => unknown
	readonly least: number
	readonly most: number
	readonly answer: (question: Question) => Result<unknown, string>
}

/** A command that answers JSON with JSON. Nothing is printed where any of it is not understood. */
export const answering = <Question>(asked: Asked<Question>): AdminCommand => ({
	usage: asked.usage,
	summary: asked.summary,
	data: 'none',
	run: async ({ args, print, say }) => {
		const fits = args.length === 1 || (args.length >= asked.least && args.length <= asked.most)
		if (!fits) return misused(say, `Name what to read: ${asked.usage}`)
		const read = await questionsOf(args, asked.schema, asked.parts)
		if (!read.ok) return misused(say, read.reason)
		const answers: unknown[] = []
		for (const question of read.value.questions) {
			const answer = asked.answer(question)
			if (!answer.ok) return misused(say, answer.reason)
			answers.push(answer.value)
		}
		print(JSON.stringify(read.value.listed ? answers : answers[0], null, 1))
		return 0
	},
})
