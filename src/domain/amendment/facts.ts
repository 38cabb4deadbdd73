import type {
	ActId,
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
	CommentId,
	ConsensusListId,
	Instant,
	SeatId,
} from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { AmendmentOutcome, MERGEABLE_STATES, MergedOutcome } from './state.ts'

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

/** `byHand`, `otherwise`: where it collided with another, words that were written for it, or those of another, stand instead of its own. */
export const MERGED_KINDS = ['words', 'new', 'struck', 'moved', 'byHand', 'otherwise'] as const

/** A part of an amendment in the text: which words it took away and put in, and where these stand. */
export type MergedPart = {
	readonly kind: (typeof MERGED_KINDS)[number]
	readonly blockId: BlockId
	/** The version of the block that they stand in; null where the block is gone. */
	readonly versionId: BlockVersionId | null
	readonly removed: string
	readonly inserted: string
	/** What it wanted there, where that is something else. */
	readonly own?: string
}

/** What an amendment was before it was merged. */
export type BeforeMerging = {
	readonly state: (typeof MERGEABLE_STATES)[number]
	readonly note: string | null
	readonly decidedSeatId: SeatId | null
	readonly decidedAt: Instant | null
	readonly own: boolean
}

/** What can happen: to amendments. `prepared`: it is the association's own until its delegate puts it forward. */
export type FactsOfAmendment = {
	amendmentMade: Worded & {
		readonly amendmentId: AmendmentId
		/** Among the amendments to the statement, from 1. Never given again. */
		readonly number: number
		readonly associationId: AssociationId
		readonly prepared: boolean
		/** The comment that it was made of, by what began its thread; left out where it was made of none. */
		readonly commentId?: CommentId
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
		/** The ballot by which associations decided it, instead of chair or secretary. */
		readonly ballotId?: BallotId
		/** The list by which they did. */
		readonly listId?: ConsensusListId
	}
	/** The associations are asked about it in a ballot, in that version. */
	amendmentPutToBallot: {
		readonly amendmentId: AmendmentId
		readonly versionId: AmendmentVersionId
		readonly ballotId: BallotId
	}
	/** What was decided was taken back. */
	amendmentReopened: {
		readonly amendmentId: AmendmentId
		/** The ballot that had decided it, where what was preferred to it there does not stand any more. */
		readonly ballotId?: BallotId
	}
	/** It came into the text, in that version: what became of it, with what was said where other words than its own came in. */
	amendmentMerged: {
		readonly amendmentId: AmendmentId
		readonly versionId: AmendmentVersionId
		readonly outcome: MergedOutcome
		readonly note: string
		readonly own: boolean
		readonly parts: readonly MergedPart[]
		readonly before: BeforeMerging
	}
	/** The act that merged it was undone: it is what it was before. */
	amendmentUnmerged: {
		readonly amendmentId: AmendmentId
		readonly mergedBy: ActId
		readonly before: BeforeMerging
	}
}
