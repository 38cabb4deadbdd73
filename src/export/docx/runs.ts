import {
	Bookmark,
	ExternalHyperlink,
	FootnoteReferenceRun,
	ImportedXmlComponent,
	type ParagraphChild,
	Tab,
	TextRun,
} from 'docx'
import type { Line, Run } from '#export/letter/letter.ts'
import { writable, writableAddress } from './characters.ts'
import type { NotePlan } from './notes.ts'
import { STYLE } from './styles.ts'

/** Draws the lines of a document, in the order of its text. */
export type Runs = (line: Line) => ParagraphChild[]

type Link = { readonly href: string; readonly runs: TextRun[] }

/** Word's own name for a mark that others refer to begins so, and is hidden from the list of bookmarks. */
const bookmarkOf = (note: number) => `_Ref${100_000_000 + note}`

/** A line's runs: what leads to the same address is one link, and a note's second mark refers to its first. */
export function runsWith({ referred }: NotePlan): Runs {
	const marked = new Set<number>()
	const mark = (number: number): readonly ParagraphChild[] => {
		const planned = referred.get(number)
		if (planned === undefined) return [new TextRun({ text: String(number), superScript: true })]
		if (marked.has(number)) return crossReference(number)
		marked.add(number)
		const first = planned.counted ? new FootnoteReferenceRun(planned.id) : ownMark(planned.id, number)
		return [planned.again ? new Bookmark({ id: bookmarkOf(number), children: [first] }) : first]
	}
	return (line) => {
		const children: ParagraphChild[] = []
		let link = null as Link | null
		for (const each of line) {
			const href = 'note' in each || each.href === undefined ? null : writableAddress(each.href)
			if ('note' in each) {
				link = null
				children.push(...mark(each.note))
			} else if (href === null) {
				link = null
				children.push(...textRuns(each, null))
			} else if (link?.href === href) {
				link.runs.push(...textRuns(each, STYLE.link))
			} else {
				link = { href, runs: textRuns(each, STYLE.link) }
				// Read once the line is done, with the runs that have come by then.
				children.push(new ExternalHyperlink({ link: href, children: link.runs }))
			}
		}
		return children
	}
}

/** A run for each of its lines: a break of line stands before all but the first. */
function textRuns({ text, bold, italic, code }: Run, style: string | null): TextRun[] {
	const look = {
		...(bold && { bold }),
		...(italic && { italics: italic }),
		...(code && style === null && { style: STYLE.code }),
		...(style !== null && { style }),
	}
	return writable(text)
		.split('\n')
		.map((words, index) => new TextRun({ ...look, children: withTabs(words), ...(index > 0 && { break: 1 }) }))
}

const withTabs = (words: string) =>
	words.split('\t').flatMap((part, index) => [...(index > 0 ? [new Tab()] : []), ...(part === '' ? [] : [part])])

/** A footnote's mark with a number that Word does not come to by itself. */
const ownMark = (id: number, number: number) =>
	markRun(element(`<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/>`), String(number))

const crossReference = (number: number) => [
	markRun(element('<w:fldChar w:fldCharType="begin"/>')),
	markRun(element(`<w:instrText xml:space="preserve"> NOTEREF ${bookmarkOf(number)} \\f \\h </w:instrText>`)),
	markRun(element('<w:fldChar w:fldCharType="separate"/>')),
	markRun(String(number)),
	markRun(element('<w:fldChar w:fldCharType="end"/>')),
]

const markRun = (...children: readonly (string | ImportedXmlComponent)[]) =>
	new TextRun({ style: STYLE.noteMark, children })

/** What the library has no words for. */
const element = (xml: string) => ImportedXmlComponent.fromXmlString(xml)
