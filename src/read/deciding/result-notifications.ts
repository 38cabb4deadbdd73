import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { PUT, putColumn } from '#db/deciding/put.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import { cameOfIt } from '#domain/deciding/came-of-it.ts'
import type { BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { ResultSubject } from '#domain/kernel/notification.ts'
import { TRACKS } from '#domain/statement/statement.ts'
import {
	COALITION,
	coalitionColumns,
	type Notification,
	type Recipient,
	recipientColumns,
	toldColumns,
	toldOf,
} from '#read/notification.ts'
import { outcomeSchema, subjectSchema } from '#schema/deciding.ts'

const resultRow = row({
	...coalitionColumns,
	association: z.string().nullable(),
	statementId: id<StatementId>(),
	ballotId: id<BallotId>(),
	title: z.string(),
	track: z.enum(TRACKS),
	outcome: json(outcomeSchema),
	secret: flag,
	voided: flag,
	subject: json(subjectSchema),
	put: putColumn,
})

/** What a ballot came to. It stands, whatever became of the text since. */
export function resultNotificationQuery(row: OutboxRow, now: Instant): Query<Notification | null> {
	return mapQuery(
		allOf({ found: subjectQuery(row), recipients: recipientsQuery(row, now) }),
		({ found, recipients }) => {
			if (!found) return null
			const { name, language, demo, slug, association, subject: about, put, ...told } = found
			const onAmendments = { put, cameOfIt: cameOfIt(about, told.outcome) }
			const subject: ResultSubject = { ...told, kind: 'result', ...(put.length > 0 && { onAmendments }) }
			return { subject, coalition: { name, language, demo, slug }, association, recipients }
		},
	)
}

function subjectQuery({ ballotId, associationId }: OutboxRow) {
	return firstRow(
		`SELECT ${COALITION}, association.name AS association, statement.id AS statement_id, ballot.id AS ballot_id,
			statement.title, ballot.track, ballot.outcome, ballot.voided_at IS NOT NULL AS voided,
			ballot.bylaws ->> '$.secrecy' = 'secret' AS secret,
			ballot.subject, ${PUT} AS put
		FROM ballot
		JOIN statement ON statement.id = ballot.statement_id
		JOIN coalition ON coalition.id = ballot.coalition_id
		LEFT JOIN association ON association.id = ? AND association.coalition_id = coalition.id
		WHERE ballot.id = ? AND ballot.outcome IS NOT NULL`,
		[associationId, ballotId],
		resultRow,
	)
}

const recipientRow = row({ ...recipientColumns, ...toldColumns })

/**
 * The association's delegate and deputy; or chair and secretary, but for those who get an association's letter, and whoever
 * counted the votes and saw it then.
 */
function recipientsQuery({ id: outboxId, ballotId, associationId }: OutboxRow, now: Instant): Query<Recipient[]> {
	const speaks = `seat.role IN ('delegate', 'deputy')`
	const [who, args] =
		associationId === null
			? [
					`seat.role IN ('chair', 'secretary')
						AND NOT EXISTS (SELECT 1 FROM seat AS other WHERE other.person_id = seat.person_id
							AND other.coalition_id = seat.coalition_id AND other.role IN ('delegate', 'deputy') AND ${seatedNow('other')})
						AND NOT EXISTS (SELECT 1 FROM outbox JOIN act ON act.id = outbox.act_id
							WHERE outbox.id = ? AND act.person_id = person.id)`,
					[now, now, outboxId],
				]
			: [`seat.association_id = ? AND ${speaks}`, [associationId]]
	return rows(
		`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
			(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
			${toldOf('?')}
		FROM seat JOIN person ON person.id = seat.person_id
		WHERE seat.coalition_id = (SELECT coalition_id FROM ballot WHERE id = ?) AND ${seatedNow('seat')}
			AND person.erased_at IS NULL AND ${who}
		GROUP BY person.id ORDER BY role, person.id`,
		[outboxId, outboxId, ballotId, now, now, ...args],
		recipientRow,
	)
}
