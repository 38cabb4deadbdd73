import Database from 'libsql'

/** Keeps the write-ahead log from remembering what was deleted from the database. */
export type Forgetting = {
	/** Something was deleted that must be gone from the disk too. */
	readonly owe: () => void
	/** Empties the log, if that is owed and nobody reads an older state of the data meanwhile; else it stays owed. */
	readonly settle: () => void
	readonly close: () => void
}

/** Deleting papers of secret ballots: what lay where, and came before what, would tell who wrote which. */
export const mustForget = (sql: string): boolean => /\bDELETE\s+FROM\s+["`]?paper\b/i.test(sql)

/**
 * A page that was changed lies in the log once for each commit, in their order, until it is emptied. It is owed from the start, since
 * whoever had the file before may have been killed.
 */
export function createForgetting(file: string, lasting: boolean): Forgetting {
	// Never waits for a reader: that would stop the event loop, and with it the reader.
	const database = new Database(file, { timeout: 0 })
	database.pragma(`synchronous = ${lasting ? 'FULL' : 'OFF'}`)
	let owed = true
	return {
		owe: () => {
			owed = true
		},
		settle: () => {
			if (!owed) return
			try {
				const [done] = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all()
				owed = !Array.isArray(done) || Number(done[0]) !== 0
			} catch {
				// Somebody writes. Whoever is done next tries again.
			}
		},
		close: () => database.close(),
	}
}
