import type { BlockId, BlockVersionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Level } from './level.ts'

/** What can happen with the bank of positions. */
export type FactsOfPosition = {
	/**
	 * Whom positions of a published text are about from now on, and at which level. `olderId`: one from before Samsvar was used; null: the
	 * event's own.
	 */
	positionsSorted: {
		readonly olderId: OlderId | null
		readonly positions: readonly {
			readonly number: number
			readonly groupIds: readonly TopicId[]
			readonly level: Level | null
		}[]
	}
	/** That a position is like an adopted one is meant, in those words; or no longer. `adoptedIn`: the text that the adopted one stands in. */
	likenessMeant: {
		readonly blockId: BlockId
		readonly versionId: BlockVersionId
		readonly adoptedIn: StatementId | OlderId
		readonly number: number
		readonly meant: boolean
	}
}
