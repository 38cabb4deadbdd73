import type { Letter } from '#export/letter/letter.ts'
import { pause } from './flow.ts'
import { linesIn, type Pen } from './pen.ts'
import { artifact, FAINT, INK, PAGE, rule, type Sheet, TEXT_WIDTH } from './sheet.ts'
import type { Part } from './tags.ts'

const LOGO = { width: 150, height: 46 } as const
const NAME = { size: 13, leading: 18, bold: true, hyphens: false } as const
const LABEL = { size: 8.5, leading: 12, colour: FAINT, hyphens: false } as const
const VALUE = { size: 9.5, leading: 13, colour: INK } as const
const FACTS = { left: TEXT_WIDTH - 175, width: 175 } as const
const LEFT = { left: 0, width: TEXT_WIDTH - 175 - 24 } as const

/** Who writes, and what is known of the letter, side by side at the head of the first page. Where the text can begin. */
export async function drawLetterhead(pen: Pen, whole: Part, letter: Letter): Promise<number> {
	const { sheet, accent } = pen
	artifact(sheet, 'Layout', () => {
		sheet.rect(0, 0, PAGE.width, 7).fill(accent)
	})
	const top = 48
	const under = await drawLogo(pen, whole, letter, top)
	const name = { ...NAME, colour: accent }
	const lines = linesIn(pen, [{ text: letter.author }], name, LEFT)
	const author = whole.within('P')
	for (let index = 0; index < lines.count; index += 1) lines.draw(index, author, under + index * name.leading)
	const facts = drawFacts(pen, whole, letter, top)
	const end = Math.max(under + lines.count * name.leading, facts) + 14
	artifact(sheet, 'Layout', () =>
		rule(sheet, { x: PAGE.left, y: end, width: TEXT_WIDTH, colour: '#b9bdb8', thick: 0.8 }),
	)
	return end
}

/** How often it is looked whether a picture is unpacked: more than any takes. */
const PATIENCE = 10_000

/** A picture as the library has it, which its types do not know; `image` is there while it is unpacked. */
type Opened = { readonly image?: unknown }

const openImage = (sheet: Sheet, bytes: Uint8Array): Opened =>
	(sheet as unknown as { readonly openImage: (bytes: Uint8Array) => Opened }).openImage(bytes)

async function drawLogo({ sheet }: Pen, whole: Part, { logo }: Letter, top: number): Promise<number> {
	if (logo === null) return top
	const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height, 1)
	const [width, height] = [logo.width * scale, logo.height * scale]
	const opened = openImage(sheet, logo.bytes)
	const draw = () => sheet.image(opened as never, PAGE.left, top, { width, height })
	// A picture that shows nothing but the name that stands below it is not read.
	if (logo.alt === '') artifact(sheet, 'Layout', draw)
	else whole.within('Figure', { alt: logo.alt, bbox: [PAGE.left, top, PAGE.left + width, top + height] }).drawing(draw)
	// What is transparent in a picture is unpacked meanwhile, and would get its place in the file by chance.
	for (let looked = 0; opened.image && looked < PATIENCE; looked += 1) await pause()
	return top + height + 10
}

function drawFacts(pen: Pen, whole: Part, { facts }: Letter, top: number): number {
	let y = top
	for (const { label, value } of facts) {
		const part = whole.within('P')
		for (const [text, look] of [
			[label, LABEL],
			[value, VALUE],
		] as const) {
			const lines = linesIn(pen, [{ text }], look, FACTS)
			for (let index = 0; index < lines.count; index += 1) {
				lines.draw(index, part, y)
				y += look.leading
			}
		}
		y += 5
	}
	return y
}
