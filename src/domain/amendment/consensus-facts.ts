import type { Elector } from '#domain/deciding/ballot.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type { ByItself } from '#domain/deciding/facts.ts'
import type { AmendmentId, AssociationId, ConsensusListId, Instant } from '#domain/kernel/id.ts'
import type { Listed, ListedOutcome, Objection } from './consensus-list.ts'

/** What can happen: to amendments that are asked about in one question. */
export type FactsOfConsensus = {
	consensusListOpened: {
		readonly listId: ConsensusListId
		/** By their numbers. */
		readonly items: readonly Listed[]
		readonly closesAt: Instant
		readonly bylaws: Bylaws
		readonly electorate: readonly Elector[]
	}
	/** All that the association objects to; what it said before counts no more. */
	consensusListAnswered: {
		readonly listId: ConsensusListId
		readonly associationId: AssociationId
		readonly objections: readonly Objection[]
	}
	/** Those that had not answered were reminded, once. */
	consensusListReminded: { readonly listId: ConsensusListId } & ByItself
	/** It was ended before its time, and decides nothing. */
	consensusListCancelled: { readonly listId: ConsensusListId; readonly reason: string }
	consensusListSettled: {
		readonly listId: ConsensusListId
		readonly outcomes: readonly { readonly amendmentId: AmendmentId; readonly outcome: ListedOutcome }[]
		/** Associations that had nobody who could have objected in all that time. */
		readonly unheard: readonly AssociationId[]
	}
}
