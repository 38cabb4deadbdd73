import { isBusy } from '#db/busy.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'

/** What `act` comes to. Where the database is too busy for it, which is nobody's fault and leaves nothing behind, it is refused. */
export async function unlessBusy<Value>(
	act: () => Promise<Result<Value, Rejection>>,
): Promise<Result<Value, Rejection>> {
	try {
		return await act()
	} catch (error) {
		if (isBusy(error)) return refuse({ code: 'busy' })
		throw error
	}
}
