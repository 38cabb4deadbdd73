import type { EventType, StoredEvent } from '#domain/event.ts'

/** An event of the model's log, with its place in it. */
export type Entry = StoredEvent & { readonly position: number }
export type Of<Type extends EventType> = Extract<Entry, { type: Type }>
