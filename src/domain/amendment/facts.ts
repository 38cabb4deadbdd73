import type { AmendmentId, AmendmentVersionId, AssociationId, BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { AmendmentOutcome } from './state.ts'

/** A part of the text that an amendment was written against, in the version it was seen in. */
export type SeenBlock = { readonly blockId: BlockId; readonly id: BlockVersionId }

/** What an amendment is in one version: a stretch of the text as it was seen, as it is wanted, and why. */
type Worded = {
	readonly versionId: AmendmentVersionId
	readonly seen: readonly SeenBlock[]
	readonly wanted: readonly Wanted[]
	readonly reason: string
	/** The blocks that it touches, in the order of the text, and how many characters it strikes and puts in; left out of older ones. */
	readonly touches?: readonly BlockId[]
	readonly reach?: number
}

/** What can happen: to amendments. `prepared`: it is the association's own until its delegate puts it forward. */
export type FactsOfAmendment = {
	amendmentMade: Worded & {
		readonly amendmentId: AmendmentId
		/** Among the amendments to the statement, from 1. Never given again. */
		readonly number: number
		readonly associationId: AssociationId
		readonly prepared: boolean
	}
	amendmentPutForward: { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }
	amendmentChanged: Worded & { readonly amendmentId: AmendmentId; readonly prepared: boolean }
	amendmentWithdrawn: { readonly amendmentId: AmendmentId; readonly prepared: boolean }
	/** Another association stands behind it, in that version. */
	amendmentJoined: {
		readonly amendmentId: AmendmentId
		readonly versionId: AmendmentVersionId
		readonly associationId: AssociationId
	}
	amendmentLeft: { readonly amendmentId: AmendmentId; readonly associationId: AssociationId }
	amendmentDecided: {
		readonly amendmentId: AmendmentId
		readonly versionId: AmendmentVersionId
		readonly outcome: AmendmentOutcome
		/** Empty where nothing was said. */
		readonly note: string
		/** Whoever decided it speaks for an association that stands behind it. */
		readonly own: boolean
	}
	/** What was decided was taken back. */
	amendmentReopened: { readonly amendmentId: AmendmentId }
}
