import type { Query } from '#db/client.ts'
import { askedBy } from '#db/deciding/asked-by-mail.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { notOver } from '#db/members/load-actor.ts'
import { keptByOffice } from '#db/members/may-answer.ts'
import { flag, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { type Recipient, recipientColumns, toldColumns, toldOf } from './notification.ts'
import { WROTE } from './statement/contributed.ts'

/** `kept`: an office keeps them from doing what is asked. */
const recipientRow = row({ ...recipientColumns, ...toldColumns, kept: flag })

type Reader = ReturnType<typeof recipientRow>

/**
 * An invitation goes to the person in the seat; all else to the association's delegate and deputy; that it is published to whoever
 * wrote for it, too. What is answered from no later seat goes to none.
 */
export function recipientsQuery(
	{ id, kind, seatId, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Reader[]> {
	return rows(
		`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
			(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
			${toldOf('outbox.id')},
			MAX(EXISTS (SELECT 1 FROM ${askedBy('outbox')} AS asks
				WHERE ${keptByOffice('person.id', 'outbox.coalition_id', 'asks.bylaws')})) AS kept
		FROM outbox JOIN seat JOIN person ON person.id = seat.person_id
		WHERE outbox.id = ? AND ${notOver('seat')} AND person.erased_at IS NULL
			AND (seat.id = ? OR (seat.from_at <= ? AND seat.association_id = ? AND (seat.role IN ('delegate', 'deputy')
				OR (? = 'published' AND ${WROTE}))))
			AND NOT EXISTS (SELECT 1 FROM ${askedBy('outbox')} AS asks WHERE asks.asked_at < seat.given_at)
		GROUP BY person.id ORDER BY role, person.id`,
		[now, now, id, now, seatId, now, associationId, kind, statementId, statementId],
		recipientRow,
	)
}

/**
 * Whoever is kept from what the association is asked is told of it where the letter tells of more: what a ballot came to, what was
 * entered from a meeting, or what is to change in a text that stands. To nobody else is written who cannot do as asked.
 */
export function addressed({ kept, ...reader }: Reader, subject: NotificationSubject): Recipient[] {
	if (!kept) return [reader]
	switch (subject.kind) {
		case 'ballot':
			return subject.how === 'again' ? [{ ...reader, subject: { ...subject, ofOthers: true } }] : []
		case 'meetingVote':
			return [subject.open ? { ...reader, subject: { ...subject, ofOthers: true } } : reader]
		case 'signoff':
		case 'addendum':
			return [{ ...reader, subject: { ...subject, ofOthers: true } }]
		default:
			return []
	}
}
