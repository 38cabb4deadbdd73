import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '#test/support/documents.ts'
import { readFile } from './read.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string, properties = '') =>
	`<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (content: string, properties = '') =>
	`<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`
const item = (text: string, numId: number, level = 0, style = '') =>
	p(
		text,
		`${style && `<w:pStyle w:val="${style}"/>`}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`,
	)
const documentOf = (...paragraphs: readonly string[]) =>
	`<w:document ${W} ${R}><w:body>${paragraphs.join('')}</w:body></w:document>`
const relationships = (...all: readonly (readonly [id: string, type: string, target: string])[]) =>
	`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
		.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`

const files = (parts: Readonly<Record<string, string>>): Zippable =>
	Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))

async function read(document: string, parts: Readonly<Record<string, string>> = {}): Promise<string> {
	const file = await readFile('a.docx', docxOf({ document, entries: files(parts) }))
	return file.ok ? file.value.text : file.reason
}

const level = (at: number, format: string, text: string, more = '') =>
	`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<w:numbering ${W}>
	<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'lowerRoman', '%3.')}</w:abstractNum>
	<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
	<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '%1', '<w:pStyle w:val="Rubrik1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Rubrik2"/>')}</w:abstractNum>
	<w:abstractNum w:abstractNumId="3">${level(0, 'upperRoman', 'Fråga %1:')}</w:abstractNum>
	<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
	<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
	<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
	<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>`
const STYLES = `<w:styles ${W}>
	<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>
	<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/></w:style>
	<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
	<w:style w:type="paragraph" w:styleId="Lista2"><w:name w:val="Min lista"/><w:basedOn w:val="Lista"/></w:style>
	<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`
const LISTS = { 'word/numbering.xml': NUMBERING, 'word/styles.xml': STYLES }

test('numbers of lists stand as Word counts them, on from each other, anew and from where they say', async () => {
	const document = documentOf(
		item('Ett', 1),
		item('Två', 1),
		item('A', 1, 1),
		item('B', 1, 1),
		item('i', 1, 2),
		item('Tre', 1),
		item('Ny', 1, 1),
		p('Mellan'),
		item('Fyra', 2),
		item('Sju', 6),
		item('Punkt', 3),
		item('Kravet', 5),
	)
	expect(await read(document, LISTS)).toBe(
		'1. Ett\n2. Två\na) A\nb) B\ni. i\n3. Tre\na) Ny\n\nMellan\n\n4. Fyra\n7. Sju\n• Punkt\nFråga I: Kravet',
	)
})

test('headings are numbered by their style, and a paragraph that takes its number away has none', async () => {
	const heading = (text: string, style: string, more = '') => p(text, `<w:pStyle w:val="${style}"/>${more}`)
	const document = documentOf(
		heading('Bakgrund', 'Rubrik1'),
		heading('Nuläge', 'Rubrik2'),
		heading('Förslag', 'Rubrik2'),
		p('Text.'),
		heading('Krav', 'Rubrik1'),
		heading('Delkrav', 'Rubrik2'),
		heading('Utan nummer', 'Rubrik1', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
		heading('Punkt', 'Lista'),
		heading('Punkt till', 'Lista2'),
	)
	expect(await read(document, LISTS)).toBe(
		'1 Bakgrund\n1.1 Nuläge\n1.2 Förslag\n\nText.\n\n2 Krav\n2.1 Delkrav\n\nUtan nummer\n\n1. Punkt\n2. Punkt till',
	)
})

test.each([
	['<w:strike/>'],
	['<w:dstrike/>'],
	['<w:vanish/>'],
	['<w:strike w:val="1"/>'],
	['<w:b/><w:vanish w:val="true"/>'],
	['<w:rStyle w:val="Dold"/>'],
	['<w:webHidden/>'],
])('what is hidden or struck out by %s states nothing', async (properties) => {
	const document = documentOf(
		p(run('Svar senast den ') + run('15 januari 2027', properties) + run(' 26 februari 2027.')),
	)
	expect(await read(document, LISTS)).toBe('Svar senast den 26 februari 2027.')
})

test('what only could be hidden or struck out is shown, and what was taken out with tracked changes is not', async () => {
	const document = documentOf(
		p(
			run('a', '<w:strike w:val="0"/>') +
				run('b', '<w:vanish w:val="false"/>') +
				run('c', '<w:rStyle w:val="Dold"/><w:vanish w:val="0"/>'),
		),
		p(`<w:del w:id="1"><w:r><w:delText>borta</w:delText></w:r></w:del><w:ins w:id="2">${run('ny')}</w:ins>`),
	)
	expect(await read(document, LISTS)).toBe('abc\n\nny')
})

test('the main part is what relationships say, by whatever name, and so are the others', async () => {
	const document = documentOf(item('Text.', 1))
	for (const [main, target] of [
		['word/document2.xml', 'word/document2.xml'],
		['word/document.xml', '/word/document.xml'],
		['content/main.xml', 'content/main.xml'],
		['Word/Document.xml', 'word/document.xml'],
	] as const) {
		const folder = main.slice(0, main.lastIndexOf('/'))
		const bytes = zipSync(
			files({
				'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
				'_rels/.rels': relationships(['a', 'extended-properties', 'docProps/app.xml'], ['b', 'officeDocument', target]),
				[main]: document,
				[`${folder}/_rels/${main.slice(folder.length + 1)}.rels`]: relationships(
					['n', 'numbering', 'parts/lists.xml'],
					['h', 'header', 'topp.xml'],
				),
				[`${folder}/parts/lists.xml`]: NUMBERING,
				[`${folder}/topp.xml`]: `<w:hdr ${W}>${p('Dnr 1')}</w:hdr>`,
			}),
		)
		const file = await readFile('a.docx', new Uint8Array(bytes))
		expect(file.ok ? file.value.text : file.reason, main).toBe('Dnr 1\n\n1. Text.')
	}
})

test.each<[string, string, Readonly<Record<string, string>>, string]>([
	[
		'a link of its own',
		`<w:hdr ${W} ${R}>${p(`<w:hyperlink r:id="rId1">${run('Dnr 1')}</w:hyperlink>`)}</w:hdr>`,
		{},
		'Dnr 1\n\n',
	],
	[
		'the address behind a link',
		`<w:hdr ${W} ${R}>${p(`<w:hyperlink r:id="rId1">${run('Brevlåda')}</w:hyperlink>`)}</w:hdr>`,
		{ 'word/_rels/header1.xml.rels': relationships(['rId1', 'hyperlink', 'mailto:a@b.se']) },
		'Brevlåda <a@b.se>\n\n',
	],
	[
		'a picture',
		`<w:hdr ${W} ${R} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${p(`<w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r>${run('Dnr 1')}`)}</w:hdr>`,
		{},
		'Dnr 1\n\n',
	],
	['nothing that it is', '<html><body>Hej</body></html>', {}, ''],
	['no XML', 'PNG\0\0', {}, ''],
	['no end', `<w:hdr ${W}><w:p>`, {}, ''],
	['tags that do not close', `<w:hdr ${W}><w:p><w:r><w:t>x</w:t></w:p></w:hdr>`, {}, 'x\n\n'],
	['attributes without quotes', `<w:hdr ${W}><w:p x=y><w:r/></w:p></w:hdr>`, {}, ''],
	['an attribute twice', `<w:hdr ${W}><w:p w:a="1" w:a="2"/></w:hdr>`, {}, ''],
	['an end too many', `<w:hdr ${W}></w:p></w:smartTag></w:body></w:document></w:hdr>`, {}, ''],
	['a note that is nowhere', `<w:hdr ${W}>${p('<w:r><w:footnoteReference w:id="9"/></w:r>')}</w:hdr>`, {}, ''],
	['an entity that is nowhere', `<w:hdr ${W}><w:p>&bogus;</w:p></w:hdr>`, {}, ''],
	['a prefix that is nowhere', `<w:hdr ${W}><w:p><q:r/></w:p></w:hdr>`, {}, ''],
])('a page header with %s never keeps the text from being read', async (_what, header, parts, first) => {
	expect(await read(documentOf(p('Remiss')), { 'word/header1.xml': header, ...parts })).toBe(`${first}Remiss`)
})

test('a text that refers to a note or a sign that is nowhere is read without it', async () => {
	expect(await read(documentOf(p(`${run('Remiss')}<w:r><w:footnoteReference w:id="9"/></w:r>`)))).toBe('Remiss')
	expect(await read(documentOf(p(`<w:r><w:sym/></w:r>${run('Remiss')}`)))).toBe('Remiss')
})

test('an address behind a link stands after it, from a field and coded too; notes have their numbers and no arrows', async () => {
	const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:c@d.se?subject=Svar"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('här')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	const document = documentOf(
		p(`${run('Svar ')}<w:hyperlink r:id="m">${run('hit')}</w:hyperlink>${run(', ')}${field}${run('.')}`),
		p(`<w:hyperlink r:id="x">${run('e@f.se')}</w:hyperlink><w:hyperlink w:anchor="b">${run(' nedan')}</w:hyperlink>`),
		p(`${run('Sägs')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
		p(`${run('Sägs igen')}<w:r><w:footnoteReference w:id="3"/></w:r>`),
	)
	const note = (id: number, text: string) =>
		`<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${run(` ${text}`)}</w:p></w:footnote>`
	const text = await read(document, {
		'word/_rels/document.xml.rels': relationships(
			['m', 'hyperlink', 'mailto:a%40b.se'],
			['x', 'hyperlink', 'mailto:x@y.se'],
			['f', 'footnotes', 'footnotes.xml'],
		),
		'word/footnotes.xml': `<w:footnotes ${W}>${note(2, 'Se SOU 2021:6.')}${note(3, 'Se sidan 4.')}</w:footnotes>`,
	})
	expect(text).toBe(
		'Svar hit <a@b.se>, här <c@d.se>.\n\ne@f.se nedan\n\nSägs[1]\n\nSägs igen[2]\n\n[1] Se SOU 2021:6.\n\n[2] Se sidan 4.',
	)
})

test('Word’s elements by another prefix are read as they are', async () => {
	const document = documentOf(p(run('Svar ') + run('nej', '<w:strike/>') + run('ja')), item('Ett', 1))
	expect(await read(document.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='), LISTS)).toBe(
		'Svar ja\n\n1. Ett',
	)
})
