import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, expect, test } from 'vitest'
import { BLOCK_KINDS, type Block } from '#domain/statement/block.ts'
import { golden } from '#test/support/golden.ts'
import { anyBlocks } from '#test/support/sent-letters.ts'
import { type AknStatement, aknOf } from './akoma-ntoso.ts'

const statement: AknStatement = {
	slug: 'nsph',
	coalition: 'NSPH "&" vänner',
	coalitionAddress: 'https://samsvar.test/nsph',
	label: 'NSPH 2022:1',
	number: 1,
	publishedOn: '2022-10-14',
	saidOn: '14 oktober 2022',
	title: 'Ett <svar>',
	language: 'sv',
	blocks: [],
}
const XSD = fileURLToPath(new URL('../../test/fixtures/akoma-ntoso/akomantoso30.xsd', import.meta.url))
const AKN = { a: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' }

// The schema itself asks for another that lies beside it.
xmlRegisterFsInputProviders()
const schema = XmlDocument.fromBuffer(await readFile(XSD), { url: XSD })
const published = XsdValidator.fromDoc(schema)
afterAll(() => {
	published.dispose()
	schema.dispose()
})

/** What OASIS's schema of Akoma Ntoso 3.0 has against the document. */
function faultsIn(blocks: readonly Block[]): string | null {
	using read = XmlDocument.fromString(aknOf({ ...statement, blocks }))
	try {
		published.validate(read)
		return null
	} catch (error) {
		return String(error)
	}
}

/** What stands at these places of the document, which has to be well-formed. */
function found(blocks: readonly Block[], ...paths: readonly string[]): string[][] {
	using read = XmlDocument.fromString(aknOf({ ...statement, blocks }))
	return paths.map((path) => read.find(path, AKN).map((node) => node.content))
}

/** One of each kind, with what XML has its own use of. */
const EVERY: readonly Block[] = [
	{ kind: 'heading', text: 'H & <b>' },
	{ kind: 'paragraph', text: 'Ett *stycke*[^x] \u0000' },
	{ kind: 'quote', text: 'C', source: 'D' },
	{ kind: 'list', items: ['e', 'f'] },
	{ kind: 'position', text: 'P1' },
	{ kind: 'subPoint', text: 'P1a' },
	{ kind: 'subPoint', text: 'P1b' },
	{ kind: 'paragraph', text: 'mellan' },
	{ kind: 'subPoint', text: 'P1c' },
	{ kind: 'position', text: 'P2' },
	{ kind: 'footnote', label: 'x', text: 'N' },
	{ kind: 'table', header: ['g', 'h'], rows: [['1', '2']] },
	{ kind: 'signature', text: 'S' },
	{ kind: 'memberList', heading: 'M', members: [{ name: 'A', area: 'b' }] },
]

test('every kind of block is written, in its order, and positions and sub-points by their names in addresses', () => {
	expect(new Set(EVERY.map(({ kind }) => kind))).toEqual(new Set(BLOCK_KINDS))
	const [ids, nums, texts, title] = found(
		EVERY,
		'//a:mainBody//a:paragraph/@eId | //a:mainBody//a:point/@eId',
		'//a:mainBody//a:num',
		'//a:mainBody//a:p | //a:mainBody//a:block | //a:mainBody//a:listIntroduction',
		'//a:preface//a:docTitle',
	)
	expect(ids).toEqual(['p1', 'p1a', 'p1b', 'p1c', 'p2'])
	expect(nums).toEqual(['1', 'a', 'b', 'c', '2'])
	expect(texts).toEqual([
		...['H & <b>', 'Ett stycke[x] ', 'C', 'D', 'e', 'f', 'P1', 'P1a', 'P1b', 'mellan', 'P1c', 'P2'],
		...['[x] N', 'g', 'h', '1', '2', 'S', 'M', 'A (b)'],
	])
	expect(title).toEqual(['Ett <svar>'])
})

test('work, expression and file have addresses by the naming convention, and the coalition is who made them', () => {
	const work = '/akn/se/statement/nsph/2022-10-14/1'
	const [uris, authors, made, number] = found(
		[],
		'//a:FRBRuri/@value',
		'//a:FRBRauthor/@href',
		'//a:TLCOrganization/@showAs',
		'//a:FRBRalias/@value',
	)
	expect(uris).toEqual([work, `${work}/swe@2022-10-14`, `${work}/swe@2022-10-14.akn`])
	expect(authors).toEqual(Array(3).fill('#coalition'))
	expect(made).toEqual(['NSPH "&" vänner'])
	expect(number).toEqual(['NSPH 2022:1'])
})

test('a text without anything, and what is empty in it, still has what the schema asks for', () => {
	const empty: readonly Block[] = [
		{ kind: 'subPoint', text: 'lös' },
		{ kind: 'list', items: [] },
		{ kind: 'memberList', heading: '', members: [] },
		{ kind: 'table', header: [], rows: [] },
	]
	expect(found([], '//a:mainBody/*')).toEqual([['']])
	expect(found(empty, '//a:mainBody/a:p', '//a:blockList | //a:table')).toEqual([['lös', '', '', ''], []])
})

test('the published schema takes the real statement, every kind of block, and any text', () => {
	expect(faultsIn(golden.blocks)).toBeNull()
	expect(faultsIn(EVERY)).toBeNull()
	fc.assert(
		fc.property(anyBlocks, (blocks) => faultsIn(blocks) === null),
		{ numRuns: process.env.CI ? 200 : 40 },
	)
})

test('the published schema refuses what Akoma Ntoso does not know', () => {
	using read = XmlDocument.fromString(aknOf(statement).replace('<preface', '<foreword/><preface'))
	expect(() => published.validate(read)).toThrow(/foreword/)
})
