import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import type { Letter } from '#export/letter/letter.ts'
import { golden, goldenLines } from '#test/support/golden.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf, partsOf, type Tagged } from '#test/support/pdf-rules.ts'
import { anyBlocks, sentLetterOf } from '#test/support/sent-letters.ts'
import { charactersOf, FACES, type Face } from './faces.ts'
import { pdfOf } from './pdf.ts'

const made = async (letter: Letter) => checkPdf(readPdf(await pdfOf(letter)))

/** As it is listened to, without the hyphens of line ends. */
const heard = ({ text }: Tagged) => text.replaceAll('\u00ad', '')

test('the golden statement keeps every rule, and is read in its 46 lines', async () => {
	const { faults, tree } = await made(sentLetterOf(golden.blocks))
	expect(faults).toEqual([])
	const whole = heard(tree).replace(/\s+/g, '')
	let at = 0
	for (const line of goldenLines) {
		const found = whole.indexOf(line.replace(/\s+/g, ''), at)
		expect(found, line).toBeGreaterThanOrEqual(at)
		at = found + 1
	}
	const labels = partsOf(tree).flatMap(({ tag, text }) => (tag === 'Lbl' && text !== '•' ? [text] : []))
	expect(labels).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.', '8.', '9.', 'a.', 'b.', 'c.', 'd.', '10.'])
})

test('what is generated keeps every rule, whatever it holds', { timeout: 120_000 }, async () => {
	await fc.assert(
		fc.asyncProperty(anyBlocks, fc.string({ minLength: 1, maxLength: 80 }), async (blocks, title) => {
			const { faults } = await made(
				sentLetterOf(blocks, { title: title.trim() === '' ? 'Titel' : title, mark: 'Utkast' }),
			)
			expect(faults).toEqual([])
		}),
		{ numRuns: process.env.CI ? 200 : 40 },
	)
})

test('the same letter gives the same bytes', async () => {
	const [one, other] = [await pdfOf(sentLetterOf(golden.blocks)), await pdfOf(sentLetterOf(golden.blocks))]
	expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('a note is led to and back from, and a link says where it leads', async () => {
	const { faults, tree } = await made(
		sentLetterOf([
			paragraph('Ett[^b] och [två](https://a.se/x) och ett till[^b].'),
			{ kind: 'footnote', label: 'a', text: 'Utan märke' },
			{ kind: 'footnote', label: 'b', text: 'Med märke' },
		]),
	)
	expect(faults).toEqual([])
	const links = partsOf(tree).flatMap((part) =>
		part.tag === 'Link' ? part.links.map((link) => ({ text: part.text, said: link.Contents })) : [],
	)
	expect(links).toContainEqual({ text: '2', said: 'Not 2' })
	expect(links).toContainEqual({ text: '2', said: 'Tillbaka till texten' })
	expect(links).toContainEqual({ text: 'två', said: 'två' })
	expect(
		partsOf(tree)
			.filter(({ tag }) => tag === 'Note')
			.map(heard),
	).toEqual(['1Utan märke', '2Med märke'])
})

test('what the font has no shape for is read as what it is', async () => {
	const { faults, tree } = await made(sentLetterOf([paragraph('Arabiska: مرحبا och 👩‍👧.')]))
	expect(faults).toEqual([])
	expect(heard(tree)).toContain('مرحبا')
})

test('a heading never stands last on its page, and no line of a paragraph alone', async () => {
	for (let lines = 8; lines < 24; lines += 1) {
		const blocks: Block[] = [
			...Array.from({ length: lines }, () => paragraph('Rad.')),
			{ kind: 'heading', text: 'Rubriken' },
			paragraph('Här är ett stycke som är långt nog för att ta flera rader i anspråk. '.repeat(4)),
		]
		const pdf = readPdf(await pdfOf(sentLetterOf(blocks)))
		const { tree } = checkPdf(pdf)
		const [heading, after] = partsOf(tree).slice(
			partsOf(tree).findIndex((part) => part.tag === 'H2' && heard(part) === 'Rubriken'),
		)
		expect(heading?.dict.Pg).toEqual(after?.dict.Pg)
	}
}, 60_000)

test('a file that breaks a rule is found out', async () => {
	const file = Buffer.from(
		await pdfOf(sentLetterOf([paragraph('[två](https://a.se/x)'), { kind: 'list', items: ['c'] }])),
	)
	const broken = (from: string, to: string) => {
		expect(from.length).toBe(to.length)
		const text = file.toString('latin1')
		expect(text).toContain(from)
		return checkPdf(readPdf(Buffer.from(text.replace(from, to), 'latin1'))).faults.map((each) => each.slice(0, 6))
	}
	expect(broken('/Marked true', '/Marked null')).toContain('06-001')
	expect(broken('/DisplayDocTitle true', '/DisplayDocTitle null')).toContain('07-001')
	expect(broken('/S /H1', '/S /H3')).toContain('14-002')
	expect(broken('/S /TBody', '/S /TFoo1')).toContain('02-001')
	expect(broken('/S /LBody', '/S /LBodx').length).toBeGreaterThan(0)
	expect(broken('/Scope /Column', '/Scope /Kolumn')).toContain('15-003')
	expect(broken('/Contents (', '/Kontents (')).toContain('28-004')
	expect(broken('/Tabs /S', '/Tabs /R')).toContain('28-009')
	expect(broken('/FontFile2', '/FontFileX')).toContain('31-009')
})

test('every face draws the same characters', () => {
	const [first, ...others] = Object.keys(FACES).map((face) => charactersOf(face as Face))
	for (const other of others) expect(other).toEqual(first)
	for (const character of 'åäöÅÄÖéüÉø–—”’…•§½') expect(first).toContain(character.codePointAt(0))
})
