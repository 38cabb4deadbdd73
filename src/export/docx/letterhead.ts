import { ImageRun, Paragraph, TextRun } from 'docx'
import type { Letter, LetterLogo } from '#export/letter/letter.ts'
import { writable, writableLine } from './characters.ts'
import { STYLE } from './styles.ts'

/** Pixels of 96 to the inch. */
const LOGO_MOST = { width: 260, height: 76 } as const

/** Who writes, to whom, and what of. */
export function letterhead({ title, author, facts, logo }: Letter): Paragraph[] {
	return [
		...(logo === null ? [] : [new Paragraph({ children: [picture(logo, author)] })]),
		new Paragraph({ style: STYLE.author, text: writableLine(author) }),
		...facts.map(
			({ label, value }) =>
				new Paragraph({
					style: STYLE.facts,
					children: [
						new TextRun({ text: `${writableLine(label)}:`, bold: true }),
						new TextRun({ children: ['\t', writable(value).replace(/\s+/g, ' ')] }),
					],
				}),
		),
		new Paragraph({ style: STYLE.title, text: writableLine(title) }),
	]
}

function picture({ type, bytes, width, height, alt }: LetterLogo, author: string): ImageRun {
	const scale = Math.min(1, LOGO_MOST.width / width, LOGO_MOST.height / height)
	const said = writableLine(alt === '' ? author : alt, 250)
	return new ImageRun({
		type: type === 'jpeg' ? 'jpg' : 'png',
		data: bytes,
		transformation: { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
		altText: { id: '1', name: 'Logo', description: said },
	})
}
