import { PALETTE } from '#domain/coalition/colour.ts'
import type { Letter } from '#export/letter/letter.ts'
import { words } from '#export/letter/lines.ts'
import { showsAny } from './faces.ts'
import { setPages } from './flow.ts'
import { drawLetterhead } from './letterhead.ts'
import { FULL, linesIn, type Pen, stripsOf } from './pen.ts'
import { headingStrips, noteStrips, piecesStrips } from './pieces.ts'
import { artifact, bytesOf, FAINT, measured, newSheet, PAGE, rule, type Sheet, TEXT_WIDTH, write } from './sheet.ts'
import { wholeOf } from './tags.ts'

/**
 * A letter as a tagged PDF: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). The same letter gives the same bytes. A text of
 * any length is drawn; characters that the font has no shape for are drawn as a lozenge and read as what they are.
 */
export async function pdfOf(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
	const sheet = newSheet(letter)
	const whole = wholeOf(sheet)
	const pen: Pen = {
		sheet,
		language: letter.language,
		accent: letter.accent ?? PALETTE.sea,
		said: { note: letter.words.note, back: letter.words.backToText },
		marked: new Set(),
	}
	const turn = () => {
		sheet.addPage()
		drawMark(sheet, letter)
	}
	turn()
	const from = await drawLetterhead(pen, whole, letter)
	const end = { size: 8.5, leading: 12.5, colour: FAINT }
	const strips = [
		...headingStrips(pen, whole, { level: 1, text: words(showsAny(letter.title) ? letter.title : letter.author) }),
		...(await piecesStrips(pen, whole, letter.body)),
		...noteStrips(pen, whole, letter.notes, letter.words.notes),
		...(await piecesStrips(pen, whole, letter.after)),
		...stripsOf(linesIn(pen, letter.end, end, FULL), whole.within('P'), end, 24),
	]
	await setPages(strips, turn, from)
	whole.end()
	drawRunning(sheet, letter)
	return bytesOf(sheet)
}

/** What is not decided says so across each page, under its text. */
function drawMark(sheet: Sheet, { mark }: Letter): void {
	if (mark === null) return
	artifact(sheet, 'Pagination', () => {
		const text = mark.toLocaleUpperCase('sv')
		const size = Math.min(110, (90 * 520) / Math.max(1, measured(sheet, text, 'bold', 90)))
		const width = measured(sheet, text, 'bold', size)
		const [x, y] = [PAGE.width / 2, PAGE.height / 2]
		sheet.save()
		sheet.rotate(-55, { origin: [x, y] })
		write(sheet, text, { x: x - width / 2, y: y + size / 3 }, { face: 'bold', size, colour: '#ececea' })
		sheet.restore()
	})
}

/** At the head of each page but the first whose text it is, and at the foot of each which page it is. */
function drawRunning(sheet: Sheet, letter: Letter): void {
	const { start, count } = sheet.bufferedPageRange()
	const small = { face: 'regular', size: 8.5, colour: FAINT } as const
	for (let index = 0; index < count; index += 1) {
		sheet.switchToPage(start + index)
		artifact(sheet, 'Pagination', () => {
			if (index > 0) {
				write(sheet, shortened(sheet, letter.running, TEXT_WIDTH, small.size), { x: PAGE.left, y: 46 }, small)
				rule(sheet, { x: PAGE.left, y: 54, width: TEXT_WIDTH, colour: '#d5d8d3', thick: 0.6 })
			}
			const page = letter.words.page(index + 1, count)
			const x = PAGE.left + TEXT_WIDTH - measured(sheet, page, small.face, small.size)
			write(sheet, page, { x, y: PAGE.height - 46 }, small)
		})
	}
}

function shortened(sheet: Sheet, text: string, width: number, size: number): string {
	if (measured(sheet, text.slice(0, 300), 'regular', size) <= width && text.length <= 300) return text
	let end = Math.min(text.length, 300)
	while (end > 1 && measured(sheet, `${text.slice(0, end)}…`, 'regular', size) > width) end -= 1
	return `${text.slice(0, end).trimEnd()}…`
}
