import type { Hex } from '#domain/coalition/colour.ts'
import type { Language } from '#domain/statement/statement.ts'

/** A stretch of text that looks alike. A line feed within it is a break of line. */
export type Run = {
	readonly text: string
	readonly bold?: true
	readonly italic?: true
	readonly code?: true
	/** Where it leads: http, https or mailto. */
	readonly href?: string
}

/** The mark of a footnote in the text, by the note's number. */
export type NoteMark = { readonly note: number }

export type Line = readonly (Run | NoteMark)[]

export type SubPoint = { readonly letter: string; readonly text: Line }

/** A part of a letter, in the order in which they are read. Levels of headings: the title is the first. */
export type Piece =
	| { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Line }
	| { readonly kind: 'paragraph'; readonly text: Line }
	| { readonly kind: 'signature'; readonly text: Line }
	/** The source stands below the quote and is no part of it. */
	| { readonly kind: 'quote'; readonly text: Line; readonly source: Line | null }
	| { readonly kind: 'list'; readonly items: readonly Line[] }
	/**
	 * Positions that follow one another, each with its number and its sub-points. `number` is null where sub-points stand apart
	 * from their position: after something else, or before any.
	 */
	| { readonly kind: 'positions'; readonly items: readonly PositionItem[] }
	/** `rowHeads`: the first cell of each row names the row. */
	| {
			readonly kind: 'table'
			readonly caption: string | null
			readonly header: readonly Line[]
			readonly rows: readonly (readonly Line[])[]
			readonly rowHeads: boolean
	  }

export type PositionItem = {
	readonly number: number | null
	readonly text: Line
	readonly subPoints: readonly SubPoint[]
}

export type Note = { readonly number: number; readonly text: Line }

/** A coalition's picture, of a type that documents can hold. */
export type LetterLogo = {
	readonly type: 'png' | 'jpeg'
	readonly bytes: Uint8Array
	/** Pixels. */
	readonly width: number
	readonly height: number
	/** What it shows; empty where that is the coalition's name alone. */
	readonly alt: string
}

/**
 * A statement as a letter that leaves the house: all that its files hold, in finished words of the text's language, and nothing
 * of how a file draws it.
 */
export type Letter = {
	readonly language: Language
	/** Without marks, on one line. */
	readonly title: string
	/** The coalition: who has written it. */
	readonly author: string
	/** Instant in ISO 8601 that the file's properties tell as when it was made: of the text, never of the file. */
	readonly writtenAt: string
	/** The colour of headings and rules; null: Samsvar's own. */
	readonly accent: Hex | null
	readonly logo: LetterLogo | null
	/** Said across each page; null for what is published. */
	readonly mark: string | null
	/** Date, whose number, to whom. */
	readonly facts: readonly { readonly label: string; readonly value: string }[]
	/** The statement's own text. */
	readonly body: readonly Piece[]
	/** In their own order, which is not always that of their marks. */
	readonly notes: readonly Note[]
	/** What stands under the text: dissent, and who stands behind it. */
	readonly after: readonly Piece[]
	/** The last line: by which hash the record is known, and where it is. */
	readonly end: Line
	/** At the head of each page but the first. */
	readonly running: string
	readonly words: LetterWords
}

export type LetterWords = {
	readonly notes: string
	readonly note: (number: number) => string
	readonly backToText: string
	readonly page: (number: number, of: number) => string
}
