import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { PRESET_IN_FORCE } from '#db/coalition/load-coalition.ts'
import { askedBy, doesAsAsked } from '#db/deciding/asked-by-mail.ts'
import { hasViews } from '#db/deciding/load-waiting.ts'
import { PUT, putColumn } from '#db/deciding/put.ts'
import type { Condition } from '#db/guards.ts'
import { COALITION_BY_SLUG, isMember, seatedNow } from '#db/members/load-actor.ts'
import { flag, id, row, rows } from '#db/rows.ts'
import { ACTS } from '#domain/acts.ts'
import { PRESET_NAMES, PRESETS } from '#domain/deciding/bylaws.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import type { ActId, AssociationId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import { BY_HAND, GATHERED, GIVEN_UP_AFTER_MS, type Untold } from '#domain/kernel/telling.ts'
import { ROLES, type Role } from '#domain/members/seats.ts'
import { takenBackUntil } from '#domain/members/taking-back.ts'
import { holdsOffice, keptByOffice } from './may-answer.ts'

/** Somebody whom no mail told of what it was to tell, as far as it still matters. */
export type UntoldNotice = Untold & {
	readonly coalitionId: CoalitionId
	/** The coalition's own name where it was a seat for that. */
	readonly association: string
	/** Those who can be told, by name. */
	readonly names: readonly string[]
	/** Of the text that it is about. */
	readonly title: string | null
	/** The amendments that are voted on; none where it is about something else. */
	readonly put: readonly NamedAmendment[]
	/** Of the seat that it is about. */
	readonly role: Role | null
	/** Until when there is something to answer, object to or take back. */
	readonly dueAt: Instant | null
	readonly at: Instant
}

/** How long what is not told matters at most, as long as the longest time to take something back. */
const MATTERS_MS = 4 * GIVEN_UP_AFTER_MS

const kinds = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

/** What holds for the whole coalition: whoever was told of the last of it was told of all. */
const AS_IT_STANDS = GATHERED.filter((kind) => kind !== 'outcomes')

const hasAddress = (seat: string) => `EXISTS (SELECT 1 FROM address WHERE address.person_id = ${seat}.person_id)`

/** Who is to be told of a row: whoever had the seat; of another's seat the delegate; of all else delegate and deputy. */
const TOLD = `holder.role IN ('delegate', 'deputy') AND ${seatedNow('holder')}
	AND (waiting.kind <> 'seat' OR (holder.role = 'delegate' AND holder.id <> waiting.seat_id))`

/** Whether whoever is told can do what the row asks for. */
const DOES = doesAsAsked('waiting', 'holder')

const namesOf = (
	who = '',
) => `(SELECT group_concat(DISTINCT person.name) FROM seat AS holder JOIN person ON person.id = holder.person_id
	WHERE holder.association_id = waiting.association_id AND person.erased_at IS NULL AND ${TOLD} ${who})`

const untoldRow = row({
	coalitionId: id<CoalitionId>(),
	actId: id<ActId>(),
	notice: z.enum(BY_HAND),
	associationId: id<AssociationId>().nullable(),
	seatId: id<SeatId>().nullable(),
	association: z.string(),
	names: z.string().nullable(),
	title: z.string().nullable(),
	put: putColumn,
	role: z.enum(ROLES).nullable(),
	personId: id<PersonId>().nullable(),
	endedAt: z.number().nullable(),
	endedBy: id<PersonId>().nullable(),
	endedUnreached: flag.nullable(),
	until: z.number().nullable(),
	preset: z.enum(PRESET_NAMES),
	dueAt: z.number().nullable(),
	at: z.number(),
})

/** The same of one coalition, by its slug. */
export const untoldQuery = (slug: string, now: Instant): Query<UntoldNotice[]> =>
	untoldIn({ sql: `= ${COALITION_BY_SLUG}`, args: [slug] }, now)

/**
 * Whom no mail told, and nobody by hand, in these coalitions; `coalitions` is what follows the id of the coalition. Nobody of the
 * association has an address and can do what is asked; or what was sent for a week did not arrive. What is told again each time it changes stands
 * once, for the last. The most urgent first.
 */
export function untoldIn({ sql, args }: Condition, now: Instant): Query<UntoldNotice[]> {
	const found = rows(
		`WITH silent AS (
			SELECT id, coalition_id FROM association WHERE coalition_id ${sql} AND ${isMember('association')}
				AND NOT EXISTS (SELECT 1 FROM seat WHERE seat.association_id = association.id AND seat.role IN ('delegate', 'deputy')
					AND ${seatedNow('seat')} AND ${hasAddress('seat')} AND NOT ${holdsOffice('seat.person_id', 'seat.coalition_id')})
		), waiting AS (
			SELECT outbox.* FROM silent JOIN outbox ON outbox.coalition_id = silent.coalition_id AND outbox.association_id = silent.id
				WHERE kind IN (${kinds(BY_HAND)}) AND outbox.created_at > ?
			UNION SELECT outbox.* FROM outbox
				WHERE coalition_id ${sql} AND kind IN ('unseated', 'seat') AND created_at > ?
			UNION SELECT outbox.* FROM outbox
				WHERE coalition_id ${sql} AND kind IN (${kinds(BY_HAND)}) AND delivered_at IS NULL AND attempts > 0
				AND created_at > ? AND created_at <= ?
		), told AS (
			SELECT waiting.*,
				CASE waiting.kind WHEN 'consultation' THEN statement.consultation_due_at WHEN 'ballot' THEN ballot.closes_at WHEN 'meetingVote' THEN ballot.signoff_due_at
					WHEN 'signoff' THEN statement.signoff_due_at
					WHEN 'consensusList' THEN consensus_list.closes_at
					WHEN 'addendum' THEN addendum.closes_at END AS due_at,
				ROW_NUMBER() OVER (PARTITION BY waiting.kind, waiting.association_id,
					CASE WHEN waiting.kind IN (${kinds(GATHERED)}) THEN COALESCE(waiting.statement_id, '') ELSE waiting.act_id || COALESCE(waiting.seat_id, '') END
					ORDER BY waiting.id DESC) AS place
			FROM waiting LEFT JOIN seat AS lost ON lost.id = waiting.seat_id
			LEFT JOIN statement ON statement.id = waiting.statement_id
			LEFT JOIN ballot ON ballot.id = waiting.ballot_id
			LEFT JOIN addendum ON waiting.kind = 'addendum' AND addendum.id = (SELECT payload ->> '$.addendumId' FROM event
				WHERE act_id = waiting.act_id AND type = 'addendumProposed')
			LEFT JOIN consensus_list ON waiting.kind = 'consensusList' AND consensus_list.id = (SELECT payload ->> '$.listId' FROM event
				WHERE act_id = waiting.act_id AND type = 'consensusListOpened')
			WHERE CASE waiting.kind
				WHEN 'consultation' THEN statement.stage = 'consulting' AND NOT ${hasViews('statement.id', 'waiting.association_id')}
				WHEN 'ballot' THEN ballot.voided_at IS NULL AND ballot.closed_at IS NULL AND ? < ballot.closes_at
					AND (NOT EXISTS (SELECT 1 FROM vote WHERE ballot_id = ballot.id AND association_id = waiting.association_id)
						OR (SELECT kind FROM act WHERE id = waiting.act_id) = '${ACTS.extendBallot.kind}')
					AND NOT EXISTS (SELECT 1 FROM turnout WHERE ballot_id = ballot.id AND association_id = waiting.association_id)
				WHEN 'meetingVote' THEN ballot.voided_at IS NULL AND ? < ballot.signoff_due_at AND statement.stage <> 'published'
				WHEN 'signoff' THEN statement.stage = 'signing' AND ? < statement.signoff_due_at AND NOT EXISTS (SELECT 1 FROM signoff
					WHERE statement_id = statement.id AND association_id = waiting.association_id AND text_hash = statement.text_hash)
				WHEN 'addendum' THEN addendum.taken_back_at IS NULL AND addendum.ordinal IS NULL AND ? < addendum.closes_at
					AND NOT EXISTS (SELECT 1 FROM addendum_answer WHERE addendum_id = addendum.id AND association_id = waiting.association_id)
				WHEN 'consensusList' THEN CASE WHEN EXISTS (SELECT 1 FROM event WHERE act_id = waiting.act_id AND type = 'consensusListOpened')
					THEN consensus_list.settled_at IS NULL AND consensus_list.cancelled_at IS NULL
						AND ? < consensus_list.closes_at AND NOT EXISTS (SELECT 1 FROM consensus_answer
							WHERE list_id = consensus_list.id AND association_id = waiting.association_id)
					ELSE 1 END
				WHEN 'unseated' THEN lost.ended_at IS NOT NULL
				WHEN 'seat' THEN lost.ended_at IS NULL
				ELSE 1 END
		), latest AS (
			SELECT waiting.*, COALESCE(association.name, coalition.name) AS association, statement.title, ${PUT} AS put, lost.role AS lost_role,
				lost.person_id AS lost_person, lost.ended_at AS lost_at, lost.ended_by AS lost_by, lost.ended_unreached, lost.until_at AS lost_until,
				${PRESET_IN_FORCE} AS preset,
				CASE waiting.kind
					WHEN 'unseated' THEN (SELECT name FROM person WHERE id = lost.person_id AND erased_at IS NULL)
					ELSE COALESCE(${namesOf(`AND ${DOES}`)}, ${namesOf()}) END AS names,
				CASE waiting.kind
					WHEN 'unseated' THEN ${hasAddress('lost')}
					ELSE EXISTS (SELECT 1 FROM seat AS holder
						WHERE holder.association_id = waiting.association_id AND ${TOLD} AND ${hasAddress('holder')} AND ${DOES}) END AS reachable
			FROM told AS waiting JOIN coalition ON coalition.id = waiting.coalition_id
			LEFT JOIN seat AS lost ON lost.id = waiting.seat_id
			LEFT JOIN association ON association.id = COALESCE(waiting.association_id, lost.association_id)
			LEFT JOIN statement ON statement.id = waiting.statement_id
			LEFT JOIN ballot ON ballot.id = waiting.ballot_id
			WHERE waiting.place = 1
		)
		SELECT coalition_id, act_id, kind AS notice, association_id, seat_id, association, names, title, put, lost_role AS role, lost_person AS person_id,
			lost_at AS ended_at, lost_by AS ended_by, ended_unreached, lost_until AS "until", preset, due_at, created_at AS at FROM latest
		WHERE names IS NOT NULL
			AND NOT EXISTS (SELECT 1 FROM delivery WHERE outbox_id = latest.id
				AND (latest.kind <> 'unseated' OR delivery.person_id = latest.lost_person)
				AND NOT EXISTS (SELECT 1 FROM ${askedBy('latest')} AS asks
					WHERE ${keptByOffice('delivery.person_id', 'latest.coalition_id', 'asks.bylaws')}))
			AND (NOT reachable OR (delivered_at IS NULL AND attempts > 0 AND created_at <= ?))
			AND NOT EXISTS (SELECT 1 FROM told_by_hand AS hand WHERE hand.notice = latest.kind
				AND hand.about = CASE latest.kind WHEN 'unseated' THEN latest.seat_id ELSE latest.association_id END
				AND (hand.act_id = latest.act_id OR (latest.kind IN (${kinds(AS_IT_STANDS)}) AND hand.at >= latest.created_at)))
		ORDER BY created_at DESC, id DESC`,
		[
			...[...args, now, now, now, now, now, now - MATTERS_MS, ...args, now - MATTERS_MS],
			...[...args, now - MATTERS_MS, now - GIVEN_UP_AFTER_MS],
			...Array(18).fill(now),
			now - GIVEN_UP_AFTER_MS,
		],
		untoldRow,
	)
	const urgency = ({ dueAt }: UntoldNotice) => dueAt ?? Number.MAX_SAFE_INTEGER
	return mapQuery(found, (all) =>
		all
			.flatMap(({ associationId, seatId, names, preset, dueAt, role, endedUnreached, personId, ...notice }) => {
				const about = notice.notice === 'unseated' ? seatId : associationId
				if (about === null) return []
				const { endedAt, endedBy, until, ...shown } = notice
				const lost = role &&
					personId && { role, personId, endedAt, endedBy, endedUnreached: endedUnreached === true, until }
				const takenBack = notice.notice === 'unseated' && lost ? takenBackUntil(PRESETS[preset], lost) : null
				const due = dueAt ?? takenBack
				if (takenBack !== null && now >= takenBack) return []
				return { ...shown, about, role, names: (names ?? '').split(','), dueAt: due } satisfies UntoldNotice
			})
			.sort((one, other) => urgency(one) - urgency(other)),
	)
}
