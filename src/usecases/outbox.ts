import { dueNoticesQuery, type OutboxRow } from '#db/load-due.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS, BETWEEN_OUTCOMES_MS, GIVEN_UP_AFTER_MS } from '#domain/kernel/telling.ts'
import type { Deps } from './perform.ts'

export type { OutboxRow } from '#db/load-due.ts'

/** What one run of the jobs may use. */
export type RunLimits = {
	/** Requests to elsewhere: the database's round trips, and mails. */
	readonly requests: number
	/** For how long letters are begun. Milliseconds. */
	readonly ms: number
}

/** Longer than a run begins letters and the last of them takes, so that nobody else takes up what is being sent. */
const FIRST_PAUSE_MS = 5 * 60_000
const LONGEST_PAUSE_MS = 6 * 60 * 60_000

/** A row that was taken, and until when it is nobody else's. */
export type TakenRow = OutboxRow & { readonly until: Instant }

/**
 * Up to `limit` notifications that are due, in the order in which they are to be sent. All that wait are gone through to find
 * them, so they are asked for together.
 */
export async function dueNotifications(deps: Deps, limit: number): Promise<OutboxRow[]> {
	const now = deps.now()
	const [due] = await deps.db.read<[OutboxRow[]]>(
		dueNoticesQuery(
			now,
			{
				oldest: now - GIVEN_UP_AFTER_MS,
				lately: now - BETWEEN_LETTERS_MS,
				outcomesLately: now - BETWEEN_OUTCOMES_MS,
			},
			limit,
		),
	)
	return due
}

/** As much of a row as it takes to take it. */
type Takeable = Pick<OutboxRow, 'id' | 'nextAt' | 'attempts'>

/**
 * Takes what is due. Each is taken by one worker: taking it moves its next attempt on, under the condition that nobody moved it
 * before. What is not marked as delivered by then is tried again.
 */
export async function takeNotifications<Row extends Takeable>(
	deps: Deps,
	due: readonly Row[],
): Promise<(Row & { readonly until: Instant })[]> {
	if (due.length === 0) return []
	const now = deps.now()
	const rows = due.map((row) => ({ ...row, until: now + pauseAfter(row.attempts) }))
	const taken = await deps.db.write(
		rows.map(({ id, nextAt, until }) => ({
			sql: `UPDATE outbox SET next_at = ?, attempts = attempts + 1
				WHERE id = ? AND next_at = ? AND delivered_at IS NULL`,
			args: [until, id, nextAt],
		})),
	)
	return rows.filter((_row, index) => taken[index] === 1)
}

/** 5 minutes, 10, 20 … up to 6 hours. */
function pauseAfter(attempts: number): number {
	return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS)
}

/** Puts back what there was no room for, as it was before it was taken. */
export async function putBack(deps: Deps, rows: readonly TakenRow[]): Promise<void> {
	if (rows.length === 0) return
	await deps.db.write(
		rows.map(({ id, nextAt, until }) => ({
			sql: `UPDATE outbox SET next_at = ?, attempts = attempts - 1
				WHERE id = ? AND next_at = ? AND delivered_at IS NULL`,
			args: [nextAt, id, until],
		})),
	)
}

/** What one letter tells of the outbox, and whom. */
export type LetterKey = {
	readonly rows: readonly number[]
	readonly personId: PersonId
	/** It was sent before, and nobody said whether it was taken. */
	readonly unsure: boolean
}

/** `unsure`: nobody said. It is sent once more; after that it stands as perhaps delivered. */
export type Outcome = 'taken' | 'refused' | 'unsure'

/** What is known of letters: which of them are about to be sent, what became of others, and rows that nothing remains to do about. */
export type Progress = {
	readonly begun?: readonly LetterKey[]
	readonly ended?: readonly { readonly letter: LetterKey; readonly outcome: Outcome }[]
	readonly finished?: readonly number[]
}

/**
 * Notes how far letters have come. One is noted as unsure before it is sent, so that whatever stops the run it is sent once more
 * at most. Noting the same again changes nothing.
 */
export async function noteProgress(deps: Deps, { begun = [], ended = [], finished = [] }: Progress): Promise<void> {
	const at = deps.now()
	const statements = [
		...ended.flatMap(({ letter, outcome }) => endedStatements(letter, outcome, at)),
		...begun.flatMap(({ rows, personId, unsure }) =>
			rows.map((row) => ({
				sql: `INSERT INTO delivery (outbox_id, person_id, at, unsure) VALUES (?1, ?2, ?3, ?4)
					ON CONFLICT (outbox_id, person_id) DO UPDATE SET at = ?3, unsure = ?4 WHERE unsure > 0`,
				args: [row, personId, at, unsure ? 2 : 1],
			})),
		),
		...finished.map((id) => ({
			sql: 'UPDATE outbox SET delivered_at = ? WHERE id = ? AND delivered_at IS NULL',
			args: [at, id],
		})),
	]
	if (statements.length > 0) await deps.db.write(statements)
}

function endedStatements({ rows, personId, unsure }: LetterKey, outcome: Outcome, at: Instant) {
	if (outcome === 'unsure') return []
	return rows.map((row) => {
		if (outcome === 'taken') {
			const sql = 'UPDATE delivery SET at = ?, unsure = 0 WHERE outbox_id = ? AND person_id = ?'
			return { sql, args: [at, row, personId] }
		}
		// As it was before this attempt.
		const where = 'WHERE outbox_id = ? AND person_id = ? AND unsure > 0'
		return {
			sql: unsure ? `UPDATE delivery SET unsure = 1 ${where}` : `DELETE FROM delivery ${where}`,
			args: [row, personId],
		}
	})
}
