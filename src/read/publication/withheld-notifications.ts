import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { WITHHELD_PART, withheldPart } from '#db/publication/withheld.ts'
import { id, row, rows } from '#db/rows.ts'
import type { ActId, Instant } from '#domain/kernel/id.ts'
import type { WithheldSubject } from '#domain/publication/told.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { votersQuery } from '#read/members/voters.ts'
import type { Notification } from '#read/notification.ts'
import { publishedToQuery } from './published-to.ts'

const withheldRow = row({
	...{ outboxId: z.number(), actId: id<ActId>(), blockId: z.string() },
	...{ what: withheldPart, ground: z.string() },
})

/** Tells an association that had a vote what kinds of parts were withheld since it was told last, and why. Never what they said. */
export function withheldNotificationQuery(
	{ id: due, statementId, associationId }: OutboxRow,
	now: Instant,
): Query<Notification | null> {
	return mapQuery(
		allOf({
			found: publishedToQuery({ statementId, associationId }),
			withheld: rows(
				`SELECT outbox_id, act_id, block_id, ${WITHHELD_PART} AS what, ground FROM (
					SELECT waiting.id AS outbox_id, waiting.act_id, event.statement_id, event.position,
						event.payload ->> '$.blockId' AS block_id, event.payload ->> '$.ground' AS ground
					FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id AND event.type = 'redacted') AS withheld
				ORDER BY position`,
				[due],
				withheldRow,
			),
			covers: waitingQuery(due),
			readers: votersQuery(associationId, now),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
		}),
		({ found, withheld, covers, ...to }) => {
			if (!found || statementId === null || withheld.length === 0) return null
			const { association, title, label, year, number, ...coalition } = found
			const subjectOf = (told: typeof withheld): WithheldSubject => {
				// Each once, however often it was withheld: what was said first stands.
				const each = new Map(told.toReversed().map(({ blockId, what, ground }) => [blockId, { what, ground }]))
				return { kind: 'withheld', statementId, title, label, year, number, parts: [...each.values()].reverse() }
			}
			const recipients = tellEach(to, withheld, (told) => subjectOf([...told]))
			return { subject: subjectOf(withheld), coalition, association, recipients, covers }
		},
	)
}
