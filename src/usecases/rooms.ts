import type { PersonId, StatementId } from '#domain/kernel/id.ts'

/** Which text. */
export type TextPlace = { readonly coalition: string; readonly statementId: StatementId }

/** Where several write one text at once. */
export type Rooms = {
	/** Lets somebody in, who was looked at already. Answers with an upgrade to a WebSocket. */
	readonly connect: (
		place: TextPlace,
		guest: { readonly personId: PersonId; readonly name: string; readonly session: string },
	) => Promise<Response>
	/** Has what was typed given to the record, and nothing more taken until the act is done, or was not. False: it could not be. */
	readonly settle: (place: TextPlace) => Promise<boolean>
	readonly released: (place: TextPlace) => Promise<void>
	/** The text was changed by another door. */
	readonly changed: (place: TextPlace) => Promise<void>
	/** Something was said about the text, or done with what was said. */
	readonly commented: (place: TextPlace) => Promise<void>
}
