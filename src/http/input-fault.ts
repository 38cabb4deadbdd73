import type * as z from 'zod'
import type { Rejection } from '#domain/kernel/rejection.ts'

/** What a schema found wrong, as a refusal. The error is to be made with `reportInput`. `field`: what to call the value. */
export function rejectionOf(issue: z.core.$ZodIssue, field: string = String(issue.path[0] ?? '')): Rejection {
	if (issue.code === 'too_big') {
		const length = sizeOf(issue.input) ?? Number(issue.maximum) + 1
		return { code: 'tooLong', field, limit: Number(issue.maximum), length }
	}
	const missing = issue.code === 'too_small' || (issue.code !== 'unrecognized_keys' && issue.input === undefined)
	return missing ? { code: 'empty', field } : { code: 'invalid', field }
}

function sizeOf(input: unknown): number | null {
	return typeof input === 'string' || Array.isArray(input) ? [...input].length : null
}
