import type * as z from 'zod'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/**
 * Takes the values of a file with one JSON value a line, some at a time. Refuses the first line that is none, or not of
 * the kind that belongs there. Gives how many there were.
 */
export async function takeLines<Line extends z.ZodType>(
	bytes: AsyncIterable<Uint8Array>,
	line: Line,
	take: (values: z.output<Line>[]) => Promise<void>,
): Promise<Result<number, string>> {
	const decoder = new TextDecoder('utf-8', { fatal: true })
	let rest = ''
	let count = 0
	const takeAll = async (text: string): Promise<boolean> => {
		const lines = (rest + text).split('\n')
		rest = lines.pop() ?? ''
		const values: z.output<Line>[] = []
		for (const each of lines) {
			const value = line.safeParse(parsed(each))
			if (!value.success) return false
			values.push(value.data)
		}
		count += values.length
		if (values.length > 0) await take(values)
		return true
	}
	try {
		for await (const chunk of bytes) {
			if (!(await takeAll(decoder.decode(chunk, { stream: true })))) return refuse(`line ${count + 1}`)
		}
		return (await takeAll(decoder.decode())) && rest === '' ? ok(count) : refuse(`line ${count + 1}`)
	} catch (error) {
		if (error instanceof TypeError) return refuse(`line ${count + 1}`)
		throw error
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}
