import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { alongside } from '#db/load-due.ts'
import { id, row, rows, values } from '#db/rows.ts'
import type { ActId, PersonId } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { GIVEN_UP_AFTER_MS } from '#domain/kernel/telling.ts'
import type { Recipient } from './notification.ts'

/**
 * Rows of the outbox that wait to tell the same readers of the same as the row that is due, whose id is the parameter; without
 * what was given up.
 */
export const WAITING = `outbox JOIN outbox AS waiting ON ${alongside('waiting')} AND waiting.delivered_at IS NULL
	AND +waiting.created_at > outbox.created_at - ${GIVEN_UP_AFTER_MS} AND outbox.id = ?`

/** Their ids. */
export const waitingQuery = (due: number): Query<number[]> =>
	values(`SELECT waiting.id FROM ${WAITING} ORDER BY waiting.id`, [due], z.number())

const triesRow = row({ outboxId: z.number(), personId: id<PersonId>(), unsure: z.number() })
type Tries = ReturnType<typeof triesRow>

/** What is known of the delivery of rows; `waiting` selects their ids. */
export const triesQuery = (waiting: string, args: Parameters<typeof values>[1]): Query<Tries[]> =>
	rows(`SELECT outbox_id, person_id, unsure FROM delivery WHERE outbox_id IN (${waiting})`, args, triesRow)

/** Something that a waiting row of the outbox tells of. */
type Change = { readonly outboxId: number; readonly actId: ActId }

type Reader = Pick<Recipient, 'personId' | 'name' | 'language' | 'email' | 'role'>

/**
 * What each reader has not been told, in one letter. What was sent and not answered is sent again as it was, so that it is
 * known as the same mail, and the rest comes the next time.
 */
export function tellEach<Told extends Change, Of extends Reader>(
	{ readers, tries }: { readonly readers: readonly Of[]; readonly tries: readonly Tries[] },
	changes: readonly Told[],
	subjectOf: (told: readonly Told[]) => NotificationSubject,
	isNews: (reader: Of, change: Told) => boolean = () => true,
): Recipient[] {
	const triesBy = Map.groupBy(tries, ({ personId }) => personId)
	return readers.map((reader): Recipient => {
		// 0 where it was taken, nothing where it was not sent.
		const sent = new Map((triesBy.get(reader.personId) ?? []).map(({ outboxId, unsure }) => [outboxId, unsure]))
		const own = changes.filter((change) => (sent.get(change.outboxId) ?? 1) === 1 && isNews(reader, change))
		const again = own.filter(({ outboxId }) => sent.get(outboxId) === 1)
		const now = again.length > 0 ? again : own
		const [first] = now
		const told = first === undefined
		return {
			...reader,
			told,
			unsure: again.length > 0,
			subject: subjectOf(now),
			...(told ? {} : { tells: { rows: [...new Set(now.map(({ outboxId }) => outboxId))], actId: first.actId } }),
			more: now.length < own.length,
		}
	})
}
