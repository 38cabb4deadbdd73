import type { ConsensusList, ListedOutcome } from '#domain/amendment/consensus-list.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import type { Facts } from '#domain/event.ts'
import type { ActId, AmendmentId, Instant } from '#domain/kernel/id.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** That an amendment came into the text. */
export type ModelMerge = Pick<Facts['amendmentMerged'], 'versionId' | 'outcome' | 'parts' | 'before'> & {
	readonly actId: ActId
	readonly at: Instant
	/** How long the log was then. */
	readonly position: number
	readonly undone: boolean
}

/** Where associations are asked about it is worked out, as the tables do. */
export type ModelAmendment = Mutable<Omit<Mergeable, 'asked' | 'adoptedBy' | 'merged'>> & {
	putForward: boolean
	merges: readonly ModelMerge[]
	/** How long the log was when something last became of it. */
	lastPosition: number
}

/** When the next reminder of a question goes, and when the last went. */
export type Reminders = { remindAt: Instant | null; lastAt: Instant | null }

export type ModelList = Mutable<ConsensusList> & {
	outcomes: ReadonlyMap<AmendmentId, ListedOutcome>
	readonly reminders: Reminders
}
