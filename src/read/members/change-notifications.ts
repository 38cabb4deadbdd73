import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { chosenColumns, chosenOf, memberRow } from '#db/coalition/load-coalition.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { isMember } from '#db/members/load-actor.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import { type Newcomer, newcomersOf } from '#domain/coalition/in-force.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { MembersSubject } from '#domain/kernel/notification.ts'
import { ROLES } from '#domain/members/seats.ts'
import { COALITION, coalitionColumns, type Notification } from '#read/notification.ts'
import { readFact } from '#schema/facts/read.ts'
import { DONE_AS } from './notifications.ts'

type Found = Omit<Notification, 'recipients'>

const SOURCE = `FROM outbox JOIN coalition ON coalition.id = outbox.coalition_id
	JOIN association ON association.id = outbox.association_id`

const told = { ...coalitionColumns, association: z.string(), by: z.enum(ROLES).nullable() }

const bylawsRow = row({ ...told, version: z.int(), payload: json(z.unknown()) })

/** Which bylaws its act chose, and until when others are in force. */
export function bylawsNotificationQuery({ id: outboxId }: Pick<OutboxRow, 'id'>): Query<Found | null> {
	return mapQuery(
		firstRow(
			`SELECT ${COALITION}, association.name AS association, ${DONE_AS} AS "by", event.version, event.payload ${SOURCE}
			JOIN event ON event.act_id = outbox.act_id AND event.type = 'coalitionChanged' WHERE outbox.id = ?`,
			[outboxId],
			bylawsRow,
		),
		(found) => {
			if (!found) return null
			const { association, by, version, payload, ...coalition } = found
			const fact = readFact({ type: 'coalitionChanged', version, payload })
			if (!fact.ok || fact.value.type !== 'coalitionChanged') return null
			const { settings, former } = fact.value.payload
			const subject = { kind: 'bylaws', chosen: settings.preset, former, by: by ?? 'operator' } as const
			return { subject, coalition, association }
		},
	)
}

const membersRow = row({ ...told, ...chosenColumns })

const TYPES = ['associationAdded', 'associationLeaving', 'associationLeft', 'associationKept'] as const

const changeRow = row({
	type: z.enum(TYPES),
	id: id<AssociationId>(),
	name: z.string(),
	leavesAt: z.number().nullable(),
})

/** Whom its act added, or who leaves or stays, as it stands now. */
export function membersNotificationQuery({ id: outboxId }: Pick<OutboxRow, 'id'>, now: Instant): Query<Found | null> {
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS association, ${DONE_AS} AS "by",
					preset, former_preset, former_until ${SOURCE} WHERE outbox.id = ?`,
				[outboxId],
				membersRow,
			),
			changes: rows(
				`SELECT event.type, association.id, association.name, event.payload ->> 'leavesAt' AS leaves_at FROM outbox JOIN event ON event.act_id = outbox.act_id
				JOIN association ON association.id = COALESCE(event.payload ->> '$.association.id', event.payload ->> 'associationId')
				WHERE outbox.id = ? AND event.type IN (${TYPES.map((type) => `'${type}'`).join()})
				ORDER BY event.position`,
				[outboxId],
				changeRow,
			),
			members: rows(
				`SELECT id, name, area, ordinal AS "order", joined_at, left_at AS leaves_at FROM association
				WHERE coalition_id = (SELECT coalition_id FROM outbox WHERE id = ?) AND ${isMember('association')}`,
				[outboxId, now],
				memberRow,
			),
		}),
		({ found, changes, members }) => {
			const [first] = changes
			if (!found || !first) return null
			const { association, by, preset, formerPreset, formerUntil, ...coalition } = found
			const newcomers = newcomersOf({ ...chosenOf({ preset, formerPreset, formerUntil }), associations: members }, now)
			const subject = { kind: 'members', change: changeOf(first, changes, newcomers), by: by ?? 'operator' } as const
			return { subject, coalition, association }
		},
	)
}

type Change = ReturnType<typeof changeRow>

/** An act adds some, or is about one that leaves or stays. Those added together are in ballots from one moment on. */
function changeOf(
	{ type, id: first, name, leavesAt }: Change,
	all: readonly Change[],
	newcomers: readonly Newcomer[],
): MembersSubject['change'] {
	if (type === 'associationKept') return { what: 'kept', name }
	if (type === 'associationAdded') {
		const from = newcomers.find((newcomer) => newcomer.id === first)?.from ?? null
		return { what: 'added', names: all.map((each) => each.name), from }
	}
	return { what: 'leaves', name, at: leavesAt }
}
