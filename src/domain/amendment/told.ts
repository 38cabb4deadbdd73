import type { AmendmentOutcome } from './state.ts'

/** What became of amendments to a text since its reader was told last. */
export type AmendmentsSubject = {
	readonly kind: 'amendments'
	readonly statementId: string
	readonly title: string
	readonly news: readonly AmendmentNews[]
}

export type AmendmentNews = {
	readonly amendmentId: string
	readonly number: number
	/** Whose amendment it is. */
	readonly association: string
	readonly what:
		| 'made'
		| 'prepared'
		/** Somebody else worded what its reader had prepared. */
		| 'preparedChanged'
		| 'changed'
		| 'withdrawn'
		| 'reopened'
		| 'merged'
		| 'mergedWithChanges'
		| 'unmerged'
		| AmendmentOutcome
	/** Why it is proposed; or what was said when it was decided, or came into the text with changes. */
	readonly text: string
	/** Where it came in with changes: what it wanted, and what was put into the text instead. */
	readonly otherwise: readonly { readonly own: string; readonly inserted: string }[]
}
