import type { Elector } from '#domain/deciding/ballot.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	ConsensusListId,
	Instant,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'

/** Most amendments that are asked about at once. */
export const LISTED_AT_ONCE = 40

/**
 * What a list came to for an amendment. All but `adopted` leave it open. `inTheWay`: another that wants something else of the same
 * words was adopted meanwhile. `unheard`: an association had nobody who could have objected in all that time.
 */
export const LISTED_OUTCOMES = ['adopted', 'objected', 'inTheWay', 'unheard'] as const
export type ListedOutcome = (typeof LISTED_OUTCOMES)[number]

/** An amendment on a list, in the words that were read when it was put there. */
export type Listed = { readonly amendmentId: AmendmentId; readonly versionId: AmendmentVersionId }

export type Objection = { readonly amendmentId: AmendmentId; readonly reason: string }

/** What an association says of a list: it agrees to all that it does not object to. */
export type ConsensusAnswer = {
	readonly associationId: AssociationId
	readonly objections: readonly Objection[]
	/** Of the seat it was given from. */
	readonly role: Role | null
}

/** Amendments that all associations are asked about in one question, where whoever says nothing agrees. */
export type ConsensusList = {
	readonly id: ConsensusListId
	readonly statementId: StatementId
	readonly openedAt: Instant
	/** Over when now ≥ closesAt, whether or not any job ran. */
	readonly closesAt: Instant
	readonly bylaws: Bylaws
	readonly electorate: readonly Elector[]
	readonly items: readonly Listed[]
	readonly answers: readonly ConsensusAnswer[]
	readonly settledAt: Instant | null
	readonly cancelledAt: Instant | null
}

/** One that is still to be settled, as far as other acts ask. */
export type StandingList = Pick<ConsensusList, 'id' | 'closesAt'>

export type ConsensusState = 'open' | 'over' | 'settled' | 'cancelled'

/** `over`: its time is up, and it is settled within the minute. */
export function consensusState(
	{ settledAt, cancelledAt, closesAt }: Pick<ConsensusList, 'settledAt' | 'cancelledAt' | 'closesAt'>,
	now: Instant,
): ConsensusState {
	if (cancelledAt !== null) return 'cancelled'
	if (settledAt !== null) return 'settled'
	return now < closesAt ? 'open' : 'over'
}

/** The associations that object to an amendment on the list, with their reasons. */
export function objectionsTo({ answers }: Pick<ConsensusList, 'answers'>, amendmentId: AmendmentId) {
	return answers.flatMap(({ associationId, objections }) =>
		objections.filter((each) => each.amendmentId === amendmentId).map(({ reason }) => ({ associationId, reason })),
	)
}

/** An objection in a list that is over: settled or cancelled. */
export type EarlierObjection = Listed & {
	readonly listId: ConsensusListId
	readonly associationId: AssociationId
	readonly association: string
	readonly reason: string
}

/** Of these those that count on the list too: in the words that it asks about, by associations that have not answered it. */
export function standingObjections(
	{ items, answers, electorate }: Pick<ConsensusList, 'items' | 'answers' | 'electorate'>,
	earlier: readonly EarlierObjection[],
): readonly EarlierObjection[] {
	const versions = new Map(items.map(({ amendmentId, versionId }) => [amendmentId, versionId]))
	const silent = new Set(electorate.map(({ associationId }) => associationId))
	for (const { associationId } of answers) silent.delete(associationId)
	return earlier.filter((each) => silent.has(each.associationId) && versions.get(each.amendmentId) === each.versionId)
}
