import type { EventType, StoredEvent } from '#domain/event.ts'
import type { Notification } from '#domain/kernel/decision.ts'

/** An event of the model's log, with its place in it, and what its act tells to whom. */
export type Entry = StoredEvent & { readonly position: number; readonly told: readonly Notification[] }
export type Of<Type extends EventType> = Extract<Entry, { type: Type }>
