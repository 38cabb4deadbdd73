import type { Instant } from '#domain/kernel/id.ts'
import type { ListedOutcome } from './consensus-list.ts'

/** Amendments that an association is asked about in one question, or what became of that. */
export type ConsensusListSubject = {
	readonly kind: 'consensusList'
	readonly step: 'open' | 'settled' | 'cancelled'
	readonly statementId: string
	readonly listId: string
	readonly title: string
	readonly dueAt: Instant
	/** It was asked before, and has not been answered. */
	readonly again?: true
	/** Why it was cancelled. */
	readonly reason: string
	/** Associations, by name, that had nobody who could have objected. */
	readonly unheard: readonly string[]
	readonly items: readonly {
		readonly number: number
		readonly association: string
		/** Why it is proposed. */
		readonly reason: string
		readonly outcome: ListedOutcome | null
	}[]
}
