import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { chosenColumns, chosenOf, memberRow } from '#db/coalition/load-coalition.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { isMember } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import { newcomersOf } from '#domain/coalition/in-force.ts'
import type { ActId, AssociationId, Instant } from '#domain/kernel/id.ts'
import type { NotificationSubject } from '#domain/kernel/notification.ts'
import { ROLES } from '#domain/members/seats.ts'
import { tellEach, triesQuery, WAITING, waitingQuery } from '#read/gathered.ts'
import { COALITION, coalitionColumns, type Notification } from '#read/notification.ts'
import { readFact } from '#schema/facts/read.ts'
import { CHANGES, changeColumns, netOf } from './membership-changes.ts'
import { doneAs } from './notifications.ts'
import { votersQuery } from './voters.ts'

const aboutRow = row({ ...coalitionColumns, association: z.string() })

/** What a row of the outbox and those that wait beside it tell the people of an association, in one letter for each of them. */
function gatheredQuery<Change extends { readonly outboxId: number; readonly actId: ActId }>(
	{ id: due, associationId }: OutboxRow,
	now: Instant,
	changes: Query<Change[]>,
	subjectOf: (told: readonly Change[]) => NotificationSubject | null,
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
			changes,
			covers: waitingQuery(due),
			readers: votersQuery(associationId, now),
			tries: triesQuery(`SELECT waiting.id FROM ${WAITING}`, [due]),
		}),
		({ about, changes: found, covers, ...to }) => {
			const subject = subjectOf(found)
			if (!about || !subject) return null
			const { association, ...coalition } = about
			const recipients = tellEach(to, found, (told) => subjectOf(told) ?? subject)
			return { subject, coalition, association, recipients, covers }
		},
	)
}

const by = z.enum(ROLES).nullable()
const waitingColumns = { outboxId: z.number(), actId: id<ActId>(), by }
const WHICH = `waiting.id AS outbox_id, waiting.act_id, ${doneAs('waiting')} AS "by"`

const bylawsRow = row({ ...waitingColumns, version: z.int(), payload: json(z.unknown()) })

/** Which bylaws were chosen last, and until when others are in force. */
export function bylawsNotificationQuery(due: OutboxRow, now: Instant): Query<Notification | null> {
	const chosen = rows(
		`SELECT ${WHICH}, event.version, event.payload FROM ${WAITING}
			JOIN event ON event.act_id = waiting.act_id AND event.type = 'coalitionChanged' ORDER BY waiting.id`,
		[due.id],
		bylawsRow,
	)
	return gatheredQuery(due, now, chosen, (told) => {
		const last = told.at(-1)
		const fact = last && readFact({ type: 'coalitionChanged', version: last.version, payload: last.payload })
		if (!fact?.ok || fact.value.type !== 'coalitionChanged') return null
		const { settings, former } = fact.value.payload
		return { kind: 'bylaws', chosen: settings.preset, former, by: last?.by ?? 'operator', times: told.length }
	})
}

const CALLED = ['name', 'seriesPrefix'] as const
const called = (event: string) =>
	`json_object(${CALLED.map((field) => `'${field}', ${event}.payload ->> '$.settings.${field}'`).join(', ')})`
const calledSchema = json(z.object({ name: z.string(), seriesPrefix: z.string() }))
const renamedRow = row({ ...waitingColumns, now: calledSchema, before: calledSchema })

/** What the coalition was called when the reader was told last, and is called now; both are the same where it was called so again. */
export function renamedNotificationQuery(due: OutboxRow, now: Instant): Query<Notification | null> {
	const changed = rows(
		`SELECT ${WHICH}, ${called('event')} AS now, (SELECT ${called('former')} FROM event AS former
				WHERE former.stream = event.stream AND former.seq < event.seq AND former.type IN ('coalitionCreated', 'coalitionChanged')
				ORDER BY former.seq DESC LIMIT 1) AS before
			FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id AND event.type = 'coalitionChanged' ORDER BY event.position`,
		[due.id],
		renamedRow,
	)
	return gatheredQuery(due, now, changed, (told) => {
		const [first, last] = [told[0], told.at(-1)]
		if (!first || !last) return null
		return { kind: 'renamed', from: first.before, to: last.now, by: last.by ?? 'operator', times: told.length }
	})
}

const chosenRow = row(chosenColumns)
const changeRow = row({ ...waitingColumns, ...changeColumns })

/** Whom acts added, or who leaves or stays, as it stands now. */
export function membersNotificationQuery(due: OutboxRow, now: Instant): Query<Notification | null> {
	const found = mapQuery(
		allOf({
			changes: rows(
				`SELECT ${WHICH}, ${CHANGES.columns} FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id
					${CHANGES.joined} ORDER BY event.position`,
				[due.id],
				changeRow,
			),
			chosen: firstRow(
				`SELECT preset, former_preset, former_until FROM outbox
					JOIN coalition ON coalition.id = outbox.coalition_id WHERE outbox.id = ?`,
				[due.id],
				chosenRow,
			),
			// Those added, and who has been a member longest, by whom is known whether all are new. There are many letters.
			members: rows(
				`WITH own AS (SELECT id, joined_at FROM association
					WHERE coalition_id = (SELECT coalition_id FROM outbox WHERE id = ?) AND ${isMember('association')})
				SELECT id, name, area, ordinal AS "order", joined_at, left_at AS leaves_at FROM association
				WHERE id = (SELECT id FROM own ORDER BY joined_at LIMIT 1) OR id IN (SELECT event.payload ->> '$.association.id'
					FROM ${WAITING} JOIN event ON event.act_id = waiting.act_id AND event.type = 'associationAdded')
					AND ${isMember('association')}`,
				[due.id, now, due.id, now],
				memberRow,
			),
		}),
		({ changes, chosen, members }) => {
			const newcomers = chosen ? newcomersOf({ ...chosenOf(chosen), associations: members }, now) : []
			const from = new Map<AssociationId, Instant>(newcomers.map((newcomer) => [newcomer.id, newcomer.from]))
			return changes.map((change) => ({ ...change, from: from.get(change.id) ?? null }))
		},
	)
	return gatheredQuery(due, now, found, (told) => {
		const changes = netOf(told)
		return changes.length > 0 ? { kind: 'members', changes } : null
	})
}

const chairRow = row({ ...waitingColumns, given: flag, ended: flag })

/** Whether the act of a waiting row has such an event about a chair's seat. */
const changedChair = (type: 'seatGiven' | 'seatEnded') =>
	`EXISTS (SELECT 1 FROM event JOIN seat ON seat.id = event.payload ->> 'seatId'
		WHERE event.act_id = waiting.act_id AND event.type = '${type}' AND seat.role = 'chair')`

/** What was done last to who is chair, which stands whatever came of it since. */
export function chairNotificationQuery(due: OutboxRow, now: Instant): Query<Notification | null> {
	const changed = rows(
		`SELECT ${WHICH}, ${changedChair('seatGiven')} AS given, ${changedChair('seatEnded')} AS ended
			FROM ${WAITING} ORDER BY waiting.id`,
		[due.id],
		chairRow,
	)
	return gatheredQuery(due, now, changed, (told) => {
		const last = told.at(-1)
		if (!last) return null
		const change = last.given && last.ended ? 'replaced' : last.given ? 'given' : 'ended'
		return { kind: 'chair', change, by: last.by === 'chair' ? last.by : 'operator', times: told.length }
	})
}
