import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import {
	type ActorRef,
	COALITION_BY_SLUG,
	CURRENT_SLUG,
	isMember,
	NOBODY,
	personExpression,
	seatedNow,
} from '#db/members/load-actor.ts'
import { flag, id, row, rows } from '#db/rows.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type {
	AddendumId,
	AssociationId,
	BallotId,
	CoalitionId,
	ConsensusListId,
	InquiryId,
	Instant,
	NoticeId,
	PersonId,
	SeatId,
	StatementId,
	SwedishDate,
} from '#domain/kernel/id.ts'
import { COALITION_ROLES, isSeated, ROLES, type Role } from '#domain/members/seats.ts'
import type { TaskKind } from '#domain/planning/asked.ts'
import { tasksFor } from '#domain/planning/tasks.ts'
import type { Language } from '#domain/statement/statement.ts'
import { lostSeatsQuery } from '#read/members/own-lost-seats.ts'
import { untoldIn } from '#read/members/untold.ts'
import { languageSchema } from '#schema/statement.ts'
import { type OpenStatement, openStatementsIn } from './open-statements.ts'

/** Something that waits on a person. */
export type WaitingTask = {
	/** The coalition's slug and name, and what its members write in. */
	readonly coalition: { readonly slug: string; readonly name: string; readonly language: Language }
	/** When it is wanted: an instant for what closes, a day for what is due. */
	readonly due: Instant | SwedishDate | null
} & (
	| {
			readonly kind: TaskKind
			readonly statement: { readonly id: StatementId; readonly title: string }
			/** For which association; null for what is done for the coalition. */
			readonly association: { readonly id: AssociationId; readonly name: string } | null
			/** The seat it is done from: a deputy acts when the delegate is away. */
			readonly role: Role
			/** For what is done in a ballot. */
			readonly ballotId?: BallotId
			/** For what is done about a correction or withdrawal. */
			readonly addendumId?: AddendumId
			/** For what is said of amendments in one question. */
			readonly listId?: ConsensusListId
			/** Of how many things, where that is said. */
			readonly count?: number
			/** The amendments that are voted on; left out where it is the text. */
			readonly put?: readonly NamedAmendment[]
	  }
	| { readonly kind: 'handleInquiry'; readonly inquiry: { readonly id: InquiryId; readonly title: string } }
	/** What came in waits to be checked. */
	| { readonly kind: 'checkNotice'; readonly notice: { readonly id: NoticeId; readonly title: string } }
	/** So many letters about an answer that was sent wait to be read. */
	| {
			readonly kind: 'readReplies'
			readonly statement: { readonly id: StatementId; readonly title: string }
			readonly count: number
	  }
	/** Associations nobody can vote for. */
	| { readonly kind: 'nameDelegates'; readonly missing: number }
	/** Those whom no mail reaches are to be told of so many things. */
	| { readonly kind: 'tellByHand'; readonly count: number }
	/** A seat of one’s own that others ended, and that can be taken back. */
	| { readonly kind: 'lostSeat'; readonly seatId: SeatId; readonly association: string }
)

export type OwnCoalition = {
	readonly id: CoalitionId
	readonly slug: string
	readonly name: string
	readonly language: Language
	readonly demo: boolean
	/** The person's seats in it, with the association each speaks for. */
	readonly seats: readonly { readonly role: Role; readonly association: string | null }[]
}

export type OwnTasks = {
	readonly coalitions: readonly OwnCoalition[]
	/** Most urgent first; what has no date last. */
	readonly tasks: readonly WaitingTask[]
}

const inquiryRow = row({
	id: id<InquiryId>(),
	coalitionId: id<CoalitionId>(),
	title: z.string(),
	dueOn: z.string().nullable(),
})

const noticeRow = row({ id: id<NoticeId>(), coalitionId: id<CoalitionId>(), title: z.string() })

const repliesRow = row({
	id: id<StatementId>(),
	coalitionId: id<CoalitionId>(),
	title: z.string(),
	count: z.number(),
})

const voicelessRow = row({ coalitionId: id<CoalitionId>(), missing: z.number() })

/**
 * What waits on a person, in all their coalitions or in one, and where they have a seat. One round trip.
 *
 * @param slug of the one coalition; null for all.
 */
export function ownTasksQuery(ref: ActorRef | null, now: Instant, slug: string | null = null): Query<OwnTasks> {
	const person = personExpression(ref ?? NOBODY, now)
	const seated = `seat.person_id = ${person.sql} AND ${seatedNow('seat')}${
		slug === null ? '' : ` AND seat.coalition_id = ${COALITION_BY_SLUG}`
	}`
	const args = [...person.args, now, now, ...(slug === null ? [] : [slug])]
	const served = `IN (SELECT coalition_id FROM seat WHERE ${seated} AND role IN ('chair', 'secretary'))`
	return mapQuery(
		allOf({
			seats: rows(
				`SELECT seat.id, seat.coalition_id, seat.association_id, seat.role,
					seat.person_id, seat.given_at, seat.from_at AS "from", seat.until_at AS "until", coalition.name, coalition.language, coalition.demo,
					${CURRENT_SLUG} AS slug, association.name AS association
				FROM seat JOIN coalition ON coalition.id = seat.coalition_id
				LEFT JOIN association ON association.id = seat.association_id
				WHERE ${seated} ORDER BY coalition.name, coalition.id, seat.from_at, seat.id`,
				args,
				ownSeatRow,
			),
			statements: openStatementsIn(
				{ sql: `IN (SELECT coalition_id FROM seat WHERE ${seated})`, args },
				{ sql: `SELECT association_id FROM seat WHERE ${seated}`, args },
				now,
			),
			inquiries: rows(
				`SELECT id, coalition_id, title, due_on FROM inquiry
					WHERE status = 'received' AND coalition_id ${served} ORDER BY received_at`,
				args,
				inquiryRow,
			),
			notices: rows(
				`SELECT id, coalition_id, title FROM notice
					WHERE status = 'waiting' AND coalition_id ${served} ORDER BY taken_at, id`,
				args,
				noticeRow,
			),
			replies: rows(
				`SELECT statement.id, reply.coalition_id, statement.title, COUNT(*) AS count
					FROM reply JOIN statement ON statement.id = reply.statement_id
					WHERE reply.status = 'waiting' AND reply.coalition_id ${served} GROUP BY statement.id ORDER BY MIN(reply.at)`,
				args,
				repliesRow,
			),
			voiceless: rows(
				`SELECT coalition_id, COUNT(*) AS missing FROM association
					WHERE ${isMember('association')} AND coalition_id ${served} AND NOT EXISTS (SELECT 1 FROM seat AS voter
						WHERE voter.association_id = association.id AND voter.role = 'delegate' AND ${seatedNow('voter')}
							AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = voter.person_id AND person.erased_at IS NOT NULL))
					GROUP BY coalition_id`,
				[now, ...args, now, now],
				voicelessRow,
			),
			untold: untoldIn({ sql: served, args }, now),
			lost: lostSeatsQuery(ref, now, slug),
		}),
		({ seats, statements, inquiries, notices, replies, voiceless, untold, lost }) => {
			const coalitions = coalitionsOf(seats)
			const where = (id: string) => coalitions.find((coalition) => coalition.id === id)
			const tasks = [
				...statements.flatMap((open) => statementTasks(open, seats, now)),
				...inquiries.flatMap(({ id, coalitionId, title, dueOn }): WaitingTask[] => {
					const coalition = where(coalitionId)
					const inquiry = { id, title }
					return coalition ? [{ kind: 'handleInquiry', coalition: named(coalition), inquiry, due: dueOn }] : []
				}),
				...notices.flatMap(({ id, coalitionId, title }): WaitingTask[] => {
					const coalition = where(coalitionId)
					const notice = { id, title }
					return coalition ? [{ kind: 'checkNotice', coalition: named(coalition), notice, due: null }] : []
				}),
				...replies.flatMap(({ id, coalitionId, title, count }): WaitingTask[] => {
					const coalition = where(coalitionId)
					const statement = { id, title }
					return coalition ? [{ kind: 'readReplies', coalition: named(coalition), statement, count, due: null }] : []
				}),
				...[...Map.groupBy(untold, ({ coalitionId }) => coalitionId)].flatMap(([coalitionId, own]): WaitingTask[] => {
					const coalition = where(coalitionId)
					return coalition ? [{ kind: 'tellByHand', coalition: named(coalition), count: own.length, due: null }] : []
				}),
				...lost.map(({ until, ...seat }): WaitingTask => ({ kind: 'lostSeat', ...seat, due: until })),
				...voiceless.flatMap(({ coalitionId, missing }): WaitingTask[] => {
					const coalition = where(coalitionId)
					return coalition ? [{ kind: 'nameDelegates', coalition: named(coalition), missing, due: null }] : []
				}),
			]
			return { coalitions, tasks: tasks.sort((one, other) => urgency(one) - urgency(other)) }
		},
	)
}

const ownSeatRow = row(
	{
		id: id<SeatId>(),
		coalitionId: id<CoalitionId>(),
		associationId: id<AssociationId>().nullable(),
		personId: id<PersonId>(),
		role: z.enum(ROLES),
		givenAt: z.number(),
		from: z.number(),
		until: z.number().nullable(),
		name: z.string(),
		language: languageSchema,
		demo: flag,
		slug: z.string(),
		association: z.string().nullable(),
	},
	({ name, language, demo, slug, association, ...seat }) => ({
		seat: { ...seat, endedAt: null, endedBy: null, endedUnreached: false, takenBackAt: null, erasedAt: null },
		coalition: { id: seat.coalitionId, name, language, demo, slug },
		association,
	}),
)

type OwnSeat = ReturnType<typeof ownSeatRow>

const named = ({ slug, name, language }: WaitingTask['coalition']) => ({ slug, name, language })

function coalitionsOf(seats: readonly OwnSeat[]): OwnCoalition[] {
	const byId = new Map(seats.map(({ coalition }) => [coalition.id, coalition]))
	return [...byId.values()].map((coalition) => ({
		...coalition,
		seats: seats
			.filter((own) => own.coalition.id === coalition.id)
			.map(({ seat, association }) => ({ role: seat.role, association })),
	}))
}

/** From each seat on its own, so that it is known which one a task is done from; the same task from two seats is one. */
function statementTasks(open: OpenStatement, seats: readonly OwnSeat[], now: Instant): WaitingTask[] {
	const { statement, inquiry, situation } = open
	const found = new Map<string, WaitingTask>()
	const held = seats.map(({ seat }) => seat).filter((seat) => seat.coalitionId === statement.coalitionId)
	for (const { seat, coalition, association } of seats) {
		if (coalition.id !== statement.coalitionId || !isSeated(seat, now)) continue
		for (const { kind, associationId, ballotId, addendumId, listId, dueAt, count, put } of tasksFor(
			situation,
			[seat],
			now,
			held,
		)) {
			const key = `${kind} ${associationId} ${ballotId ?? addendumId ?? listId}`
			const task: WaitingTask = {
				kind,
				coalition: named(coalition),
				statement: { id: statement.id, title: statement.title },
				association: associationId === null ? null : { id: associationId, name: association ?? '' },
				role: seat.role,
				...(count === undefined ? {} : { count }),
				...(put === undefined ? {} : { put }),
				...(ballotId === undefined ? {} : { ballotId }),
				...(addendumId === undefined ? {} : { addendumId }),
				...(listId === undefined ? {} : { listId }),
				due: dueAt ?? (COALITION_ROLES.includes(seat.role) ? (inquiry?.dueOn ?? null) : null),
			}
			if (!found.has(key) || seat.role === 'delegate') found.set(key, task)
		}
	}
	return [...found.values()]
}

/** A day lasts to its end. */
function urgency({ due }: WaitingTask): number {
	if (due === null) return Number.MAX_SAFE_INTEGER
	return typeof due === 'number' ? due : swedishInstant(due, '23:59')
}
