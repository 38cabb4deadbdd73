import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { golden } from '#test/support/golden.ts'
import { writtenTexts } from '#test/support/written-texts.ts'
import { blocksIn, documentOf, type NamedBlock } from './blocks.ts'
import { schema } from './schema.ts'

const namedOf = (blocks: readonly Block[]): NamedBlock[] =>
	blocks.map((content, index) => ({ id: `b${index}`, content }))
const known = (blocks: readonly NamedBlock[]) => new Map(blocks.map(({ id, content }) => [id, content]))

test('a text that nobody wrote in is exactly what it was', () => {
	fc.assert(
		fc.property(writtenTexts(), (blocks) => {
			const named = namedOf(blocks)
			const document = documentOf(named)
			document.check()
			expect(blocksIn(document, known(named))).toEqual(named)
		}),
	)
})

test('the golden example goes into the editor and back, known or not', () => {
	const named = namedOf(golden.blocks)
	expect(blocksIn(documentOf(named), known(named))).toEqual(named)
	expect(blocksIn(documentOf(named), new Map())).toEqual(named)
})

test('what was written anew reads back as itself', () => {
	fc.assert(
		fc.property(writtenTexts(), (blocks) => {
			const written = blocksIn(documentOf(namedOf(blocks)), new Map())
			expect(blocksIn(documentOf(written), new Map())).toEqual(written)
		}),
	)
})

test('a change in one block leaves all others as they were typed', () => {
	const named = namedOf([
		{ kind: 'paragraph', text: 'a \\* b' },
		{ kind: 'paragraph', text: 'c \\* d' },
	])
	const document = documentOf(named)
	const end = document.child(0).nodeSize - 1
	const changed = document
		.replace(end, end, documentOf([]).slice(0, 0))
		.replace(end, end, schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, schema.text('!'))).slice(1, 2))
	expect(blocksIn(changed, known(named)).map(({ content }) => content)).toEqual([
		{ kind: 'paragraph', text: 'a * b!' },
		{ kind: 'paragraph', text: 'c \\* d' },
	])
})

test('an empty text is an empty paragraph, and an empty paragraph is no text', () => {
	expect(blocksIn(documentOf([]), new Map())).toEqual([])
})

test('the whole document can be kept as JSON', () => {
	const document = documentOf(namedOf(golden.blocks))
	expect(schema.nodeFromJSON(JSON.parse(JSON.stringify(document))).eq(document)).toBe(true)
})
