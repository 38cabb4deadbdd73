import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { CHANGED_SINCE_MEETING, changedSince } from '#db/deciding/changed-since-meeting.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, id, row } from '#db/rows.ts'
import { CHOICES, RESULTS } from '#domain/deciding/ballot.ts'
import type { BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { MeetingVoteSubject } from '#domain/kernel/notification.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { COALITION, coalitionColumns, type Notification } from '#read/notification.ts'

const meetingVoteRow = row({
	...coalitionColumns,
	association: z.string(),
	statementId: id<StatementId>(),
	ballotId: id<BallotId>(),
	title: z.string(),
	stage: z.enum(STAGES),
	heldOn: z.string(),
	minutes: z.string(),
	changed: changedSince,
	result: z.enum(RESULTS),
	choice: z.enum(CHOICES).nullable(),
	dueAt: z.number(),
	urgent: z.string().nullable(),
})

/** Tells an association how it is said to have voted, as long as the decision stands; also when it is too late to object. */
export function meetingVoteNotificationQuery(
	{ ballotId, associationId }: OutboxRow,
	now: Instant,
): Query<Omit<Notification, 'recipients'> | null> {
	return mapQuery(
		firstRow(
			`SELECT ${COALITION}, association.name AS association, statement.id AS statement_id, ballot.id AS ballot_id,
				statement.title, statement.stage, held_on, minutes, outcome ->> '$.result' AS result, ballot.urgent, ${CHANGED_SINCE_MEETING} AS changed,
				ballot.signoff_due_at AS due_at,
				(SELECT choice FROM vote WHERE ballot_id = ballot.id AND association_id = association.id) AS choice
			FROM ballot
			JOIN statement ON statement.id = ballot.statement_id
			JOIN coalition ON coalition.id = ballot.coalition_id
			JOIN association ON association.id = ? AND association.coalition_id = coalition.id
			WHERE ballot.id = ? AND held_on IS NOT NULL AND voided_at IS NULL`,
			[associationId, ballotId],
			meetingVoteRow,
		),
		(found) => {
			if (!found) return null
			const { name, language, demo, slug, association, stage, choice, ...told } = found
			const open = stage !== 'published' && now < told.dueAt
			const subject: MeetingVoteSubject = { ...told, kind: 'meetingVote', voted: choice ?? 'absent', open }
			return { subject, coalition: { name, language, demo, slug }, association }
		},
	)
}
