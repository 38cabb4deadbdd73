import { Document, Packer, Paragraph, TextRun } from 'docx'
import { PALETTE } from '#domain/coalition/colour.ts'
import type { Letter, Note } from '#export/letter/letter.ts'
import { settled } from './archive.ts'
import { headsOf } from './heads.ts'
import { letterhead } from './letterhead.ts'
import { type NotePlan, planOf } from './notes.ts'
import { listsIn } from './numbering.ts'
import { drawn } from './pieces.ts'
import { propertiesOf } from './properties.ts'
import { type Runs, runsWith } from './runs.ts'
import { PAGE, STYLE, stylesOf } from './styles.ts'

/** A letter as a Word file (.docx). The same letter always gives the same bytes. */
export async function docxOf(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
	const accent = (letter.accent ?? PALETTE.sea).replace('#', '')
	const plan = planOf(letter)
	const runs = runsWith(plan)
	const lists = listsIn(accent)
	const pen = { runs, lists, accent }
	const children = [
		...letterhead(letter),
		...letter.body.flatMap((piece) => drawn(piece, pen)),
		...letter.after.flatMap((piece) => drawn(piece, pen)),
		...unreferred(letter, plan.others, runs),
		...(letter.end.length === 0 ? [] : [new Paragraph({ style: STYLE.end, children: runs(letter.end) })]),
	]
	const document = new Document({
		styles: stylesOf(letter.language, accent),
		numbering: { config: lists.declared() },
		footnotes: footnotesOf(plan, runs),
		compatibility: { version: 15 },
		sections: [
			{
				properties: {
					titlePage: true,
					page: {
						size: { width: PAGE.width, height: PAGE.height },
						margin: { top: PAGE.top, bottom: PAGE.foot, left: PAGE.side, right: PAGE.side, header: 680, footer: 680 },
					},
				},
				headers: headsOf(letter),
				children,
			},
		],
	})
	return settled(await Packer.pack(document, 'uint8array'), (name, xml) => {
		if (name === 'docProps/core.xml') return propertiesOf(letter)
		return name === 'word/footnotes.xml' ? withOwnMarks(xml, plan) : xml
	})
}

/** Notes that nothing refers to stand below the text, under their numbers. */
function unreferred({ words }: Letter, notes: readonly Note[], runs: Runs): Paragraph[] {
	if (notes.length === 0) return []
	return [
		new Paragraph({ style: STYLE.heading2, text: words.notes }),
		...notes.map(
			({ number, text }) =>
				new Paragraph({
					style: STYLE.note,
					indent: { left: 510, hanging: 510 },
					children: [new TextRun({ children: [`[${number}]`, '\t'] }), ...runs(text)],
				}),
		),
	]
}

const footnotesOf = ({ referred }: NotePlan, runs: Runs) =>
	Object.fromEntries(
		[...referred.values()].map(({ id, note }) => [
			id,
			{ children: [new Paragraph({ style: STYLE.note, children: [new TextRun(' '), ...runs(note.text)] })] },
		]),
	)

/** The library puts Word's own mark before every note, and before the rules above them. */
function withOwnMarks(xml: string, { referred }: NotePlan): string {
	const planned = new Map([...referred.values()].map((each) => [each.id, each]))
	return xml.replace(/<w:footnote (?:w:type="\w+" )?w:id="(-?\d+)">.*?<w:footnoteRef\/>/gs, (whole, id: string) => {
		const own = planned.get(Number(id))
		if (own?.counted) return whole
		return whole.replace('<w:footnoteRef/>', own === undefined ? '' : `<w:t>${own.note.number}</w:t>`)
	})
}
