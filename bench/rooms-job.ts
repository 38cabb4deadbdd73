import type { StatementId } from '#domain/kernel/id.ts'

/** What came to a screen. */
export type Screen = (text: string) => void
export type Writer = { readonly press: (word: string) => void }

export type RoomJob = {
	readonly port: number
	readonly server: 'samsvar' | 'hocuspocus' | 'bare'
	/** Of Samsvar. */
	readonly statementId: StatementId | null
	readonly writers: readonly string[]
	readonly readers: readonly string[]
	/** How long it is typed before it is measured, and while it is. Seconds. */
	readonly before: number
	readonly seconds: number
}

export type RoomLoad = {
	/** From key to another screen, in their order. Milliseconds. */
	readonly took: readonly number[]
	/** Keys that were pressed, and that should have come to so many screens each. */
	readonly keys: number
	readonly screens: number
	/** The part of a processor that these pages took. */
	readonly busy: number
}
