import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'

/** The value of a result, or an error that names the refusal. */
export function granted<Value>(result: Result<Value, Rejection>): Value {
	if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`)
	return result.value
}

/** The code of a refusal, or 'granted'. */
export function codeOf(result: Result<unknown, Rejection>): string {
	return result.ok ? 'granted' : result.reason.code
}
