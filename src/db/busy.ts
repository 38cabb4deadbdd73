import { LibsqlError } from '@libsql/client/web'

/**
 * What a server says when it did not come to do what it was asked: others write, or the transaction was taken from whoever had it too
 * long. Nothing of the batch is kept then. The embedded server says the first; libsql-server all but the last, which is the client's
 * word for what was left when a transaction had been taken.
 */
const CODES: readonly string[] = [
	'SQLITE_BUSY',
	'SQLITE_LOCKED',
	'TRANSACTION_BUSY',
	'TRANSACTION_TIMEOUT',
	'TRANSACTION_CLOSED',
]

/** Whether the database was too busy to do what failed: nothing is done, and the same may be asked again. */
export function isBusy(error: unknown): boolean {
	if (!(error instanceof LibsqlError)) return false
	const { code, cause } = error
	// A server with too many requests refuses them before it reads them.
	return CODES.includes(code) || (cause instanceof Error && 'status' in cause && cause.status === 429)
}
