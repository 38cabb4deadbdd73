import type { Salt } from '#domain/statement/salts.ts'
import type { Language } from '#domain/statement/statement.ts'
import type { PublicationRecord } from './record.ts'

export const SEALED_TEXT_FORMAT = 'samsvar-text/3'

/** SHA-256 of a part and its salt: what stands for the part in what is hashed. */
export type Leaf = string

/** A statement's text as its hash covers it: each part by its leaf. */
export type SealedText = {
	readonly format: typeof SEALED_TEXT_FORMAT
	readonly language: Language
	readonly title: Leaf
	readonly blocks: readonly Leaf[]
}

/** What leaves stand for. A part that is withheld is not among them, nor is its salt. */
export type Revealed = { readonly [leaf: Leaf]: { readonly salt: Salt; readonly value: unknown } }

/** What is revealed of a text when the blocks at these places, counted from 0, are withheld. */
export function withoutBlocks(
	revealed: Revealed,
	{ blocks }: Pick<SealedText, 'blocks'>,
	places: readonly number[],
): Revealed {
	const gone = new Set(places.map((place) => blocks[place]))
	return Object.fromEntries(Object.entries(revealed).filter(([leaf]) => !gone.has(leaf)))
}

/** The parts of a record that hold what people wrote. */
type Written = {
	readonly inquiry: PublicationRecord['inquiry']
	readonly decision: Pick<PublicationRecord['decision'], 'minutes' | 'urgent'> & {
		readonly editorialChanges: readonly { readonly note: string }[]
	}
	readonly associations: readonly {
		readonly dissent: { readonly text: string } | null
		readonly reason: string
		readonly stances: readonly { readonly reason: string }[]
	}[]
}

/**
 * The record with `map` of each text in it that somebody wrote, and that may name a person. An empty one says nothing and
 * stays empty.
 */
export function mapWritten<Record extends Written>(record: Record, map: (text: string) => string): Record {
	const of = (text: string) => (text === '' ? '' : map(text))
	const maybe = (text: string | null) => (text === null ? null : of(text))
	const { inquiry, decision, associations } = record
	const mapped: Written = {
		...record,
		inquiry: inquiry && {
			...inquiry,
			title: of(inquiry.title),
			sender: of(inquiry.sender),
			references: of(inquiry.references),
		},
		decision: {
			...decision,
			minutes: maybe(decision.minutes),
			urgent: maybe(decision.urgent),
			editorialChanges: decision.editorialChanges.map((change) => ({ ...change, note: of(change.note) })),
		},
		associations: associations.map((association) => ({
			...association,
			dissent: association.dissent && { ...association.dissent, text: of(association.dissent.text) },
			reason: of(association.reason),
			// Most have none. Of a large coalition there are tens of thousands.
			stances: association.stances.map((stance) =>
				stance.reason === '' ? stance : { ...stance, reason: map(stance.reason) },
			),
		})),
	}
	// Every field is spread above, which the compiler does not follow through the type.
	return mapped as Record
}
