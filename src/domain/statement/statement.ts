import type { BallotId, CoalitionId, InquiryId, RevisionId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from './block.ts'

/** What a text can be written in, and what the interface speaks. */
export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** `drafting → consulting → deciding → signing → published`; back to drafting when referred back; or withdrawn. */
export const STAGES = ['drafting', 'consulting', 'deciding', 'signing', 'published', 'withdrawn'] as const
export type Stage = (typeof STAGES)[number]

/** The way to publication: the stages of a statement that is not withdrawn, in order. */
export const LIFECYCLE: readonly Stage[] = STAGES.filter((stage) => stage !== 'withdrawn')

/** `full`: consultation, ballot, sign-off. `light`: a text is sent round and silence is no objection. */
export const TRACKS = ['full', 'light'] as const
export type Track = (typeof TRACKS)[number]

export const STATEMENT_KINDS = ['response', 'letter'] as const
export type StatementKind = (typeof STATEMENT_KINDS)[number]

export type Statement = {
	readonly id: StatementId
	readonly coalitionId: CoalitionId
	readonly inquiryId: InquiryId | null
	readonly kind: StatementKind
	readonly language: Language
	readonly title: string
	readonly track: Track
	readonly stage: Stage
	/** The text decided on or being decided on; null while it can still be written. */
	readonly revisionId: RevisionId | null
	/** SHA-256 of that text, lower-case hex. */
	readonly textHash: string | null
	/** The ballot or meeting that text was put to; null while it can still be written. */
	readonly ballotId: BallotId | null
}

/** A statement's whole text: what `textHash` is the hash of. */
export type StatementText = {
	readonly title: string
	readonly language: Language
	readonly blocks: readonly Block[]
}

/** Where the text can be written. */
export const WRITABLE: readonly Stage[] = ['drafting', 'consulting']

/** Where associations vote on it or sign it, and it is not published yet. */
export const FIXED: readonly Stage[] = STAGES.filter((stage) => stage === 'deciding' || stage === 'signing')

/** Where several can write in it at once. */
export const TYPABLE: readonly Stage[] = ['drafting']

/** Where a statement can still be sent back or withdrawn. */
export const UNPUBLISHED: readonly Stage[] = ['drafting', 'consulting', 'deciding', 'signing']

/** Where a text can be sent back from. */
export const REFERABLE: readonly Stage[] = ['consulting', 'deciding', 'signing']
