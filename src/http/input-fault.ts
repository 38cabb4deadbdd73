import type * as z from 'zod'
import type { Rejection } from '#domain/kernel/rejection.ts'

/**
 * What a schema found wrong with a value, as a refusal. The schema is to parse with `reportInput`: without the value, one of the
 * wrong type passes for none. `field`: what to call it, where that is not the first of the issue's path.
 */
export function rejectionOf(issue: z.core.$ZodIssue, field: string = String(issue.path[0] ?? '')): Rejection {
	if (issue.code === 'too_big') {
		const length = sizeOf(issue.input) ?? Number(issue.maximum) + 1
		return { code: 'tooLong', field, limit: Number(issue.maximum), length }
	}
	if (issue.code === 'custom' && issue.params?.refused === 'clockChanges') return { code: 'clockChanges', field }
	// What is refused for being nothing but blanks is missing too, whatever the schema asked of it.
	const blank = typeof issue.input === 'string' && issue.input.trim() === ''
	const missing =
		blank || issue.code === 'too_small' || (issue.code !== 'unrecognized_keys' && issue.input === undefined)
	return missing ? { code: 'empty', field } : { code: 'invalid', field }
}

function sizeOf(input: unknown): number | null {
	return typeof input === 'string' || Array.isArray(input) ? [...input].length : null
}
