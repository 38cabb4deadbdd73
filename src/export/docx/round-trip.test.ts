import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { mapTexts } from '#domain/statement/block-texts.ts'
import type { Letter } from '#export/letter/letter.ts'
import { readStatement } from '#intake/file/statement.ts'
import { inlineHtml } from '#markup/inline.ts'
import { golden } from '#test/support/golden.ts'
import { EXAMPLE, letterOf, wholeLetterOf } from '#test/support/letters.ts'
import { writtenTexts } from '#test/support/written-texts.ts'
import { docxOf } from './docx.ts'

async function back(letter: Letter) {
	const read = await readStatement(await docxOf(letter))
	if (!read.ok) throw new Error(read.reason)
	return read.value
}

/** As a page shows it: a star that nothing could take for a mark comes back with an escape before it. */
const shown = (block: Block): Block => mapTexts(block, (text) => inlineHtml(text))

/**
 * What a Word file does not tell: where one list ends and the next begins, that a list is of members where another follows upon
 * it, and what is bold in the head of a table, which all is.
 */
function asTold(blocks: readonly Block[]): readonly Block[] {
	const told: Block[] = []
	for (const block of blocks.flatMap(withoutMembers)) {
		const last = told.at(-1)
		if (block.kind === 'list' && last?.kind === 'list')
			told[told.length - 1] = { ...last, items: [...last.items, ...block.items] }
		else if (block.kind === 'table')
			told.push({ ...block, header: block.header.map((text) => text.replaceAll('**', '')) })
		else told.push(block)
	}
	return told
}

const withoutMembers = (block: Block): readonly Block[] =>
	block.kind === 'memberList'
		? [
				{ kind: 'heading', text: block.heading },
				{ kind: 'list', items: block.members.map(({ name, area }) => `${name} (${area})`) },
			]
		: [block]

test('the golden example goes to Word and back', async () => {
	const read = await back(letterOf(golden.blocks, { title: golden.title }))
	expect(read.blocks).toEqual(golden.blocks)
	expect(read.title).toBe(golden.title)
	expect(read.aside).toEqual(['Samverkan'])
})

test('a text of every kind of block goes to Word and back, and what stands around it is set aside', async () => {
	const letter = wholeLetterOf('Vårt svar', EXAMPLE, { after: [] })
	const read = await back(letter)
	const labels: Readonly<Record<string, string>> = { a: '1', b: '2', c: '3' }
	const expected = EXAMPLE.map((block): Block => {
		const json = JSON.stringify(block).replace(/\[\^([abc])\]/g, (_whole, label: string) => `[^${labels[label]}]`)
		const same = JSON.parse(json) as Block
		return same.kind === 'footnote' ? { ...same, label: labels[same.label] ?? '' } : same
	})
	const isNote = ({ kind }: Block) => kind === 'footnote'
	// One member alone is a list under its heading.
	const members: Block[] = [
		{ kind: 'heading', text: 'Medlemsföreningar' },
		{ kind: 'list', items: ['Balans (Bipolaritet)'] },
	]
	const others = expected.filter((block) => !isNote(block) && block.kind !== 'memberList')
	expect(read.blocks).toEqual([...others, ...members, ...expected.filter(isNote)])
	expect(read.title).toBe('Vårt svar')
	expect(read.aside).toContain('Noter')
	expect(read.tracked).toBe(false)
})

test('any text goes to Word and back with its structure and its marks', async () => {
	await fc.assert(
		fc.asyncProperty(writtenTexts(), async (blocks) => {
			const read = await back(letterOf(blocks))
			expect(asTold(read.blocks).map(shown)).toEqual(asTold(blocks).map(shown))
		}),
		{ numRuns: 60 },
	)
}, 60_000)
