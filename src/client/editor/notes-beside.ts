import { type BesideOf, commentsBeside } from './comments-beside.ts'
import { likenessNotes } from './likeness-notes.ts'

/** What stands beside a text that is written: what is said of it, and which of its positions are like adopted ones. */
export function notesBeside(of: Omit<BesideOf, 'notes'>) {
	const notes = likenessNotes({
		given: of.given,
		view: () => of.view,
		say: of.say,
		changed: () => beside.noted(),
		look: (id) => beside.look(id),
	})
	const beside = commentsBeside({ ...of, notes })
	return { ...beside, written: notes.written }
}
