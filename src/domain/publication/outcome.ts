import type { AssociationId, DecisionDocumentId, SwedishDate } from '#domain/kernel/id.ts'
import type { Statement } from '#domain/statement/statement.ts'

/** What came of a position. `unanswered`: the document passes it over. */
export const POSITION_OUTCOMES = ['heeded', 'partly', 'rejected', 'unanswered'] as const
export type PositionOutcome = (typeof POSITION_OUTCOMES)[number]

/** `none`: nothing is known yet. */
export const KNOWN_OUTCOMES = [...POSITION_OUTCOMES, 'none'] as const
export type KnownOutcome = (typeof KNOWN_OUTCOMES)[number]

/** What an outcome is read in. A report says what became of the views, a bill cites them, a decision settles it. */
export const DOCUMENT_KINDS = ['report', 'bill', 'decision', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export type DecisionDocument = {
	readonly kind: DocumentKind
	readonly title: string
	/** Where it can be read, `https://…`; empty where it is not on the web. */
	readonly url: string
	/** The day it was decided or published. */
	readonly datedOn: SwedishDate
}

export type RecordedOutcome = {
	/** The position's number in its statement. */
	readonly number: number
	readonly outcome: PositionOutcome
	/** Where in the document it stands, as it is cited: “12” or “12–14”; empty where it stands nowhere. */
	readonly page: string
	readonly note: string
}

/** What one document tells of a statement's positions. Those that it is not asked about are left out. */
export type DocumentOutcomes = {
	readonly documentId: DecisionDocumentId
	readonly document: DecisionDocument
	readonly outcomes: readonly RecordedOutcome[]
}

/** A published statement, as far as it is followed up. */
export type FollowedStatement = {
	readonly statement: Statement
	/** Of its positions that can be read: none that is withheld. */
	readonly numbers: readonly number[]
	/** Associations that had a vote on it. */
	readonly electorate: readonly AssociationId[]
	readonly expectedOn: SwedishDate | null
}

/** An outcome with the document that it was read in. */
export type CitedOutcome = RecordedOutcome & { readonly document: DecisionDocument }

/** What is known last of a position: by the day of the document, and of one day what was recorded last. Given in the order recorded. */
export function latestOutcome<Cited extends CitedOutcome>(outcomes: readonly Cited[]): Cited | null {
	return outcomes.reduce<Cited | null>(
		(latest, each) => (latest === null || each.document.datedOn >= latest.document.datedOn ? each : latest),
		null,
	)
}

/** What the documents tell of a position, in their order. */
export function outcomesOf(documents: readonly DocumentOutcomes[], position: number): CitedOutcome[] {
	return documents.flatMap(({ document, outcomes }) =>
		outcomes.filter(({ number }) => number === position).map((outcome) => ({ ...outcome, document })),
	)
}
