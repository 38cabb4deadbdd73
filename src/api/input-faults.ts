import type * as z from 'zod'
import { rejectionOf } from '#http/input-fault.ts'
import type { InputFault } from './problem.ts'

/** Most values that one answer names as wrong. */
const NAMED = 20

/** What a schema found wrong, as refusals with their places. The error is to be made with `reportInput`. */
export function inputFaults({ issues }: z.ZodError): InputFault[] {
	return issues.slice(0, NAMED).map((issue) => {
		const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
		return { pointer: pointerTo(path), rejection: rejectionOf(issue, fieldOf(path)) }
	})
}

/** The innermost name on the way: what a sentence calls the value. */
function fieldOf(path: readonly PropertyKey[]): string {
	const name = path.findLast((step) => typeof step === 'string')
	return typeof name === 'string' ? name : ''
}

/** JSON Pointer (RFC 6901). */
function pointerTo(path: readonly PropertyKey[]): string {
	return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
