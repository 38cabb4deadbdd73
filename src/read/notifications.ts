import * as z from 'zod'
import { allOf, type Database, mapQuery, type Query } from '#db/client.ts'
import { PUT, putColumn } from '#db/deciding/put.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { notOver } from '#db/members/load-actor.ts'
import { firstRow, flag, row } from '#db/rows.ts'
import { HAS_POSITIONS } from '#db/statement/load-statement.ts'
import { ACTS } from '#domain/acts.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { TRACKS } from '#domain/statement/statement.ts'
import { consensusNotificationQuery } from './amendment/consensus-notifications.ts'
import { amendmentsNotificationQuery } from './amendment/notifications.ts'
import { commentsNotificationQuery } from './comment/notifications.ts'
import { contestNotificationQuery } from './deciding/contest-notifications.ts'
import { meetingVoteNotificationQuery } from './deciding/notifications.ts'
import {
	againOf,
	type Reminded,
	remindedOfBallotQuery,
	remindedQuery,
	thoseReminded,
} from './deciding/reminder-notifications.ts'
import { resultNotificationQuery } from './deciding/result-notifications.ts'
import {
	bylawsNotificationQuery,
	chairNotificationQuery,
	membersNotificationQuery,
	renamedNotificationQuery,
} from './members/change-notifications.ts'
import { seatNotificationQuery } from './members/notifications.ts'
import { takenBackNotificationQuery, unseatedNotificationQuery } from './members/seats-lost.ts'
import { COALITION, coalitionColumns, type Notification } from './notification.ts'
import { addendumNotificationQuery } from './publication/addendum-notifications.ts'
import { olderNotificationQuery } from './publication/older-notifications.ts'
import { outcomesNotificationQuery } from './publication/outcome-notifications.ts'
import { sentNotificationQuery } from './publication/sent-notifications.ts'
import { withheldNotificationQuery } from './publication/withheld-notifications.ts'
import { addressed, recipientsQuery } from './recipients.ts'
import { CONTRIBUTED } from './statement/contributed.ts'

export type { Notification, Recipient } from './notification.ts'

/** What each row of the outbox is about; null where it no longer stands: voted already, ended, sent back. */
export async function readNotifications(
	db: Database,
	outbox: readonly OutboxRow[],
	now: Instant,
): Promise<(Notification | null)[]> {
	return db.read<(Notification | null)[]>(...outbox.map((row) => notificationQuery(row, now)))
}

function notificationQuery(row: OutboxRow, now: Instant): Query<Notification | null> {
	if (row.kind === 'comments') return commentsNotificationQuery(row, now)
	if (row.kind === 'amendments') return amendmentsNotificationQuery(row, now)
	if (row.kind === 'consensusList') return consensusNotificationQuery(row, now)
	if (row.kind === 'result') return resultNotificationQuery(row, now)
	if (row.kind === 'contest') return contestNotificationQuery(row, now)
	if (row.kind === 'outcomes') return outcomesNotificationQuery(row, now)
	if (row.kind === 'older') return olderNotificationQuery(row, now)
	if (row.kind === 'withheld') return withheldNotificationQuery(row, now)
	if (row.kind === 'sent') return sentNotificationQuery(row, now)
	if (row.kind === 'chair') return chairNotificationQuery(row, now)
	if (row.kind === 'bylaws') return bylawsNotificationQuery(row, now)
	if (row.kind === 'renamed') return renamedNotificationQuery(row, now)
	if (row.kind === 'members') return membersNotificationQuery(row, now)
	if (row.kind === 'seat') return seatNotificationQuery(row)
	if (row.kind === 'unseated') return unseatedNotificationQuery(row, now)
	if (row.kind === 'seatTakenBack') return takenBackNotificationQuery(row, now)
	if (row.kind === 'reminder') return reminderQuery(row, now, remindedQuery(row, now))
	if (row.kind === 'amendmentReminder')
		return row.ballotId === null
			? consensusNotificationQuery(row, now)
			: reminderQuery(row, now, remindedOfBallotQuery(row, now))
	return mapQuery(
		allOf({
			subject: subjectQuery(row, now),
			recipients: recipientsQuery(row, now),
		}),
		({ subject, recipients }) =>
			subject && { ...subject, recipients: recipients.flatMap((each) => addressed(each, subject.subject)) },
	)
}

type Found = Omit<Notification, 'recipients'>

function subjectQuery(row: OutboxRow, now: Instant): Query<Found | null> {
	if (row.kind === 'meetingVote') return meetingVoteNotificationQuery(row, now)
	if (row.kind === 'addendum') return addendumNotificationQuery(row, now)
	return row.kind === 'invitation' ? invitationQuery(row, now) : statementNotificationQuery(row, now)
}

const invitationRow = row({ ...coalitionColumns, association: z.string().nullable(), by: z.string().nullable() })

/** Who did the act of a row of `outbox`, by name; null: nobody with a seat, or erased since. */
const DONE_BY = `(SELECT person.name FROM act JOIN seat AS from_seat ON from_seat.id = act.seat_id
	JOIN person ON person.id = from_seat.person_id AND person.erased_at IS NULL WHERE act.id = outbox.act_id)`

function invitationQuery({ id: outboxId }: OutboxRow, now: Instant): Query<Found | null> {
	return mapQuery(
		firstRow(
			`SELECT ${COALITION}, (SELECT name FROM association WHERE id = seat.association_id) AS association,
				${DONE_BY} AS "by" FROM outbox JOIN seat ON seat.id = outbox.seat_id JOIN coalition ON coalition.id = seat.coalition_id
				WHERE outbox.id = ? AND ${notOver('seat')}`,
			[outboxId, now],
			invitationRow,
		),
		(row) => {
			if (!row) return null
			const { association, by, ...coalition } = row
			return { subject: { kind: 'invitation', by }, coalition, association }
		},
	)
}

const statementNotice = row({
	...coalitionColumns,
	association: z.string(),
	title: z.string(),
	stage: z.string(),
	hasPositions: flag,
	consultationDueAt: z.number().nullable(),
	signoffDueAt: z.number().nullable(),
	closesAt: z.number().nullable(),
	closedAt: z.number().nullable(),
	urgent: z.string().nullable(),
	followed: z.number().nullable(),
	track: z.enum(TRACKS),
	/** Of the ballot that is told of, which is not always the text's. */
	ballotTrack: z.enum(TRACKS).nullable(),
	act: z.string().nullable(),
	voted: flag,
	answered: flag,
	year: z.number().nullable(),
	number: z.number().nullable(),
	label: z.string().nullable(),
	contributed: flag,
	put: putColumn,
})

type StatementNotice = ReturnType<typeof statementNotice>

function statementNotificationQuery(row: OutboxRow, now: Instant): Query<Found | null> {
	return mapQuery(statementNoticeQuery(row), (found) => {
		const subject = found && subjectOf(row, found, now)
		return subject && { subject, ...placeOf(found) }
	})
}

/** What was asked before, once more; null where it no longer is. */
function reminderQuery(row: OutboxRow, now: Instant, of: Query<Reminded | null>): Query<Notification | null> {
	return mapQuery(
		allOf({
			reminded: of,
			found: statementNoticeQuery(row),
			recipients: recipientsQuery(row, now),
		}),
		({ reminded, found, recipients }) => {
			const subject = reminded && found && subjectOf({ ...row, kind: reminded.ask }, found, now)
			if (!subject) return null
			const asked = recipients.filter(({ kept }) => !kept)
			return { subject: againOf(subject, now), ...placeOf(found), recipients: thoseReminded(asked, reminded) }
		},
	)
}

const placeOf = ({ name, language: lang, demo, slug, association, followed }: StatementNotice) => ({
	coalition: { name, language: lang, demo, slug },
	association,
	...(followed === null ? {} : { followed }),
})

function statementNoticeQuery({
	actId,
	kind,
	statementId,
	associationId,
	ballotId,
}: OutboxRow): Query<StatementNotice | null> {
	return firstRow(
		`SELECT ${COALITION}, association.name AS association, statement.title, statement.stage, statement.track,
				${HAS_POSITIONS} AS has_positions,
				statement.consultation_due_at, statement.signoff_due_at, ballot.track AS ballot_track,
				ballot.closes_at, ballot.closed_at, ballot.urgent, ballot.signoff_due_at AS followed,
				(SELECT kind FROM act WHERE id = ?) AS act,
				EXISTS (SELECT 1 FROM vote WHERE ballot_id = ballot.id AND association_id = association.id)
					OR EXISTS (SELECT 1 FROM turnout WHERE ballot_id = ballot.id AND association_id = association.id) AS voted,
				EXISTS (SELECT 1 FROM signoff WHERE statement_id = statement.id AND association_id = association.id
					AND text_hash = statement.text_hash) AS answered,
				publication.year, publication.number, publication.label, ? = 'published' AND ${CONTRIBUTED} AS contributed, ${PUT} AS put
			FROM statement
			JOIN coalition ON coalition.id = statement.coalition_id
			JOIN association ON association.id = ? AND association.coalition_id = coalition.id
			LEFT JOIN ballot ON ballot.id = ? AND ballot.voided_at IS NULL
			LEFT JOIN publication ON publication.statement_id = statement.id
			WHERE statement.id = ?`,
		[actId, kind, associationId, ballotId, statementId],
		statementNotice,
	)
}

function subjectOf(
	{ kind, statementId, ballotId }: OutboxRow,
	found: StatementNotice,
	now: Instant,
): NotificationSubject | null {
	const { title, track, ballotTrack, stage, consultationDueAt, closesAt, closedAt, signoffDueAt } = found
	const asked = { statementId: statementId ?? '', title, track }
	switch (kind) {
		case 'consultation':
			return stage === 'consulting'
				? { ...asked, kind, dueAt: consultationDueAt, commentsOnly: !found.hasPositions }
				: null
		case 'ballot': {
			const open = ballotId !== null && closesAt !== null && closedAt === null && now < closesAt
			const how =
				found.act === ACTS.extendBallot.kind ? 'extended' : found.act === ACTS.holdBallotAgain.kind ? 'again' : 'opened'
			const { voted, urgent, put } = found
			const named = put.length > 0 && { put }
			// Whoever has voted is told when there is more time to change that.
			return open && (!voted || how === 'extended')
				? { ...asked, ...named, track: ballotTrack ?? track, kind, ballotId, dueAt: closesAt, urgent, how, voted }
				: null
		}
		case 'signoff': {
			const open = stage === 'signing' && signoffDueAt !== null && now < signoffDueAt
			return open && !found.answered ? { ...asked, kind, dueAt: signoffDueAt, adopted: ballotId !== null } : null
		}
		case 'published': {
			const { year, number, label } = found
			const receipt = found.contributed ? statementId : null
			return year !== null && number !== null && label !== null ? { kind, title, receipt, year, number, label } : null
		}
		case 'reminder':
		case 'amendmentReminder':
		case 'invitation':
		case 'meetingVote':
		case 'result':
		case 'comments':
		case 'amendments':
		case 'consensusList':
		case 'seat':
		case 'chair':
		case 'unseated':
		case 'seatTakenBack':
		case 'bylaws':
		case 'renamed':
		case 'members':
		case 'contest':
		case 'outcomes':
		case 'addendum':
		case 'older':
		case 'withheld':
		case 'sent':
			return null
	}
}
