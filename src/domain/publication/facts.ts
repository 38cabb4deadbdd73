import type { AddendumId, AssociationId, BlockId, ReplyId, ResponseId, SwedishDate } from '#domain/kernel/id.ts'
import type { AddendumAnswer, AddendumText } from './addendum.ts'
import type { FactsOfOlder } from './older-facts.ts'
import type { DocumentOutcomes } from './outcome.ts'
import type { PackFile } from './pack.ts'
import type { ReplyContent } from './reply.ts'

/** What can happen: numbers, records, and what became of a published statement. */
export type FactsOfPublication = FactsOfOlder & {
	/** The next number in the coalition's series for the year was taken. */
	numberTaken: { readonly year: number; readonly number: number }
	published: {
		readonly year: number
		readonly number: number
		readonly label: string
		readonly textHash: string
		readonly recordHash: string
		/** Canonical bytes (RFC 8785) of the text and of the record, as hashed. */
		readonly text: string
		readonly record: string
		/** Canonical bytes of what the leaves in both stand for; left out where they have none. */
		readonly revealed?: string
	}
	markedAsSent: { readonly sentOn: SwedishDate; readonly how: string; readonly to: string }
	/** A person had it sent to whoever asked for it. What became of that is told apart. */
	responseSent: {
		readonly responseId: ResponseId
		readonly to: readonly string[]
		readonly copyTo: readonly string[]
		readonly subject: string
		/** What the letter itself says. */
		readonly cover: string
		readonly files: readonly PackFile[]
		/** Why it was sent again; empty the first time. */
		readonly reason: string
		/** Of all addressees those that the inquiry did not name then. Left out: it was not asked. */
		readonly added?: readonly string[]
	}
	responseDelivered: { readonly responseId: ResponseId; readonly outcome: DeliveryOutcome; readonly said: string }
	/** A letter came back about one that was sent. It changes nothing by itself. */
	replyTaken: ReplyContent & { readonly replyId: ReplyId; readonly responseId: ResponseId }
	/** Somebody looked at it. `belongs`: it has to do with the answer; else it was put aside. */
	replyChecked: { readonly replyId: ReplyId; readonly belongs: boolean }
	/**
	 * A block of the published text, or of what was added to it, withheld because it named a person who was erased or took back consent; or
	 * a text that somebody wrote in what was added, by its leaf.
	 */
	redacted: { readonly blockId: BlockId; readonly ground: string }
	/** An association does not agree that something is withheld of the text. */
	withheldContested: { readonly associationId: AssociationId; readonly reason: string }
	withheldContestTakenBack: { readonly associationId: AssociationId }
	/** What a decision document tells of positions. */
	outcomesRecorded: DocumentOutcomes
	/** The same document, read again: what was recorded from it before counts no more, and stays in the trail. */
	outcomesCorrected: DocumentOutcomes
	/** When the next outcome is expected, and what; null: none is. */
	outcomeExpected: { readonly on: SwedishDate | null; readonly what: string }
	/** The associations are asked about something to be added to the published text. */
	addendumProposed: AddendumText & { readonly addendumId: AddendumId }
	addendumAnswered: {
		readonly addendumId: AddendumId
		readonly associationId: AssociationId
		readonly answer: AddendumAnswer
		readonly reason: string
	}
	addendumTakenBack: { readonly addendumId: AddendumId }
	addendumPublished: {
		readonly addendumId: AddendumId
		readonly ordinal: number
		readonly recordHash: string
		/** Canonical bytes (RFC 8785) of the record, as hashed, and of what the leaves in it stand for. */
		readonly record: string
		readonly revealed: string
	}
}

/**
 * What came of handing the letter over. `taken`: the mail server has it. `refused`: the server says that it never will. `changed`:
 * the files are no longer those that were confirmed. `givenUp`: it was tried for a week.
 */
export const DELIVERY_OUTCOMES = ['taken', 'refused', 'changed', 'givenUp'] as const
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number]
