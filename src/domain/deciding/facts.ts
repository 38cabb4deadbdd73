import type { AssociationId, BallotId, BlockId, Instant, SeatId, SwedishDate } from '#domain/kernel/id.ts'
import type { Track } from '#domain/statement/statement.ts'
import type { Choice, Dissent, Elector, Method, Outcome } from './ballot.ts'
import type { Bylaws } from './bylaws.ts'
import type { SaidVote } from './contest.ts'
import type { Ask, Moment } from './reminding.ts'
import type { StanceChoice } from './stance.ts'
import type { Subject } from './subject.ts'

/** What can happen: consultation, stances, ballots and votes. */
export type FactsOfDeciding = {
	consultationOpened: { readonly dueAt: Instant | null }
	/** What the association thinks of a position, in the version it had then. */
	stanceRecorded: {
		readonly associationId: AssociationId
		readonly blockId: BlockId
		readonly versionId: string
		readonly stance: StanceChoice
		readonly reason: string
	}
	ballotOpened: {
		readonly ballotId: BallotId
		readonly subject: Subject
		readonly textHash: string
		readonly track: Track
		readonly closesAt: Instant
		readonly signoffDueAt: Instant
		readonly bylaws: Bylaws
		readonly electorate: readonly Elector[]
		/** Why there is less time than the bylaws promise. */
		readonly urgent: string | null
	}
	voteCast: {
		readonly ballotId: BallotId
		readonly associationId: AssociationId
		readonly choice: Choice
		readonly signs: boolean
		readonly dissent: Dissent | null
		readonly method: Method
	}
	/** That an association voted in a secret ballot; the paper itself lies apart. */
	paperCast: { readonly ballotId: BallotId; readonly associationId: AssociationId }
	/** Too few had voted: it goes on with the votes it has, and is counted anew. */
	ballotExtended: { readonly ballotId: BallotId; readonly closesAt: Instant; readonly signoffDueAt: Instant }
	/** From here on no vote counts. */
	ballotClosed: { readonly ballotId: BallotId; readonly by: 'chair' | 'time'; readonly closedAt: Instant }
	/** The votes frozen by the closing, counted once. */
	ballotDecided: {
		readonly ballotId: BallotId
		readonly outcome: Outcome
		/** Set when the text was adopted and sign-off begins. */
		readonly signing: {
			readonly dueAt: Instant
			readonly textHash: string
			readonly carried: readonly { readonly associationId: AssociationId; readonly seatId: SeatId | null }[]
		} | null
	}
	/** A decision taken at a meeting, entered with its minute reference. */
	meetingDecisionEntered: {
		readonly ballotId: BallotId
		readonly subject: Subject
		readonly textHash: string
		readonly heldOn: SwedishDate
		readonly minutes: string
		readonly signoffDueAt: Instant
		readonly bylaws: Bylaws
		readonly electorate: readonly Elector[]
		readonly urgent: string | null
		readonly votes: readonly { readonly associationId: AssociationId; readonly choice: Choice }[]
		readonly outcome: Outcome
	}
	/** An association says that the vote entered for it is not right; `voted`: how it says that it voted. */
	meetingVoteContested: {
		readonly ballotId: BallotId
		readonly associationId: AssociationId
		readonly voted: SaidVote | null
		readonly reason: string
	}
	/** It says that no more. */
	contestTakenBack: { readonly ballotId: BallotId; readonly associationId: AssociationId }
	/** Those that had not answered and whom mail reaches were reminded; none, where all had. */
	reminded: {
		readonly ask: Ask
		/** Null: somebody pressed; or nobody was reminded, since what is asked had changed. */
		readonly moment: Moment | null
		readonly associations: readonly AssociationId[]
		/** When the next goes by itself; null: none does. */
		readonly nextAt: Instant | null
	}
	/** The same of those that had not voted in a ballot on amendments. */
	amendmentBallotReminded: { readonly ballotId: BallotId } & ByItself
}

/** Those that had not answered and whom mail reaches were reminded because it was time. */
export type ByItself = {
	/** Null: nobody was reminded, since what is asked had changed. */
	readonly moment: Moment | null
	readonly associations: readonly AssociationId[]
	/** When the next goes; null: none does. */
	readonly nextAt: Instant | null
}
