import type { EventType, StoredEvent } from '#domain/event.ts'

/**
 * What a log of events means, in memory: the same meaning as the tables that `project` keeps, written once more and
 * without a database.
 */
export type Entry = StoredEvent & { readonly position: number }
export type Of<Type extends EventType> = Extract<Entry, { type: Type }>
