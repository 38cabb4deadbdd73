import { type Tag, tagsIn } from './docx-xml.ts'

/** Stands around a comment's id in the text, where the comment is. No font that Word documents use has a sign for it. */
export const COMMENT = '\ue003'

export type Marked = {
	readonly xml: string
	/** What marks of notes are shown as, by the notes' ids: as Word counts them, or as they are typed. */
	readonly marks: ReadonlyMap<string, string>
}

/**
 * The XML of a text whose references to notes are all of one kind: marks that were typed are none beside, and what refers to
 * another mark is a mark too. Comments stand in it as signs.
 */
export function withMarks(xml: string): Marked {
	const notes = notesOfBookmarks(xml)
	const marks = new Map<string, string>()
	const pieces: string[] = []
	let kept = 0
	const put = (from: number, to: number, text: string) => {
		pieces.push(xml.slice(kept, from), text)
		kept = to
	}
	let count = 0
	/** The note whose mark is typed in what comes next. */
	let typed: string | null = null
	const field = fieldReader(notes)
	let textFrom = -1
	for (const tag of tagsIn(xml)) {
		const { name, opens, closes, start, end } = tag
		const note = field(tag, xml)
		if (name === 'footnoteReference' && opens) {
			const id = tag.get('id') ?? ''
			if (/^(?:1|true|on)$/.test(tag.get('customMarkFollows') ?? '')) typed = id
			else if (!marks.has(id)) {
				count += 1
				marks.set(id, String(count))
			}
		} else if (name === 'commentReference' && opens) {
			put(start, end, `<w:t>${COMMENT}${(tag.get('id') ?? '').replace(/\D/g, '')}${COMMENT}</w:t>`)
		} else if (name === 'r' && !opens) {
			typed = null
		} else if (name === 't' && opens && !closes) {
			textFrom = end
			if (typed !== null || note !== undefined) pieces.push(xml.slice(kept, start))
			if (typed !== null || note !== undefined) kept = start
		} else if (name === 't' && !opens && textFrom >= 0) {
			if (typed !== null) {
				marks.set(typed, `${marks.get(typed) ?? ''}${xml.slice(textFrom, start).trim()}`)
				put(kept, end, '')
			} else if (note !== undefined) {
				put(kept, end, note === '' ? '' : `<w:footnoteReference w:id="${note}"/>`)
			}
			textFrom = -1
		}
	}
	return { xml: [...pieces, xml.slice(kept)].join(''), marks }
}

/** The first note that is referred to within each bookmark. */
function notesOfBookmarks(xml: string): ReadonlyMap<string, string> {
	const notes = new Map<string, string>()
	const waiting = new Map<string, string>()
	for (const { name, opens, get } of tagsIn(xml)) {
		if (name === 'bookmarkStart' && opens) waiting.set(get('id') ?? '', get('name') ?? '')
		else if (name === 'bookmarkEnd') waiting.delete(get('id') ?? '')
		else if (name === 'footnoteReference' && opens) {
			const id = (get('id') ?? '').replace(/\D/g, '')
			for (const bookmark of waiting.values()) notes.set(bookmark, id)
			waiting.clear()
		}
	}
	return notes
}

/** Which note the result of a field refers to, where it is one; empty behind the first text of it. Asked tag by tag. */
function fieldReader(notes: ReadonlyMap<string, string>): (tag: Tag, xml: string) => string | undefined {
	let asked: string | undefined
	let shown: string | undefined
	let codeFrom = -1
	return (tag, xml) => {
		const { name, opens, closes, start, end } = tag
		if (name === 'instrText') {
			if (opens && !closes) codeFrom = end
			else if (codeFrom >= 0) asked ??= noteIn(xml.slice(codeFrom, start), notes)
		} else if (name === 'fldChar') {
			const type = tag.get('fldCharType')
			if (type === 'separate') shown = asked
			else [asked, shown] = [undefined, undefined]
		} else if (name === 'fldSimple') {
			shown = opens && !closes ? noteIn(tag.get('instr') ?? '', notes) : undefined
		}
		const now = shown
		if (name === 't' && !opens && shown !== undefined) shown = ''
		return now
	}
}

const noteIn = (code: string, notes: ReadonlyMap<string, string>) =>
	notes.get(/^\s{0,9}NOTEREF\s{1,9}(\S{1,100})/.exec(code)?.[1] ?? '')
