import type { Instant } from '#domain/kernel/id.ts'
import type { Language } from '#domain/statement/statement.ts'

/** A published statement in a list, or one from before Samsvar was used. */
export type PublicEntry = {
	readonly label: string
	readonly title: string
	readonly year: number
	/** As it stands in its address: `a1` where it never had one. */
	readonly number: number | string
	/** Or when it was imported. */
	readonly publishedAt: Instant
	/** Of the text, and so of its title. */
	readonly language: Language
	/** When it was decided, as far as it is known, where that was before Samsvar was used; null: it was published here. */
	readonly decidedOn: string | null
	/** Whether a correction of it was published, and whether it was taken back. */
	readonly corrected: boolean
	readonly withdrawn: boolean
}
