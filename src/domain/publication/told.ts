import type { Instant, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { PositionOutcome } from './outcome.ts'

/** What came of a published statement's positions, as it stands. */
export type OutcomesSubject = {
	readonly kind: 'outcomes'
	readonly title: string
	readonly year: number
	readonly number: number
	readonly label: string
	/** What is known last of each, by number. */
	readonly outcomes: readonly { readonly number: number; readonly outcome: PositionOutcome }[]
}

/** Parts of a published statement that were withheld since the reader was told last. Nothing of what they said. */
export type WithheldSubject = {
	readonly kind: 'withheld'
	readonly statementId: StatementId
	readonly title: string
	readonly label: string
	readonly year: number
	readonly number: number
	/** What each was, as a kind of block, or a text of what was added to the statement; and why. */
	readonly parts: readonly { readonly what: Block['kind'] | 'added'; readonly ground: string }[]
}

/** Older statements that were brought in, corrected, followed up or taken away since the reader was told last, as they stand. */
export type OlderSubject = {
	readonly kind: 'older'
	readonly statements: readonly {
		readonly label: string
		readonly title: string
		readonly removed: boolean
		/** What became of the association's own objection to another: it went with this one, or left it again; null: neither. */
		readonly objection: 'carried' | 'parted' | null
	}[]
}

/** A published statement was sent, in the name of all, to these. */
export type SentSubject = {
	readonly kind: 'sent'
	readonly statementId: string
	readonly title: string
	readonly label: string
	readonly at: Instant
	readonly to: readonly string[]
	readonly copyTo: readonly string[]
	/** Of both, whom the inquiry did not name; null: it is not known. */
	readonly added: readonly string[] | null
	/** What the letter says, and why it was sent once more; empty the first time. */
	readonly subject: string
	readonly cover: string
	readonly reason: string
}
