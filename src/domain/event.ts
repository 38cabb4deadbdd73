import type { ActId, CoalitionId, Instant, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Stream } from '#domain/kernel/stream.ts'
import type { FactsOfConsensus } from './amendment/consensus-facts.ts'
import type { FactsOfAmendment } from './amendment/facts.ts'
import type { FactsOfCoalition } from './coalition/facts.ts'
import type { FactsOfComment } from './comment/facts.ts'
import type { FactsOfDeciding } from './deciding/facts.ts'
import type { FactsOfInquiry } from './inquiry/facts.ts'
import type { FactsOfMembers } from './members/facts.ts'
import type { FactsOfPosition } from './position/facts.ts'
import type { FactsOfPublication } from './publication/facts.ts'
import type { FactsOfSigning } from './signing/facts.ts'
import type { FactsOfStatement } from './statement/facts.ts'

/**
 * What happened, one type per fact. Payloads carry ids of seats and persons, never names of persons, and never how an
 * association voted in a secret ballot.
 */
export type Facts = FactsOfCoalition &
	FactsOfMembers &
	FactsOfInquiry &
	FactsOfStatement &
	FactsOfPosition &
	FactsOfDeciding &
	FactsOfSigning &
	FactsOfPublication &
	FactsOfComment &
	FactsOfAmendment &
	FactsOfConsensus

export type EventType = keyof Facts

/** A fact on its stream, before it is stored. */
export type DomainEvent<Type extends EventType = EventType> = {
	readonly [T in Type]: {
		readonly type: T
		readonly stream: Stream
		readonly statementId: StatementId | null
		readonly payload: Facts[T]
	}
}[Type]

/** An event as stored, with the act it belongs to. */
export type StoredEvent = DomainEvent & {
	readonly coalitionId: CoalitionId
	readonly seq: number
	readonly actId: ActId
	readonly at: Instant
	readonly personId: PersonId
	readonly seatId: SeatId | null
}
