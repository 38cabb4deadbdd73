import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, flag, id, row } from '#db/rows.ts'
import { ACTS } from '#domain/acts.ts'
import type { AddendumId, Instant } from '#domain/kernel/id.ts'
import type { AddendumSubject } from '#domain/kernel/notification.ts'
import { ADDENDUM_KINDS } from '#domain/publication/addendum.ts'
import { COALITION, coalitionColumns, type Notification } from '#read/notification.ts'

const noticeRow = row({
	...coalitionColumns,
	association: z.string(),
	act: z.string(),
	addendumId: id<AddendumId>(),
	addendum: z.enum(ADDENDUM_KINDS),
	urgent: z.string().nullable(),
	closesAt: z.number(),
	takenBack: flag,
	ordinal: z.number().nullable(),
	answered: flag,
	title: z.string(),
	label: z.string(),
	year: z.number(),
	number: z.number(),
})

/** Asks an association about a correction or withdrawal, or tells what came of it; null where it is asked for nothing any more. */
export function addendumNotificationQuery(
	{ actId, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Omit<Notification, 'recipients'> | null> {
	return mapQuery(
		firstRow(
			`SELECT ${COALITION}, association.name AS association, act.kind AS act, addendum.id AS addendum_id,
				addendum.kind AS addendum, addendum.urgent, addendum.closes_at, taken_back_at IS NOT NULL AS taken_back,
				addendum.ordinal, EXISTS (SELECT 1 FROM addendum_answer WHERE addendum_id = addendum.id
					AND association_id = association.id) AS answered,
				publication.title, publication.label, publication.year, publication.number
			FROM event JOIN addendum ON addendum.id = event.payload ->> '$.addendumId'
			JOIN act ON act.id = event.act_id
			JOIN publication ON publication.statement_id = addendum.statement_id
			JOIN coalition ON coalition.id = addendum.coalition_id
			JOIN association ON association.id = ? AND association.coalition_id = coalition.id
			WHERE event.act_id = ? AND addendum.statement_id = ?`,
			[associationId, actId, statementId],
			noticeRow,
		),
		(found) => {
			if (!found) return null
			const { association, act, takenBack, answered, ordinal, closesAt, ...rest } = found
			const { name, language, demo, slug, ...about } = rest
			const asks = act === ACTS.proposeAddendum.kind
			// What was asked is over: whoever is to know of that is told by what ended it.
			if (asks && (takenBack || ordinal !== null || answered || now >= closesAt)) return null
			const subject: AddendumSubject = {
				...{ kind: 'addendum', statementId: statementId ?? '', ...about, ordinal },
				step: asks ? 'open' : ordinal === null ? 'takenBack' : 'published',
				dueAt: asks ? closesAt : null,
				urgent: asks ? about.urgent : null,
			}
			return { subject, coalition: { name, language, demo, slug }, association }
		},
	)
}
