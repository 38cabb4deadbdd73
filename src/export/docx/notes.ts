import type { Letter, Line, Note, Piece } from '#export/letter/letter.ts'

/** How the notes of a letter stand in a Word file. */
export type NotePlan = {
	/** Those that something refers to, by their numbers: Word's own footnotes. */
	readonly referred: ReadonlyMap<number, PlannedNote>
	/** Those that nothing refers to. */
	readonly others: readonly Note[]
}

export type PlannedNote = {
	readonly note: Note
	/** By the order of the first marks: LibreOffice goes by it, and not by which note a mark names. From 1. */
	readonly id: number
	/** Whether Word comes to the note's number by counting marks; its number is written where it does not. */
	readonly counted: boolean
	/** Whether more than one mark leads to it. */
	readonly again: boolean
}

/** What notes a letter's text refers to, in the order of its marks. */
export function planOf({ body, after, notes }: Pick<Letter, 'body' | 'after' | 'notes'>): NotePlan {
	// Of two notes with the same number the first is meant.
	const known = new Map(notes.toReversed().map((note) => [note.number, note]))
	const marks = [...body, ...after].flatMap(linesOf).flatMap((line) => line.flatMap((each) => marked(each)))
	const times = new Map<number, number>()
	for (const number of marks) times.set(number, (times.get(number) ?? 0) + 1)
	const referred = new Map<number, PlannedNote>()
	let count = 0
	for (const [number, often] of times) {
		const note = known.get(number)
		if (note === undefined) continue
		const counted = number === count + 1
		if (counted) count += 1
		referred.set(number, { note, id: referred.size + 1, counted, again: often > 1 })
	}
	return { referred, others: notes.filter((note) => referred.get(note.number)?.note !== note) }
}

const marked = (each: Line[number]): readonly number[] => ('note' in each ? [each.note] : [])

/** The lines of a piece as they are read. */
function linesOf(piece: Piece): readonly Line[] {
	switch (piece.kind) {
		case 'list':
			return piece.items
		case 'positions':
			return piece.items.flatMap(({ text, subPoints }) => [text, ...subPoints.map((each) => each.text)])
		case 'table':
			return [...piece.header, ...piece.rows.flat()]
		case 'quote':
			return piece.source === null ? [piece.text] : [piece.text, piece.source]
		default:
			return [piece.text]
	}
}
