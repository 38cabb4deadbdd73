import { dueNoticesQuery, type OutboxRow } from '#db/load-due.ts'
import { BETWEEN_MAILS_MS } from '#domain/comment/comment.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Deps } from './perform.ts'
import { DAY_MS } from './person/sessions.ts'

export type { OutboxRow } from '#db/load-due.ts'

/** Longer than sending takes, so that nobody else takes up what is being sent. */
const FIRST_PAUSE_MS = 5 * 60_000
const LONGEST_PAUSE_MS = 6 * 60 * 60_000
/** After a week of attempts the address is not going to answer, and the notification is old news. */
const GIVEN_UP_AFTER_MS = 7 * DAY_MS

/**
 * Takes up to `limit` notifications that are due. Each is taken by one worker: taking it moves its next attempt on, under the
 * condition that nobody moved it before. What is not marked as delivered by then is tried again.
 */
export async function takeNotifications(deps: Deps, limit: number): Promise<OutboxRow[]> {
	const now = deps.now()
	const [due] = await deps.db.read(
		dueNoticesQuery(now, { oldest: now - GIVEN_UP_AFTER_MS, lately: now - BETWEEN_MAILS_MS }, limit),
	)
	if (due.length === 0) return []
	const taken = await deps.db.write(
		due.map(({ id, nextAt, attempts }) => ({
			sql: `UPDATE outbox SET next_at = ?, attempts = attempts + 1
				WHERE id = ? AND next_at = ? AND delivered_at IS NULL`,
			args: [now + pauseAfter(attempts), id, nextAt],
		})),
	)
	return due.filter((_row, index) => taken[index] === 1)
}

/** 5 minutes, 10, 20 … up to 6 hours. */
function pauseAfter(attempts: number): number {
	return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS)
}

/** Notes for whom notifications were handed over in one mail, and with `all` that nothing remains to be done about them. */
export async function noteDelivered(
	deps: Deps,
	ids: readonly number[],
	persons: readonly PersonId[],
	all: boolean,
): Promise<void> {
	const at: Instant = deps.now()
	await deps.db.write([
		...persons.flatMap((personId) =>
			ids.map((id) => ({
				sql: 'INSERT INTO delivery (outbox_id, person_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
				args: [id, personId, at],
			})),
		),
		...(all ? ids : []).map((id) => ({
			sql: 'UPDATE outbox SET delivered_at = ? WHERE id = ? AND delivered_at IS NULL',
			args: [at, id],
		})),
	])
}
