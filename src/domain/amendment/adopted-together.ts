import type { BallotId, ConsensusListId, Instant } from '#domain/kernel/id.ts'
import type { AmendmentState } from './state.ts'

type Decided = {
	readonly state: AmendmentState
	readonly decidedAt: Instant | null
	readonly decidedIn: BallotId | null
	readonly adoptedBy: ConsensusListId | null
}

/**
 * When associations adopted an amendment together, in a ballot or from a list; null: they did not. What they adopted comes into the text in
 * the words that they read, or stays outside.
 */
export const adoptedTogether = ({ state, decidedAt, decidedIn, adoptedBy }: Decided): Instant | null =>
	state === 'adopted' && (decidedIn !== null || adoptedBy !== null) ? decidedAt : null
