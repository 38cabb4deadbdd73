import type { PersonId, StatementId } from '#domain/kernel/id.ts'

/** Which text. */
export type TextPlace = { readonly coalition: string; readonly statementId: StatementId }

/** How long a text that was settled stays so, for certain, from when the act is told. Milliseconds. */
export const SETTLED_MS = 10_000

/** Where several write one text at once. */
export type Rooms = {
	/** Lets somebody in, who was looked at already. Answers with an upgrade to a WebSocket. */
	readonly connect: (
		place: TextPlace,
		guest: { readonly personId: PersonId; readonly name: string; readonly session: string },
	) => Promise<Response>
	/**
	 * Has what was typed given to the record, and nothing more taken until the act that asks is done, or was not, or `SETTLED_MS` are
	 * long over. `hold`: what the act is called here. False: it could not be.
	 */
	readonly settle: (place: TextPlace, hold: string) => Promise<boolean>
	readonly released: (place: TextPlace, hold: string) => Promise<void>
	/** The text was changed by another door. */
	readonly changed: (place: TextPlace) => Promise<void>
	/** Something was said about the text, or done with what was said. */
	readonly commented: (place: TextPlace) => Promise<void>
}
