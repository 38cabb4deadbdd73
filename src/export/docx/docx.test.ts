import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import type { Letter, Piece } from '#export/letter/letter.ts'
import { words } from '#export/letter/lines.ts'
import { readFile } from '#intake/file/read.ts'
import { golden, goldenLines } from '#test/support/golden.ts'
import { EXAMPLE, EXAMPLE_DOCX_SHA256, letterOf, wholeLetterOf } from '#test/support/letters.ts'
import { PICTURES } from '#test/support/pictures.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { docxOf } from './docx.ts'

const partsOf = async (letter: Letter) => {
	const parts = unzipSync(await docxOf(letter))
	return (name: string) => strFromU8(parts[name] ?? new Uint8Array())
}

/** The text as a reader that is not of this room sees it, with the numbers that Word counts. */
async function shown(letter: Letter): Promise<string[]> {
	const file = await readFile('svar.docx', await docxOf(letter))
	if (!file.ok) throw new Error(file.reason)
	return file.value.text.split(/\n+/)
}
const positions = (...items: (readonly [number: number | null, text: string, ...letters: string[]])[]): Piece => ({
	kind: 'positions',
	items: items.map(([number, text, ...letters]) => ({
		number,
		text: words(text),
		subPoints: letters.map((letter) => ({ letter, text: words(`under ${letter}`) })),
	})),
})
const only = (...body: Piece[]) => ({ ...letterOf([]), body })

test('the same letter is the same bytes, whenever it is made', async () => {
	const letter = wholeLetterOf(golden.title, EXAMPLE)
	const first = await docxOf(letter)
	await docxOf(letterOf(EXAMPLE))
	expect(await docxOf(letter)).toEqual(first)
	expect(await sha256OfBytes(first)).toBe(EXAMPLE_DOCX_SHA256)
	expect((await partsOf(letter))('docProps/core.xml')).toContain('>2027-01-15T10:30:00Z</dcterms:created>')
})

test('the golden example is read as its lines, numbers and letters counted by Word and typed nowhere', async () => {
	const letter = letterOf(golden.blocks, { title: golden.title })
	const lines = (await shown(letter)).filter((line) => !/^(?:Samverkan(?: – .*)?)$/.test(line))
	expect(lines.map((line) => line.replace(/^• /, ''))).toEqual(goldenLines)
	const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(letter)) })
	expect(value).not.toMatch(/^(?:\d+|[a-d])\. /m)
	expect(value).toContain('Se till att alla föreningar')
})

test('positions go on counting after what comes between, from where the letter says, and letters with them', async () => {
	const lines = await shown(
		only(
			positions([1, 'ett', 'a', 'b'], [2, 'två']),
			{ kind: 'paragraph', text: words('Mellan.') },
			positions([null, '', 'a', 'b'], [3, 'tre', 'a']),
			positions([7, 'sju', 'a', 'b'], [8, 'åtta'], [2, 'två igen', 'c', 'd']),
		),
	)
	const list = lines.slice(lines.indexOf('Svar på remissen') + 1)
	const under = (...letters: string[]) => letters.map((letter) => `${letter}. under ${letter}`)
	expect(list).toEqual([
		'1. ett',
		...under('a', 'b'),
		'2. två',
		'Mellan.',
		...under('a', 'b'),
		'3. tre',
		...under('a'),
		'7. sju',
		...under('a', 'b'),
		'8. åtta',
		'2. två igen',
		...under('c', 'd'),
	])
})

test('letters past z are counted by Word as the text has them', async () => {
	const blocks: Block[] = [
		{ kind: 'subPoint', text: 'före' },
		{ kind: 'position', text: 'ett' },
		...Array.from({ length: 60 }, (): Block => ({ kind: 'subPoint', text: 'under' })),
		{ kind: 'position', text: 'två' },
		{ kind: 'subPoint', text: 'under' },
	]
	const lines = await shown(letterOf(blocks))
	const letters = lines.filter((line) => / (?:under|före)$/.test(line)).map((line) => line.split('.')[0])
	expect(letters.slice(0, 3)).toEqual(['a', 'a', 'b'])
	expect(letters.slice(26)).toEqual([
		...['z', 'aa', 'ab', 'ac', 'ad', 'ae', 'af', 'ag', 'ah', 'ai', 'aj', 'ak', 'al', 'am', 'an', 'ao', 'ap', 'aq'],
		...['ar', 'as', 'at', 'au', 'av', 'aw', 'ax', 'ay', 'az', 'ba', 'bb', 'bc', 'bd', 'be', 'bf', 'bg', 'bh', 'a'],
	])
})

test('a note that is referred to twice is one note, and one that nothing refers to stands last', async () => {
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'Ett[^a] och två[^b], ett igen[^a].' },
		{ kind: 'footnote', label: 'a', text: 'Not a.' },
		{ kind: 'footnote', label: 'b', text: 'Not **b**, https://b.se.' },
		{ kind: 'footnote', label: 'c', text: 'Not c.' },
	]
	const part = await partsOf(letterOf(blocks, { end: words('Slut.') }))
	const body = part('word/document.xml')
	expect(body.match(/<w:footnoteReference w:id="\d"\/>/g)).toEqual([
		'<w:footnoteReference w:id="1"/>',
		'<w:footnoteReference w:id="2"/>',
	])
	const [, bookmark = 'none'] = /<w:bookmarkStart w:name="(_Ref\d+)"/.exec(body) ?? []
	expect(body).toContain(` NOTEREF ${bookmark} \\f \\h `)
	expect(part('word/footnotes.xml').match(/<w:footnoteRef\/>/g)).toHaveLength(2)
	expect(part('word/_rels/footnotes.xml.rels')).toContain('Target="https://b.se"')
	expect(
		body
			.replace(/<[^>]*>/g, '|')
			.split(/\|+/)
			.slice(-6),
	).toEqual(['Noter', '[3]', '\t', 'Not c.', 'Slut.', ''])
})

test('notes whose marks come in another order keep the numbers of the letter', async () => {
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'Först[^b], sedan[^a], sist[^c].' },
		{ kind: 'footnote', label: 'a', text: 'Not a.' },
		{ kind: 'footnote', label: 'b', text: 'Not b.' },
		{ kind: 'footnote', label: 'c', text: 'Not c.' },
	]
	const part = await partsOf(letterOf(blocks))
	expect(part('word/document.xml').match(/<w:footnoteReference .*?<\/w:r>/g)).toEqual([
		'<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t xml:space="preserve">2</w:t></w:r>',
		'<w:footnoteReference w:id="2"/></w:r>',
		'<w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t xml:space="preserve">3</w:t></w:r>',
	])
	expect(part('word/footnotes.xml').match(/<w:(?:t>\d<|footnoteRef\/)|Not .\./g)).toEqual([
		'<w:t>2<',
		'Not b.',
		'<w:footnoteRef/',
		'Not a.',
		'<w:t>3<',
		'Not c.',
	])
})

test('Word’s own styles, language, head rows, links and picture are those that Word looks for', async () => {
	const logo = { type: 'png', bytes: PICTURES.png, width: 24, height: 18, alt: 'Ett "träd" <&>' } as const
	const part = await partsOf(wholeLetterOf('Rubrik & <svar>', EXAMPLE, { logo, language: 'en', mark: 'Draft' }))
	const body = part('word/document.xml')
	const used = [...new Set([...body.matchAll(/<w:(?:p|r)Style w:val="(\w+)"/g)].map(([, style]) => style))]
	const styles = part('word/styles.xml')
	for (const style of used) expect(styles).toContain(`w:styleId="${style}"`)
	expect(used).toEqual(expect.arrayContaining(['Title', 'Heading2', 'Heading3', 'ListNumber', 'ListNumber2', 'Quote']))
	expect(styles).toContain('<w:lang w:val="en-GB"')
	expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
	expect(body).toContain('descr="Ett &quot;träd&quot; &lt;&amp;&gt;"')
	expect(part('word/_rels/document.xml.rels')).toContain(
		'Target="https://samsvar.test/nsph/2027/3" TargetMode="External"',
	)
	expect(part('docProps/core.xml')).toContain('<dc:title>Rubrik &amp; &lt;svar&gt;</dc:title>')
	const [one, other] = [part('word/header1.xml'), part('word/header2.xml')]
	expect([one, other].every((head) => head.includes('Draft'))).toBe(true)
	expect(`${one}${other}`.match(/NUMPAGES/g)).toHaveLength(1)
})

test('an address that Word would call broken is only read', async () => {
	const links = ['https://a.se/ö?x=å b', `https://a.se/${'x'.repeat(3_000)}`, 'http://[', 'mailto:a@b.se']
	const body: Piece[] = [{ kind: 'paragraph', text: links.map((href) => ({ text: 'här', href })) }]
	const part = await partsOf(only(...body))
	const targets = [...part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode/g)].map(([, to]) => to)
	expect(targets).toEqual(['https://a.se/%C3%B6?x=%C3%A5%20b', 'mailto:a@b.se'])
	expect(part('word/document.xml').match(/här/g)).toHaveLength(4)
})

test('what XML cannot hold is left out, and long, empty and hostile texts break nothing', async () => {
	const hostile = 'a\u0000\u0008\ud800\ufffeb<w:p/>&amp;]]>\tc\nd'
	const long = 'x'.repeat(5_000)
	const blocks: Block[] = [
		{ kind: 'paragraph', text: '' },
		{ kind: 'list', items: ['', hostile] },
		{ kind: 'quote', text: '', source: long },
		{ kind: 'table', header: [], rows: [] },
		{ kind: 'table', header: Array.from({ length: 70 }, () => 'h'), rows: [[hostile]] },
		{ kind: 'table', header: ['', ''], rows: [['a'], ['a', 'b', 'c']] },
		{ kind: 'memberList', heading: '', members: [{ name: long, area: '' }] },
		...Array.from({ length: 600 }, (_, at): Block => ({ kind: at % 3 === 0 ? 'position' : 'subPoint', text: hostile })),
	]
	const letter = wholeLetterOf(long, blocks, {
		author: long,
		mark: long,
		running: long,
		facts: [{ label: '', value: hostile }],
	})
	const file = await readFile('svar.docx', await docxOf(letter))
	expect(file.ok && file.value.text).toContain('200. ab<w:p/>&amp;]]> c')
	for (const [name, part] of Object.entries(unzipSync(await docxOf(letter))))
		if (name.endsWith('.xml')) expect(strFromU8(part), name).not.toMatch(/[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe]/u)
})
