import type { Choice } from '#domain/deciding/ballot.ts'
import type { EventType } from '#domain/event.ts'
import type { Entry, Of } from './model-entry.ts'

export type Conditions = Readonly<Record<string, boolean>>
/** What must be true of an entry, seen from the log before it. Reads the log itself and none of the rules. */
export type Laws = { readonly [Type in EventType]?: (entry: Of<Type>, before: Before) => Conditions }

export type Before = {
	readonly log: readonly Entry[]
	/** All that its act did, itself and what comes after it too. */
	readonly act: readonly Entry[]
	readonly papers: (ballotId: string) => readonly Choice[]
}
