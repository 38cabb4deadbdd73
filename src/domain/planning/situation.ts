import type { Ballot } from '#domain/deciding/ballot.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import type { AddendumId, AssociationId, ConsensusListId, Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Stage } from '#domain/statement/statement.ts'

/** A ballot of a statement, as far as it decides who must do what. */
export type BallotSituation = Pick<
	Ballot,
	'id' | 'subject' | 'track' | 'opensAt' | 'closesAt' | 'signoffDueAt' | 'closedAt' | 'outcome'
> & {
	readonly bylaws: Pick<Bylaws, 'officersVote'>
	/** Of the associations that are asked about: those with a vote in it, and those that have voted. */
	readonly electorate: readonly AssociationId[]
	readonly voted: readonly AssociationId[]
	/** Everybody with a vote in it has voted; and has answered whether they stand behind the text, while it is signed. */
	readonly allVoted: boolean
	readonly allAnswered: boolean
	/** It was entered from a meeting's minutes; and the associations that say their votes were not entered rightly. */
	readonly meeting: boolean
	readonly contested: readonly AssociationId[]
	/** The amendments that it is about; left out, or none, where it is about the text. */
	readonly put?: readonly NamedAmendment[]
}

/** A correction or withdrawal that was neither taken back nor published, as far as it decides who must do what. */
export type AddendumSituation = {
	readonly id: AddendumId
	readonly openedAt: Instant
	readonly closesAt: Instant
	readonly bylaws: Pick<Bylaws, 'officersVote'>
	/** Of the associations that are asked about: those that are asked, and those that have answered. */
	readonly electorate: readonly AssociationId[]
	readonly answered: readonly AssociationId[]
	readonly allAnswered: boolean
}

/** Amendments that are asked about in one question until a time, as far as it decides who must do what. */
export type ConsensusSituation = {
	readonly id: ConsensusListId
	readonly openedAt: Instant
	readonly closesAt: Instant
	readonly bylaws: Pick<Bylaws, 'officersVote'>
	readonly count: number
	/** Of the associations that are asked about: those that are asked, and those that have answered. */
	readonly electorate: readonly AssociationId[]
	readonly answered: readonly AssociationId[]
}

/** Where a statement is, as far as it decides who must do what. */
export type Situation = {
	readonly stage: Stage
	/** There is a text at all. */
	readonly written: boolean
	/** Its views are asked for, and there is something to take a stance on. */
	readonly hasPositions: boolean
	readonly consultationDueAt: Instant | null
	/** Its ballots that have effect, over or not. */
	readonly ballots: readonly BallotSituation[]
	readonly signoffDueAt: Instant | null
	/** Of the associations that are asked about: those that have recorded a stance, while views are asked for; that have answered, while the text is signed. */
	readonly stanced: readonly AssociationId[]
	readonly answered: readonly AssociationId[]
	readonly sent: boolean
	/** When it is expected to be known what came of its positions; null where nothing is expected. */
	readonly expectedOn: SwedishDate | null
	readonly addenda: readonly AddendumSituation[]
	readonly lists: readonly ConsensusSituation[]
	/** How many comments of associations wait for an answer. */
	readonly unanswered: number
	/** Associations that have commented on the text; and those with an answer they have not read, once for each. */
	readonly commented: readonly AssociationId[]
	readonly newAnswers: readonly AssociationId[]
	/** How many amendments wait to be decided. */
	readonly undecided: number
	/** How many that were adopted as they are wait to be put into the text. */
	readonly toMerge: number
	/** Associations with an amendment that waits to be put forward, and that joined one in other words than it has; once for each. */
	readonly prepared: readonly AssociationId[]
	readonly reworded: readonly AssociationId[]
}

/** How many ballots on amendments are not counted. */
export const openOnAmendments = ({ ballots }: Pick<Situation, 'ballots'>): number =>
	ballots.filter(({ subject, outcome }) => subject.kind === 'amendment' && outcome === null).length
