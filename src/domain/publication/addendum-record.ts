import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { AddendumAnswer, AddendumKind, Stretch } from './addendum.ts'
import type { Leaf } from './sealed.ts'

export const ADDENDUM_FORMAT = 'samsvar-addendum/1'

/** The published statement that an addendum belongs to, by what it is known by. */
export type Published = {
	readonly coalition: string
	readonly label: string
	readonly year: number
	readonly number: number
	readonly textHash: string
	readonly recordHash: string
}

/**
 * All that an addendum's `recordHash` is the hash of. In what is hashed, each text that somebody wrote, and each block, is
 * a leaf. Names associations, never persons.
 */
export type AddendumRecord<Written = string, Part = Block> = {
	readonly format: typeof ADDENDUM_FORMAT
	readonly kind: AddendumKind
	/** Among those of its kind, from 1. */
	readonly ordinal: number
	readonly coalition: string
	readonly statement: Omit<Published, 'coalition'>
	readonly language: Language
	readonly reason: Written
	/** Of the statement's text, its first and last block, counted from 0; null for a withdrawal. */
	readonly stretch: Stretch | null
	/** What is to be read there instead. */
	readonly blocks: readonly Part[]
	readonly openedAt: string
	readonly closesAt: string
	/** Why the associations had less time than the bylaws promise. */
	readonly urgent: Written | null
	readonly publishedAt: string
	readonly publishedOn: string
	/** How many had to agree; null where one objection would have stopped it. */
	readonly needed: number | null
	readonly associations: readonly {
		readonly name: string
		readonly area: string
		/** `left`: it was a member no more, and not asked. */
		readonly answer: AddendumAnswer | 'silent' | 'left'
		/** Its agreement counted towards what was needed. */
		readonly counted: boolean
		readonly reason: Written
	}[]
}

/** As it is hashed. */
export type SealedAddendum = AddendumRecord<Leaf, Leaf>

/** The record with `written` of each text in it, and `part` of each block, in the order in which they stand. */
export function mapAddendum<Written, Part, W, P>(
	record: AddendumRecord<Written, Part>,
	written: (text: Written) => W,
	part: (block: Part) => P,
): AddendumRecord<W, P> {
	return {
		...record,
		reason: written(record.reason),
		blocks: record.blocks.map(part),
		urgent: record.urgent === null ? null : written(record.urgent),
		associations: record.associations.map((association) => ({ ...association, reason: written(association.reason) })),
	}
}
