import { type Coalition, type Member, PLAIN } from '#domain/coalition/coalition.ts'
import type { Ballot, Vote } from '#domain/deciding/ballot.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { Contest } from '#domain/deciding/contest.ts'
import type { EventType, Facts } from '#domain/event.ts'
import type { Inquiry, InquiryFacts } from '#domain/inquiry/inquiry.ts'
import type { IncomingNotice } from '#domain/inquiry/notice.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type {
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
	CoalitionId,
	InquiryId,
	NoticeId,
	PersonId,
	SeatId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import type { Signing } from '#domain/signing/signoff.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { granted } from './result.ts'

/** Builders for the rules' own tests: plain data, with ids that can be read. */
export const NOW = swedishInstant('2022-10-14', '10:00')
export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR

export const SHEDO = 'shedo' as AssociationId
export const ANBO = 'anbo' as AssociationId
export const TILIA = 'tilia' as AssociationId
export const MEMBERS = [SHEDO, ANBO, TILIA] as const

const COALITION_ID = 'coalition' as CoalitionId
export const STATEMENT_ID = 'statement' as StatementId
export const BALLOT_ID = 'ballot' as BallotId

/** A time and ids that count: id-1, id-2, … */
export function contextAt(now = NOW): Context {
	let minted = 0
	return {
		now,
		newId: () => {
			minted += 1
			return `id-${minted}` as never
		},
	}
}

export function seat(role: Seat['role'], associationId: AssociationId | null = null, more: Partial<Seat> = {}): Seat {
	return {
		id: `seat-${role}-${associationId}` as SeatId,
		coalitionId: COALITION_ID,
		associationId,
		personId: 'person' as PersonId,
		role,
		givenAt: NOW - 365 * DAY,
		from: NOW - 365 * DAY,
		until: null,
		endedAt: null,
		endedBy: null,
		endedUnreached: false,
		erasedAt: null,
		takenBackAt: null,
		...more,
	}
}

/** Everybody has an address. */
export const ALL_REACHED: ReadonlySet<PersonId> = new Set()

export function actor(...seats: readonly Seat[]): Actor {
	return { personId: 'person' as PersonId, operator: false, authenticatedAt: NOW, seats }
}

/** A delegate for each association, as an own person. */
export const VOICES = MEMBERS.map((id) => seat('delegate', id, { personId: `voice-${id}` as PersonId }))

export const chair = actor(seat('chair'))
export const secretary = actor(seat('secretary'))
export const stranger = actor()
export const operator: Actor = { ...actor(), operator: true }
export const delegateOf = (associationId: AssociationId) => actor(seat('delegate', associationId))
export const deputyOf = (associationId: AssociationId) => actor(seat('deputy', associationId))
export const contributorOf = (associationId: AssociationId) => actor(seat('contributor', associationId))

const NAMES = { shedo: 'Shedo', anbo: 'AnBo', tilia: 'Tilia' } as Record<string, string>
const nameOf = (id: AssociationId) => NAMES[id] ?? id

/** A member since a year. */
export function member(id: AssociationId, more: Partial<Member> = {}): Member {
	return { id, name: id, area: '', order: 1, joinedAt: NOW - 365 * DAY, leavesAt: null, ...more }
}

export function coalition(more: Partial<Coalition> = {}): Coalition {
	return {
		...PLAIN,
		id: COALITION_ID,
		slug: 'nsph-stockholm',
		name: 'NSPH Stockholms län',
		seriesPrefix: 'NSPH-SL',
		preset: 'standard',
		language: 'sv',
		listed: true,
		demo: false,
		former: null,
		associations: MEMBERS.map((id, index) => member(id, { name: nameOf(id), area: 'Psykisk hälsa', order: index + 1 })),
		...more,
	}
}

export function statement(stage: Statement['stage'], more: Partial<Statement> = {}): Statement {
	const fixed = stage !== 'drafting' && stage !== 'consulting'
	return {
		id: STATEMENT_ID,
		coalitionId: COALITION_ID,
		inquiryId: null,
		kind: 'response',
		language: 'sv',
		title: 'Ett svar',
		track: 'full',
		stage,
		revisionId: null,
		textHash: fixed ? 'hash' : null,
		ballotId: fixed ? BALLOT_ID : null,
		...more,
	}
}

export function version(content: Block | string, id = 'block'): BlockVersion {
	const block: Block = typeof content === 'string' ? { kind: 'paragraph', text: content } : content
	return { id: `${id}-v1` as BlockVersionId, blockId: id as BlockId, content: block }
}

export const inquiryFacts: InquiryFacts = {
	title: 'God och nära vård',
	sender: 'Socialdepartementet',
	references: 'S2020/06171/FS',
	dueOn: '2022-11-01',
	sendTo: 's.remissvar@example.org',
	copyTo: '',
	documents: [],
	note: '',
	kind: 'sou',
	formats: [],
	invited: [],
	extendedFrom: null,
}

export function inquiry(more: Partial<Inquiry> = {}): Inquiry {
	const id = 'inquiry' as InquiryId
	return { ...inquiryFacts, id, coalitionId: COALITION_ID, status: 'received', dueDateHistory: [], ...more }
}

export function incomingNotice(more: Partial<IncomingNotice> = {}): IncomingNotice {
	const id = 'notice' as NoticeId
	const content = { how: 'paste', title: 'Remiss', text: 'Remiss av God vård', files: [], leftOut: [] } as const
	return { ...content, id, coalitionId: COALITION_ID, status: 'waiting', takenAt: NOW, inquiryId: null, ...more }
}

/** Open now, closing in a week, sign-off due in two. */
export function ballot(more: Partial<Ballot> = {}): Ballot {
	return {
		id: BALLOT_ID,
		statementId: STATEMENT_ID,
		subject: { kind: 'text' },
		textHash: 'hash',
		track: 'full',
		opensAt: NOW - DAY,
		closesAt: NOW + 7 * DAY,
		signoffDueAt: NOW + 14 * DAY,
		bylaws: PRESETS.standard,
		electorate: MEMBERS.map((associationId) => ({
			associationId,
			name: nameOf(associationId),
			area: 'Psykisk hälsa',
		})),
		urgent: null,
		closedAt: null,
		outcome: null,
		extensions: 0,
		voidedAt: null,
		...more,
	}
}

export function vote(associationId: AssociationId, choice: Vote['choice'], more: Partial<Vote> = {}): Vote {
	return {
		associationId,
		choice,
		signs: false,
		role: 'delegate',
		seatId: `seat-delegate-${associationId}` as SeatId,
		...more,
	}
}

/** Adopted a day ago by all; sign-off due in two weeks. */
export function signing(more: Partial<Signing> = {}): Signing {
	const outcome = { yes: 3, no: 0, abstain: 0, silent: 0, electorate: 3, quorum: 2, result: 'adopted' } as const
	return {
		statement: statement('signing'),
		ballot: ballot({ opensAt: NOW - 3 * DAY, closesAt: NOW - DAY, closedAt: NOW - DAY, outcome }),
		dueAt: NOW + 14 * DAY,
		signoffs: [],
		contests: null,
		...more,
	}
}

export function signoff(
	associationId: AssociationId,
	more: Partial<Signing['signoffs'][number]> = {},
): Signing['signoffs'][number] {
	return {
		associationId,
		answer: 'signed',
		textHash: 'hash',
		reason: '',
		method: 'web',
		role: 'delegate',
		at: NOW,
		...more,
	}
}

/** Said by the delegate a moment ago. */
export function contest(associationId: AssociationId, more: Partial<Contest> = {}): Contest {
	return { associationId, voted: null, reason: '', standing: true, role: 'delegate', at: NOW, ...more }
}

/** What the one event of that type in a granted decision says. */
export function eventOf<Type extends EventType>(
	type: Type,
	result: Result<Pick<Decision<unknown>, 'events'>, Rejection>,
): Facts[Type] {
	const found = granted(result).events.filter((event) => event.type === type)
	const [event] = found
	if (event === undefined || found.length > 1) throw new Error(`expected one ${type}, found ${found.length}`)
	return event.payload as Facts[Type]
}

/** The kinds of what must still hold when a granted decision is saved. */
export function guardsOf(result: Result<Pick<Decision<unknown>, 'guards'>, Rejection>): string[] {
	return granted(result).guards.map((guard) => guard.kind)
}
