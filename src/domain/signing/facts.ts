import type { Method } from '#domain/deciding/ballot.ts'
import type { AssociationId, Instant, RevisionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'

/** An association's answer when asked to put its name to the decided text. */
export const SIGNOFF_ANSWERS = ['signed', 'declined'] as const
export type SignoffAnswer = (typeof SIGNOFF_ANSWERS)[number]

/** What can happen: sign-offs, and slips mended after the vote. */
export type FactsOfSigning = {
	signoffGiven: {
		readonly associationId: AssociationId
		readonly answer: SignoffAnswer
		readonly textHash: string
		readonly reason: string
		readonly method: Method
	}
	/** A slip mended after the vote, in the revision fixed just before: new sign-offs are asked for. */
	editorialChangeMade: {
		readonly version: BlockVersion
		readonly previous: BlockVersion
		readonly note: string
		readonly revisionId: RevisionId
		readonly signoffDueAt: Instant
	}
}
