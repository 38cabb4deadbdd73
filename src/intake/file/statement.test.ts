import { strToU8, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '#test/support/documents.ts'
import { holdLinear, PATIENCE } from '#test/support/repetitive.ts'
import { commentsIn } from './docx-comments.ts'
import { elementsIn } from './docx-elements.ts'
import { withMarks } from './docx-marks.ts'
import { readStatement } from './statement.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, style = '') =>
	`<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`
const documentOf = (...paragraphs: readonly string[]) =>
	`<w:document ${W} ${R}><w:body>${paragraphs.join('')}</w:body></w:document>`

async function read(document: string, parts: Readonly<Record<string, string>> = {}) {
	const entries: Zippable = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
	const file = await readStatement(docxOf({ document, entries }))
	if (!file.ok) throw new Error(file.reason)
	return file.value
}
const paragraph = (text: string) => ({ kind: 'paragraph', text })

test('tracked changes are read as accepted, moved and taken out rows too, and it is said', async () => {
	const tracked = await read(
		documentOf(
			p(
				`${run('Vi vill ')}<w:del w:id="1"><w:r><w:delText>inte</w:delText></w:r></w:del><w:ins w:id="2">${run('gärna')}</w:ins>${run(' se det.')}`,
			),
			`<w:p><w:moveFrom w:id="3">${run('Flyttat.')}</w:moveFrom>${run('Kvar.')}</w:p>`,
			`<w:p><w:moveTo w:id="4">${run('Flyttat.')}</w:moveTo></w:p>`,
		),
	)
	expect(tracked.blocks).toEqual([paragraph('Vi vill gärna se det.'), paragraph('Kvar.'), paragraph('Flyttat.')])
	expect(tracked.tracked).toBe(true)
	expect((await read(documentOf(p('Oändrat.')))).tracked).toBe(false)
})

test('comments are told with who wrote them and which block they are said of', async () => {
	const mark = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`
	const comment = (id: number, author: string, ...texts: string[]) =>
		`<w:comment w:id="${id}" w:author="${author}">${texts.map((text) => p(text)).join('')}</w:comment>`
	const { blocks, comments } = await read(
		documentOf(
			p('Första stycket.'),
			p(`<w:commentRangeStart w:id="0"/>${run('Andra stycket')}<w:commentRangeEnd w:id="0"/>${mark(0)}${run('.')}`),
			p(`${run('Tredje.')}${mark(7)}`),
		),
		{
			'word/comments.xml': `<w:comments ${W}>${comment(0, 'Anna &amp; Bo', 'Stämmer detta?', 'Se s. 4 &lt;b&gt;')}${comment(7, '', 'Bra!')}${comment(8, 'C', '')}${comment(9, 'D', 'Var?')}</w:comments>`,
		},
	)
	expect(blocks).toEqual([paragraph('Första stycket.'), paragraph('Andra stycket.'), paragraph('Tredje.')])
	expect(comments).toEqual([
		{ author: 'Anna & Bo', text: 'Stämmer detta?\nSe s. 4 <b>', block: 1 },
		{ author: '', text: 'Bra!', block: 2 },
		{ author: 'D', text: 'Var?', block: null },
	])
})

test('notes are footnotes under the numbers they are shown with, links within them kept, and endnotes come after', async () => {
	const reference = (id: number, more = '', after = '') =>
		`<w:r><w:footnoteReference ${more} w:id="${id}"/>${after}</w:r>`
	const note = (kind: string, id: number, content: string) =>
		`<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${content}</w:p></w:${kind}>`
	const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/hyperlink" Target="https://b.se/" TargetMode="External"/></Relationships>`
	const { blocks } = await read(
		documentOf(
			p(
				`${run('Ett')}<w:bookmarkStart w:id="1" w:name="_Ref1"/>${reference(5)}<w:bookmarkEnd w:id="1"/>${run(' och två')}${reference(6)}${run(' och egen')}${reference(7, 'w:customMarkFollows="1"', '<w:t>9</w:t>')}${run(' och sist')}<w:r><w:endnoteReference w:id="5"/></w:r>`,
			),
			p(
				`${run('Igen')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref1 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('.')}`,
			),
		),
		{
			'word/footnotes.xml': `<w:footnotes ${W} ${R}>${note('footnote', 5, run(' Not ett.'))}${note('footnote', 6, `${run(' Se ')}<w:hyperlink r:id="rId1">${run('här')}</w:hyperlink>`)}${note('footnote', 7, run('9 Egen not.'))}</w:footnotes>`,
			'word/_rels/footnotes.xml.rels': relationships,
			'word/endnotes.xml': `<w:endnotes ${W}>${note('endnote', 5, run(' Slutnot.'))}</w:endnotes>`,
		},
	)
	expect(blocks).toEqual([
		paragraph('Ett[^1] och två[^2] och egen[^9] och sist[^3]'),
		paragraph('Igen[^1].'),
		{ kind: 'footnote', label: '1', text: 'Not ett.' },
		{ kind: 'footnote', label: '2', text: 'Se [här](https://b.se/)' },
		{ kind: 'footnote', label: '3', text: 'Slutnot.' },
		{ kind: 'footnote', label: '9', text: 'Egen not.' },
	])
})

test('what refers to notes and comments that are nowhere keeps the text from nobody', async () => {
	const document = documentOf(
		p(`${run('Text')}<w:r><w:footnoteReference w:id="4"/></w:r><w:r><w:commentReference w:id="x"/></w:r>${run('.')}`),
	)
	expect((await read(document, { 'word/comments.xml': '<!DOCTYPE x>' })).blocks).toEqual([paragraph('Text.')])
	expect(await readStatement(new Uint8Array([1, 2, 3]))).toMatchObject({ ok: false })
	expect(await read(documentOf())).toMatchObject({ blocks: [], gap: 'noText' })
})

test(
	'marks, comments and HTML of one piece over and over are read in proportion to their length',
	PATIENCE,
	async () => {
		const alphabet = [
			'<w:t>',
			'</w:t>',
			'<w:r>',
			'</w:r>',
			'<w:bookmarkStart w:id="1" w:name="a"/>',
			'<w:footnoteReference w:id="1" w:customMarkFollows="1"/>',
			'<w:commentReference w:id="1"/>',
			'<w:instrText>NOTEREF a',
			'<w:fldChar w:fldCharType="separate"/>',
			'<w:comment w:id="1" w:author="a">',
			'</w:comment>',
			'<p>',
			'</p>',
			'<table><tr><td>',
			'</td></tr></table>',
			'<li id="footnote-1">',
			'<a href="#footnote-1">',
			'&amp;',
			'a',
		]
		const read = (xml: string) => {
			withMarks(xml)
			commentsIn(xml)
			elementsIn(xml)
		}
		await holdLinear({ alphabet, longest: 300_000, read }, 25)
	},
)
