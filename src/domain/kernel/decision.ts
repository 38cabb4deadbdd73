import type { Choice } from '#domain/deciding/ballot.ts'
import type { DomainEvent } from '#domain/event.ts'
import type {
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
	CoalitionId,
	ConsensusListId,
	InquiryId,
	Instant,
	SeatId,
	StatementId,
} from './id.ts'
import type { Bounded } from './telling.ts'

/** What must hold in the database at the moment of writing, whatever was read before. */
export type Guard =
	/** The seat acted from has not ended meanwhile. */
	| { readonly kind: 'seated'; readonly seatId: SeatId; readonly now: Instant }
	| { readonly kind: 'stageIn'; readonly statementId: StatementId; readonly stages: readonly string[] }
	/** The statement's text, as it was fixed, is still the one with that hash. */
	| { readonly kind: 'textStands'; readonly statementId: StatementId; readonly textHash: string }
	/** Nothing at all happened to the statement since the loaded position in the log. */
	| { readonly kind: 'unchangedSince'; readonly statementId: StatementId; readonly position: number }
	/** The block is still in the document, in that version. */
	| { readonly kind: 'blockStands'; readonly blockId: BlockId; readonly versionId: BlockVersionId }
	/** Neither closed nor past its time. */
	| { readonly kind: 'ballotOpen'; readonly ballotId: BallotId; readonly now: Instant }
	/** Neither the text was sent back nor the statement withdrawn since the ballot opened. */
	| { readonly kind: 'ballotStands'; readonly ballotId: BallotId }
	/** The list of amendments was neither settled nor cancelled, and its time is not up. */
	| { readonly kind: 'listAsks'; readonly listId: ConsensusListId; readonly now: Instant }
	/** Fewer acts than the limit have told the coalition of such a thing since then. */
	| {
			readonly kind: 'toldLessThan'
			readonly coalitionId: CoalitionId
			readonly notice: Bounded
			readonly since: Instant
			readonly limit: number
	  }
	/** Fewer such acts than the limit were done in the coalition since then. */
	| {
			readonly kind: 'doneLessThan'
			readonly coalitionId: CoalitionId
			readonly act: string
			readonly since: Instant
			readonly limit: number
	  }
	/** Since the loaded position in the log no association of the coalition was asked for anything. */
	| { readonly kind: 'nothingAskedSince'; readonly coalitionId: CoalitionId; readonly position: number }
	/** Since then nobody got or lost a seat. */
	| { readonly kind: 'seatsUnchangedSince'; readonly coalitionId: CoalitionId; readonly position: number }
	| { readonly kind: 'coalitionUnchangedSince'; readonly coalitionId: CoalitionId; readonly position: number }
	/** No text that answers the inquiry, or of the coalition, is being voted on or signed. */
	| { readonly kind: 'noneFixed'; readonly of: 'inquiry'; readonly id: InquiryId }
	| { readonly kind: 'noneFixed'; readonly of: 'coalition'; readonly id: CoalitionId }
	/** That moment has not come, by the database's own clock, whatever time it is for the rules. */
	| { readonly kind: 'before'; readonly at: number }

/** What somebody must be told; a reference only, the mail is written when it is delivered. */
export type Notification =
	| { readonly kind: 'invitation'; readonly seatId: SeatId }
	/** Somebody else got a seat for the association. To its delegate, and to the one who was replaced. */
	| { readonly kind: 'seat'; readonly seatId: SeatId; readonly associationId: AssociationId }
	/** The seat was ended. To whoever held it. */
	| { readonly kind: 'unseated'; readonly seatId: SeatId }
	/** Its holder took the seat back after others had ended it. To chair and secretary. */
	| { readonly kind: 'seatTakenBack'; readonly seatId: SeatId }
	/** The act gave or ended a chair's seat. */
	| { readonly kind: 'chair'; readonly associationId: AssociationId }
	/** The act chose other bylaws, or took that back. */
	| { readonly kind: 'bylaws'; readonly associationId: AssociationId }
	/** The act called the coalition, or its series, something else. */
	| { readonly kind: 'renamed'; readonly associationId: AssociationId }
	/** The act added associations, or one leaves or stays after all. */
	| { readonly kind: 'members'; readonly associationId: AssociationId }
	| { readonly kind: 'consultation'; readonly statementId: StatementId; readonly associationId: AssociationId }
	| {
			readonly kind: 'ballot'
			readonly statementId: StatementId
			readonly ballotId: BallotId
			readonly associationId: AssociationId
	  }
	/** How the association is said to have voted at a meeting. */
	| {
			readonly kind: 'meetingVote'
			readonly statementId: StatementId
			readonly ballotId: BallotId
			readonly associationId: AssociationId
	  }
	/** The association says that the vote entered for it is not right, or takes that back. To the chair. */
	| {
			readonly kind: 'contest'
			readonly statementId: StatementId
			readonly ballotId: BallotId
			readonly associationId: AssociationId
	  }
	/** `ballotId`: the ballot that has just adopted the text; left out where it was mended since. */
	| {
			readonly kind: 'signoff'
			readonly statementId: StatementId
			readonly ballotId?: BallotId
			readonly associationId: AssociationId
	  }
	/** What the association is asked and has not answered. `ballotId`: of the ballot, where it is asked to vote. */
	| {
			readonly kind: 'reminder'
			readonly statementId: StatementId
			readonly ballotId: BallotId | null
			readonly associationId: AssociationId
	  }
	/** The amendments that the association is asked about and has not answered. `ballotId`: null where a list asks. */
	| {
			readonly kind: 'amendmentReminder'
			readonly statementId: StatementId
			readonly ballotId: BallotId | null
			readonly associationId: AssociationId
	  }
	/** What a ballot came to. To an association that had a vote and is asked for nothing by it; null: to chair and secretary. */
	| {
			readonly kind: 'result'
			readonly statementId: StatementId
			readonly ballotId: BallotId
			readonly associationId: AssociationId | null
	  }
	| { readonly kind: 'published'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** What came of the statement's positions was recorded. To an association that had a vote on it. */
	| { readonly kind: 'outcomes'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** Something is to be added to a published text, or was, or is not to be after all. To an association that had a vote on it. */
	| { readonly kind: 'addendum'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** A part of a published statement was withheld. To an association that had a vote on it. */
	| { readonly kind: 'withheld'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** Older statements were brought in, corrected, followed up or taken away. */
	| { readonly kind: 'older'; readonly associationId: AssociationId }
	/** The published statement itself, to whoever asked for it: with files, and to nobody of the coalition. */
	| { readonly kind: 'response'; readonly statementId: StatementId }
	/** It was sent to whoever asked for it. To an association that had a vote on it. */
	| { readonly kind: 'sent'; readonly statementId: StatementId; readonly associationId: AssociationId }
	/** Something was said about the text. To the association's people in the thread; null: to chair and secretary. */
	| { readonly kind: 'comments'; readonly statementId: StatementId; readonly associationId: AssociationId | null }
	/** Something became of an amendment. To an association that stands behind it or has it waiting; null: to chair and secretary. */
	| { readonly kind: 'amendments'; readonly statementId: StatementId; readonly associationId: AssociationId | null }
	/** Amendments are asked about in one question; or that is over. To an association that is asked; null: to chair and secretary. */
	| { readonly kind: 'consensusList'; readonly statementId: StatementId; readonly associationId: AssociationId | null }

/** A paper in a secret ballot: a random key and a choice, tied to nothing else. */
export type Paper = { readonly key: string; readonly ballotId: BallotId; readonly choice: Choice }

/** What becomes of the papers of secret ballots in an act. */
export type PapersChange =
	| { readonly kind: 'cast'; readonly paper: Paper }
	/** Those of the ballot are destroyed, and these written in their place, in this order. */
	| { readonly kind: 'counted'; readonly ballotId: BallotId; readonly papers: readonly Paper[] }
	/** Those of the statement's ballots that were not counted are destroyed. */
	| { readonly kind: 'uncounted'; readonly statementId: StatementId }

/** What a rule decided: facts to store, what must still hold when they are, and who is to be told. */
export type Decision<Value> = {
	readonly value: Value
	readonly events: readonly DomainEvent[]
	readonly guards: readonly Guard[]
	readonly notifications?: readonly Notification[]
	/** Of what is told, what takes back a change that waits. It is done however often all were told of such a thing. */
	readonly undoes?: readonly Bounded[]
	readonly papers?: PapersChange
}
