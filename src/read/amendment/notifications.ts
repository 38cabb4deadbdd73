import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import { AMENDMENT_OUTCOMES } from '#domain/amendment/state.ts'
import type { AmendmentsSubject } from '#domain/amendment/told.ts'
import type { ActId, AmendmentId, Instant, PersonId } from '#domain/kernel/id.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { COALITION, coalitionColumns, type Notification, recipientColumns } from '#read/notification.ts'

const aboutRow = row({
	...coalitionColumns,
	title: z.string(),
	association: z.string().nullable(),
})

const newsRow = row({
	outboxId: z.number(),
	actId: id<ActId>(),
	amendmentId: id<AmendmentId>(),
	number: z.number(),
	association: z.string(),
	what: z.enum([
		'made',
		'prepared',
		'preparedChanged',
		'changed',
		'withdrawn',
		'reopened',
		'merged',
		'mergedWithChanges',
		'unmerged',
		...AMENDMENT_OUTCOMES,
	]),
	/** Who made it. */
	personId: id<PersonId>(),
	text: z.string(),
	otherwise: json(z.array(z.object({ own: z.string(), inserted: z.string() }))),
})

const readerRow = row(recipientColumns)

/**
 * What became of amendments that chair and secretary, or an association that stands behind them or has them waiting, have not
 * been told. What waits in an association is told there alone, and only while it waits; that others worded it, to whoever prepared it.
 */
export function amendmentsNotificationQuery(row: OutboxRow, now: Instant): Query<Notification | null> {
	const { id: due, statementId, associationId } = row
	return mapQuery(
		allOf({
			about: firstRow(
				`SELECT ${COALITION}, statement.title, (SELECT name FROM association WHERE id = ?) AS association
					FROM statement JOIN coalition ON coalition.id = statement.coalition_id WHERE statement.id = ?`,
				[associationId, statementId],
				aboutRow,
			),
			news: rows(
				`SELECT waiting.id AS outbox_id, waiting.act_id, amendment.id AS amendment_id, amendment.number,
					association.name AS association, amendment.person_id,
					CASE event.type WHEN 'amendmentMade' THEN iif(event.payload ->> '$.prepared', 'prepared', 'made')
						WHEN 'amendmentPutForward' THEN 'made' WHEN 'amendmentChanged' THEN iif(event.payload ->> '$.prepared', 'preparedChanged', 'changed')
						WHEN 'amendmentWithdrawn' THEN 'withdrawn' WHEN 'amendmentReopened' THEN 'reopened'
						WHEN 'amendmentMerged' THEN iif(event.payload ->> '$.outcome' = 'adopted', 'merged', 'mergedWithChanges')
						WHEN 'amendmentUnmerged' THEN 'unmerged'
						ELSE event.payload ->> '$.outcome' END AS what,
					COALESCE(event.payload ->> '$.note', event.payload ->> '$.reason',
						(SELECT reason FROM amendment_version WHERE id = amendment.version_id)) AS text,
					(SELECT json_group_array(json_object('own', part.value ->> '$.own', 'inserted', part.value ->> '$.inserted'))
						FROM json_each(event.payload, '$.parts') AS part WHERE part.value ->> '$.own' IS NOT NULL) AS otherwise
				FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id AND event.type IN ('amendmentMade', 'amendmentPutForward',
					'amendmentChanged', 'amendmentWithdrawn', 'amendmentDecided', 'amendmentReopened', 'amendmentMerged', 'amendmentUnmerged')
				JOIN amendment ON amendment.id = event.payload ->> '$.amendmentId'
				JOIN association ON association.id = amendment.association_id
				WHERE (NOT COALESCE(event.payload ->> '$.prepared', 0) OR amendment.state = 'prepared'
						OR (event.type = 'amendmentChanged' AND amendment.state <> 'withdrawn'))
					-- An act that merges several is told to each association of those it stands behind.
					AND (event.type NOT IN ('amendmentMerged', 'amendmentUnmerged') OR ? IS NULL OR amendment.association_id = ?
						OR EXISTS (SELECT 1 FROM amendment_join WHERE amendment_id = amendment.id AND association_id = ?))
				ORDER BY waiting.id, event.position`,
				[due, associationId, associationId, associationId],
				newsRow,
			),
			covers: waitingQuery(due),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
			readers: rows(
				`SELECT person.id AS person_id, person.name, person.language,
					-- Whoever also prepares has the mail for what more they are.
					COALESCE(MIN(CASE WHEN seat.role <> 'contributor' THEN seat.role END), 'contributor') AS role,
					(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email
				FROM seat JOIN person ON person.id = seat.person_id AND person.erased_at IS NULL
				WHERE seat.coalition_id = (SELECT coalition_id FROM statement WHERE id = ?) AND seat.association_id IS ?
					AND ${seatedNow('seat')}
				GROUP BY person.id ORDER BY role, person.id`,
				[statementId, associationId, now, now],
				readerRow,
			),
		}),
		({ about, news, covers, ...to }) => {
			// However far the text has come since: whoever decided may have gone on at once.
			if (!about || news.length === 0) return null
			const { title, association, ...coalition } = about
			const subjectOf = (told: readonly ReturnType<typeof newsRow>[]): AmendmentsSubject => ({
				kind: 'amendments',
				statementId: statementId ?? '',
				title,
				news: told.map(({ outboxId: _outbox, actId: _act, personId: _maker, ...each }) => each),
			})
			const recipients = tellEach(to, news, subjectOf, isFor)
			return { subject: subjectOf(news), coalition, association, recipients, covers }
		},
	)
}

/** Contributors are told what others made of what they had prepared; that, nobody else is. */
const isFor = (reader: ReturnType<typeof readerRow>, { what, personId }: ReturnType<typeof newsRow>): boolean =>
	what === 'preparedChanged' ? personId === reader.personId : reader.role !== 'contributor'
