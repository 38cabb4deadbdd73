import type { PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Taken, TypedText } from '#domain/statement/handing-over.ts'
import type { Stage } from '#domain/statement/statement.ts'
import type { LiveView } from '#read/statement/live.ts'
import type { LogLine } from '#usecases/log.ts'

/** The record, as a room asks it. */
export type RecordPort = {
	/** Who of those that are connected, by their sessions, may be there now. */
	readonly view: (sessions: readonly string[]) => Promise<LiveView>
	/** The text as it stands; null where there is none. */
	readonly text: () => Promise<{ readonly stage: Stage; readonly blocks: readonly BlockVersion[] } | null>
	/** `by`: in whose name it is tried, one after the other, before it is nobody's. */
	readonly handOver: (given: {
		readonly room: string
		readonly version: number
		readonly text: TypedText
		readonly by: readonly PersonId[]
	}) => Promise<Result<Taken, Rejection>>
}

export type Note = 'holds' | 'fixed' | 'given' | 'forgetAt'

/** Where a room keeps itself: what is written is there before anything is said. */
export type RoomStore = {
	readonly read: () => { readonly snapshot: string; readonly base: string; readonly entries: readonly string[] } | null
	readonly begin: (snapshot: string, base: string) => void
	readonly append: (version: number, entry: string) => void
	readonly rebase: (base: string) => void
	/** Forgets entries up to that version. */
	readonly compact: (version: number, snapshot: string) => void
	/** Forgets the text. */
	readonly clear: () => void
	/** Forgets all. */
	readonly forget: () => Promise<void>
	/** What else it keeps: which acts hold it, how far it had come when its text was fixed, what the record was given last, and when all may go. */
	readonly note: (what: Note, json: string | null) => void
	readonly noted: (what: Note) => string | null
}

/** Who is at the other end of a connection. */
export type Guest = {
	readonly key: string
	readonly personId: PersonId
	readonly name: string
	/** The hash of the session they came with. */
	readonly session: string
	/** The page's own name, once it has said it; with the person's, so that nobody speaks for another's page. */
	readonly client: string | null
}

export type Connection = {
	readonly guest: () => Guest
	readonly remember: (guest: Guest) => void
	readonly send: (text: string) => void
	readonly close: (code: number, reason: string) => void
}

export type HostPorts = {
	readonly record: RecordPort
	readonly store: RoomStore
	readonly connections: () => readonly Connection[]
	readonly now: () => number
	readonly newId: () => string
	/** Calls `tick` at that time, and at no other that it was told before. */
	readonly wakeAt: (at: number) => void
	readonly log: (line: LogLine) => void
}
