import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { contests, hasViews } from '#db/deciding/load-waiting.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, row } from '#db/rows.ts'
import { ASKS, MOMENTS } from '#domain/deciding/reminding.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { REMINDS_WITHIN_MS } from '#domain/kernel/telling.ts'
import type { Recipient } from '#read/notification.ts'

const remindedRow = row({ ask: z.enum(ASKS), moment: z.enum(MOMENTS).nullable() })

/** What a row of the outbox reminds of. */
export type Reminded = ReturnType<typeof remindedRow>

/**
 * What the row reminds of; null: of nothing any more. The association has told its views meanwhile, or said that the vote entered
 * for it is not right; or the reminder could not be sent for so long that another is due, or the text was asked about anew.
 */
export function remindedQuery({ id, associationId, statementId }: OutboxRow, now: Instant): Query<Reminded | null> {
	return firstRow(
		`SELECT payload ->> '$.ask' AS ask, payload ->> '$.moment' AS moment
			FROM outbox JOIN event ON event.act_id = outbox.act_id AND event.type = 'reminded'
			WHERE outbox.id = ? AND outbox.created_at > ?
				AND CASE payload ->> '$.ask' WHEN 'consultation' THEN NOT ${hasViews('?', '?')}
					WHEN 'signoff' THEN NOT ${contests('(SELECT ballot_id FROM statement WHERE id = ?)', '?')} ELSE 1 END
				AND NOT EXISTS (SELECT 1 FROM outbox AS asked WHERE asked.statement_id = outbox.statement_id
					AND asked.id > outbox.id AND asked.kind IN ('consultation', 'ballot', 'signoff', 'reminder')
					AND asked.association_id = outbox.association_id AND NOT EXISTS (SELECT 1 FROM ballot
						WHERE ballot.id = asked.ballot_id AND ballot.subject ->> '$.kind' = 'amendment'))`,
		[
			...[id, now - REMINDS_WITHIN_MS, statementId, associationId, statementId, associationId],
			...[statementId, associationId],
		],
		remindedRow,
	)
}

/** The same of a ballot on amendments; null where another reminder of it is due by now. Whether it is still asked is read with what it asks. */
export function remindedOfBallotQuery(outbox: OutboxRow, now: Instant): Query<Reminded | null> {
	return firstRow(
		`SELECT 'ballot' AS ask, payload ->> '$.moment' AS moment
			FROM outbox JOIN event ON event.act_id = outbox.act_id AND event.type = 'amendmentBallotReminded'
			WHERE outbox.id = ? AND outbox.created_at > ?
				AND NOT EXISTS (SELECT 1 FROM outbox AS asked WHERE asked.statement_id = outbox.statement_id
					AND asked.id > outbox.id AND asked.kind = outbox.kind AND asked.ballot_id = outbox.ballot_id
					AND asked.association_id = outbox.association_id)`,
		[outbox.id, now - REMINDS_WITHIN_MS],
		remindedRow,
	)
}

/** The same subject, asked once more. Views that are wanted by a day that has passed are still taken, without a day. */
export function againOf(subject: NotificationSubject, now: Instant): NotificationSubject {
	if (!('dueAt' in subject && 'track' in subject)) return subject
	if (subject.kind === 'consultation' && subject.dueAt !== null && subject.dueAt <= now)
		return { ...subject, again: true, dueAt: null }
	return { ...subject, again: true }
}

/**
 * Half-way the delegate alone is reminded, where mail reaches one; nearer the end, and when somebody pressed, the deputy too,
 * since the delegate has been silent.
 */
export function thoseReminded(recipients: readonly Recipient[], { moment }: Reminded): readonly Recipient[] {
	const delegates = recipients.filter(({ role, email }) => role === 'delegate' && email !== null)
	return moment === 'halfway' && delegates.length > 0 ? delegates : recipients
}
