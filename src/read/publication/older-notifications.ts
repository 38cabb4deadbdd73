import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import type { OlderSubject } from '#domain/publication/told.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { votersQuery } from '#read/members/voters.ts'
import { COALITION, coalitionColumns, type Notification } from '#read/notification.ts'

const aboutRow = row({ ...coalitionColumns, association: z.string() })

const changedRow = row({
	...{ outboxId: z.number(), actId: id<ActId>(), olderId: z.string() },
	...{
		label: z.string(),
		title: z.string(),
		removed: flag,
		went: z.enum(['olderContestCarried', 'olderContestParted']).nullable(),
	},
})

/** Tells an association which older statements were brought in, corrected, followed up or taken away since it was told last, as they stand. */
export function olderNotificationQuery(
	{ id: due, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			about: firstRow(
				`SELECT ${COALITION}, association.name AS association FROM outbox
					JOIN coalition ON coalition.id = outbox.coalition_id
					JOIN association ON association.id = outbox.association_id WHERE outbox.id = ?`,
				[due],
				aboutRow,
			),
			changed: rows(
				`SELECT waiting.id AS outbox_id, waiting.act_id, older.id AS older_id, older.label, older.title,
						older.removed_at IS NOT NULL AS removed,
						(SELECT went.type FROM event AS went WHERE went.act_id = event.act_id
							AND went.type IN ('olderContestCarried', 'olderContestParted')
							AND went.payload ->> 'olderId' = older.id AND went.payload ->> 'associationId' = ?
							ORDER BY went.position DESC LIMIT 1) AS went
					FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id
						AND event.type IN ('olderImported', 'olderCorrected', 'olderRemoved', 'olderOutcomesRecorded', 'olderOutcomesCorrected')
					JOIN older_statement AS older ON older.id = event.payload ->> 'olderId' ORDER BY event.position`,
				[associationId, due],
				changedRow,
			),
			covers: waitingQuery(due),
			readers: votersQuery(associationId, now),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
		}),
		({ about, changed, covers, ...to }) => {
			if (!about || changed.length === 0) return null
			const { association, ...coalition } = about
			const recipients = tellEach(to, changed, subjectOf)
			return { subject: subjectOf(changed), coalition, association, recipients, covers }
		},
	)
}

const OBJECTION = { olderContestCarried: 'carried', olderContestParted: 'parted' } as const

/** Each once, however often it was changed, with what became last of what the association says of it. */
function subjectOf(changed: readonly ReturnType<typeof changedRow>[]): OlderSubject {
	const each = new Map<string, OlderSubject['statements'][number]>()
	for (const { olderId, label, title, removed, went } of changed) {
		const objection = went === null ? (each.get(olderId)?.objection ?? null) : OBJECTION[went]
		each.set(olderId, { label, title, removed, objection })
	}
	return { kind: 'older', statements: [...each.values()] }
}
