import type { AssociationId, Instant, OlderId, SeatId } from '#domain/kernel/id.ts'
import type { OlderContent } from './older.ts'
import type { DocumentOutcomes } from './outcome.ts'

/** What can happen to statements from before Samsvar was used. */
export type FactsOfOlder = {
	/** Brought in on the word of whoever did it. Its number, where it has one, was taken in the same act. */
	olderImported: {
		readonly olderId: OlderId
		readonly year: number
		readonly number: number | null
		readonly place: string
		readonly label: string
		readonly content: OlderContent
	}
	/** What is known of it, in place of what was; also of one that had been taken away, which with that is there again. */
	olderCorrected: { readonly olderId: OlderId; readonly content: OlderContent; readonly reason: string }
	/** Nothing of it is shown any more but that it was there. */
	olderRemoved: { readonly olderId: OlderId; readonly reason: string }
	/** An association says that it does not know of it. */
	olderContested: { readonly olderId: OlderId; readonly associationId: AssociationId; readonly reason: string }
	olderContestTakenBack: { readonly olderId: OlderId; readonly associationId: AssociationId }
	/**
	 * What an association said of another, which is the same statement, is read beside this one too: as it was said there, when and from
	 * which seat.
	 */
	olderContestCarried: {
		readonly olderId: OlderId
		readonly associationId: AssociationId
		readonly reason: string
		readonly from: OlderId
		readonly seatId: SeatId | null
		readonly saidAt: Instant
	}
	/** It is not the same any more: what went with it stands where it was said alone. */
	olderContestParted: { readonly olderId: OlderId; readonly associationId: AssociationId; readonly from: OlderId }
	/** What a document tells of its positions. */
	olderOutcomesRecorded: DocumentOutcomes & { readonly olderId: OlderId }
	/** In place of what was recorded from the same document; also where positions read otherwise than they did. */
	olderOutcomesCorrected: DocumentOutcomes & { readonly olderId: OlderId }
}
