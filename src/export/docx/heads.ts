import { AlignmentType, BorderStyle, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { Letter } from '#export/letter/letter.ts'
import { writableLine } from './characters.ts'
import { RULE, STYLE, spaced } from './styles.ts'

/** Longer, it would take the room of the text on each page. Characters. */
const RUNNING_LIMIT = 90
const MARK_LIMIT = 120

/** Of drafts, in the red of what is not to be taken for the finished thing. */
const MARK_COLOUR = '8a1f3d'

/** What stands at the head of the first page and of the others. */
export function headsOf(letter: Letter): { readonly first: Header; readonly default: Header } {
	const running = new Paragraph({
		style: STYLE.header,
		border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
		children: [new TextRun({ children: [writableLine(letter.running, RUNNING_LIMIT), '\t', ...pageNumbers(letter)] })],
	})
	return {
		first: new Header({ children: mark(letter) }),
		default: new Header({ children: [...mark(letter), running] }),
	}
}

function mark({ mark: said }: Letter): Paragraph[] {
	if (said === null) return []
	return [
		new Paragraph({
			style: STYLE.header,
			alignment: AlignmentType.CENTER,
			spacing: spaced(0, 100, 240),
			children: [
				new TextRun({
					text: writableLine(said, MARK_LIMIT),
					bold: true,
					size: 24,
					color: MARK_COLOUR,
					characterSpacing: 30,
				}),
			],
		}),
	]
}

/** The sentence of page numbers with Word's fields where its numbers are. */
function pageNumbers({ words }: Letter): string[] {
	const [at, of] = [3, 8]
	const fields: Readonly<Record<string, string>> = { [at]: PageNumber.CURRENT, [of]: PageNumber.TOTAL_PAGES }
	return words
		.page(at, of)
		.split(/([38])/)
		.filter((part) => part !== '')
		.map((part) => fields[part] ?? part)
}
