import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { seatedNow } from '#db/members/load-actor.ts'
import { mayAnswer } from '#db/members/may-answer.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import { consensusState, LISTED_OUTCOMES } from '#domain/amendment/consensus-list.ts'
import type { ConsensusListSubject } from '#domain/amendment/consensus-subject.ts'
import type { ConsensusListId, Instant } from '#domain/kernel/id.ts'
import { REMINDS_WITHIN_MS } from '#domain/kernel/telling.ts'
import {
	COALITION,
	coalitionColumns,
	type Notification,
	recipientColumns,
	toldColumns,
	toldOf,
} from '#read/notification.ts'

/** What asks an association, of all that is told of a list. */
const ASKS = ['consensusListOpened', 'consensusListReminded'] as const
const STEPS = [...ASKS, 'consensusListCancelled', 'consensusListSettled'] as const

const noticeRow = row({
	...coalitionColumns,
	association: z.string().nullable(),
	type: z.enum(STEPS),
	listId: id<ConsensusListId>(),
	title: z.string(),
	closesAt: z.number(),
	settledAt: z.number().nullable(),
	cancelledAt: z.number().nullable(),
	reason: z.string().nullable(),
	unheard: json(z.array(z.string())),
	answered: flag,
	items: json(
		z.array(
			z.object({
				number: z.number(),
				association: z.string(),
				reason: z.string(),
				outcome: z.enum(LISTED_OUTCOMES).nullable(),
			}),
		),
	),
})

/** What is on a row of `consensus_list`, as an SQL expression that gives JSON. */
const ITEMS = `(SELECT json_group_array(json_object('number', number, 'association', name, 'reason', reason, 'outcome', outcome))
	FROM (SELECT amendment.number, owner.name, amendment_version.reason, outcome FROM consensus_item
		JOIN amendment ON amendment.id = consensus_item.amendment_id
		JOIN amendment_version ON amendment_version.id = consensus_item.version_id
		JOIN association AS owner ON owner.id = amendment.association_id
		WHERE list_id = consensus_list.id ORDER BY consensus_item.ordinal))`

/** Asks an association about amendments, or tells what became of a list; null where it is asked for nothing any more. */
export function consensusNotificationQuery(outbox: OutboxRow, now: Instant): Query<Notification | null> {
	const { actId, statementId, associationId } = outbox
	return mapQuery(
		allOf({
			found: firstRow(
				`SELECT ${COALITION}, association.name AS association, event.type, consensus_list.id AS list_id, statement.title, closes_at,
					settled_at, cancelled_at, cancel_reason AS reason, ${ITEMS} AS items,
					CASE WHEN unheard = '[]' THEN unheard ELSE (SELECT json_group_array(elector.value ->> '$.name')
						FROM json_each(electorate) AS elector
						WHERE elector.value ->> '$.associationId' IN (SELECT value FROM json_each(unheard))) END AS unheard,
					EXISTS (SELECT 1 FROM consensus_answer WHERE list_id = consensus_list.id AND association_id = association.id) AS answered
				FROM event JOIN consensus_list ON consensus_list.id = event.payload ->> '$.listId'
				JOIN statement ON statement.id = consensus_list.statement_id
				JOIN coalition ON coalition.id = consensus_list.coalition_id
				LEFT JOIN association ON association.id = ? AND association.coalition_id = coalition.id
				WHERE event.act_id = ? AND event.type IN (${STEPS.map((type) => `'${type}'`).join(', ')}) AND statement.id = ?
					AND (event.type <> 'consensusListReminded' OR ? < (SELECT created_at FROM outbox WHERE id = ?))`,
				[associationId, actId, statementId, now - REMINDS_WITHIN_MS, outbox.id],
				noticeRow,
			),
			recipients: recipientsQuery(outbox, now),
		}),
		({ found, recipients }) => {
			if (!found) return null
			const { type, association, settledAt, cancelledAt, closesAt, reason, answered, items, ...rest } = found
			const { name, language, demo, slug, ...about } = rest
			const again = type === 'consensusListReminded'
			const asks = again || type === 'consensusListOpened'
			// What was asked is over: whoever is to know of that is told by what ended it.
			if (asks && (answered || consensusState({ settledAt, cancelledAt, closesAt }, now) !== 'open')) return null
			const subject: ConsensusListSubject = {
				...{ kind: 'consensusList', statementId: statementId ?? '', ...about },
				items,
				step: asks ? 'open' : type === 'consensusListSettled' ? 'settled' : 'cancelled',
				...(again && { again }),
				dueAt: closesAt,
				reason: reason ?? '',
			}
			return { subject, coalition: { name, language, demo, slug }, association, recipients }
		},
	)
}

const recipientRow = row({ ...recipientColumns, ...toldColumns })

/** The association's delegate and deputy, and of them only who may answer where they are asked; or chair and secretary, but for whoever did it and those who get an association's letter. */
function recipientsQuery({ id: outboxId, actId, statementId, associationId }: OutboxRow, now: Instant) {
	const ofChair = `seat.role IN ('chair', 'secretary')
		AND NOT EXISTS (SELECT 1 FROM seat AS other WHERE other.person_id = seat.person_id
			AND other.coalition_id = seat.coalition_id AND other.role IN ('delegate', 'deputy') AND ${seatedNow('other')})
		AND NOT EXISTS (SELECT 1 FROM outbox JOIN act ON act.id = outbox.act_id
			WHERE outbox.id = ? AND act.person_id = person.id)`
	const [who, args] =
		associationId === null
			? [
					`seat.coalition_id = (SELECT coalition_id FROM statement WHERE id = ?) AND ${ofChair}`,
					[statementId, now, now, outboxId],
				]
			: [`seat.association_id = ? AND seat.role IN ('delegate', 'deputy')`, [associationId]]
	return rows(
		`SELECT person.id AS person_id, person.name, person.language, MIN(seat.role) AS role,
			(SELECT email FROM address WHERE person_id = person.id ORDER BY created_at, email LIMIT 1) AS email,
			${toldOf('?')}
		FROM seat JOIN person ON person.id = seat.person_id
		WHERE ${who} AND ${seatedNow('seat')} AND person.erased_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM event JOIN consensus_list AS asks ON asks.id = event.payload ->> '$.listId'
				WHERE event.act_id = ? AND event.type IN (${ASKS.map((type) => `'${type}'`).join(', ')})
					AND NOT ${mayAnswer('asks.opened_at', 'asks.bylaws')})
		GROUP BY person.id ORDER BY role, person.id`,
		[outboxId, outboxId, ...args, now, now, actId, now, now],
		recipientRow,
	)
}
