import { FILES_LIMIT, type FileFacts } from '#domain/inquiry/file.ts'
import type { AssociationId, Instant, OlderId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Language, StatementKind } from '#domain/statement/statement.ts'

/** What is known of a statement that was decided before Samsvar was used: its text, its files, or both. */
export type OlderContent = {
	readonly title: string
	readonly language: Language
	readonly kind: StatementKind
	/** As far as it is known: `2017`, `2017-05` or `2017-05-03`. */
	readonly decidedOn: string
	/** What it answered. Each may be empty. */
	readonly inquiry: { readonly title: string; readonly sender: string; readonly references: string }
	/** Who stood behind it, in the coalition's own words. */
	readonly standsBehind: string
	readonly files: readonly FileFacts[]
	readonly blocks: readonly Block[]
}

/** Under which number it is brought in; null: it never had one. */
export type OlderNumber = { readonly year: number; readonly number: number | null }

/** Such a statement, as it stands. */
export type OlderStatement = OlderNumber & {
	readonly id: OlderId
	/** In its address, after the year: its number, or `a1`, `a2` … where it has none. */
	readonly place: string
	readonly content: OlderContent
	readonly importedAt: Instant
	/** It was taken away again; its address says so. */
	readonly removedAt: Instant | null
}

/** What is taken of a year already. */
export type YearTaken = {
	/** The first number that was given here; null: none was. */
	readonly first: number | null
	/** Numbers and other places of what was brought in, also of what was taken away again. */
	readonly places: readonly string[]
}

export type OlderContested = { readonly olderId: OlderId; readonly associationId: AssociationId }

/** The years that can be meant, and the largest number of one. */
export const FIRST_YEAR = 1900
export const LARGEST_NUMBER = 999

/** Most files of one. */
export const OLDER_FILES = FILES_LIMIT

/** `a1`, `a2` …: where in its year one without a number stands. Never given twice. */
export function unnumberedPlace(places: readonly string[]): string {
	const taken = places.flatMap((place) => (place.startsWith('a') ? [Number(place.slice(1))] : []))
	return `a${Math.max(0, ...taken) + 1}`
}

/** In lists of a year: numbers from the highest down, and then what has none. */
export function orderIn({ number, place }: Pick<OlderStatement, 'number' | 'place'>): number {
	return number ?? -Number(place.slice(1))
}
