import { expect, test } from 'vitest'
import type { Block } from './block.ts'
import { placeholdersIn } from './placeholders.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('finds what a template left to be filled in, wherever it stands', () => {
	expect(
		placeholdersIn([
			paragraph('[Skriv det viktigaste.]'),
			{ kind: 'position', text: 'Vi vill [skriv vad].' },
			{ kind: 'list', items: ['ett', '[två]'] },
			{ kind: 'signature', text: 'För NSPH; [Namn], [uppdrag]' },
		]),
	).toEqual(['Skriv det viktigaste.', 'skriv vad', 'två', 'Namn', 'uppdrag'])
})

test('links, footnotes, omissions and escaped brackets are the text’s own', () => {
	const own = ['[Läs mer](https://example.org)', 'Så[^1] är det', '”Vi [...] vill”', '”Vi […] vill”', 'a\\[b c]', '[x]']
	expect(placeholdersIn(own.map(paragraph))).toEqual([])
})

test('a text of brackets takes no time', () => {
	expect(placeholdersIn([paragraph('['.repeat(100_000)), paragraph('[a'.repeat(50_000))])).toEqual([])
})
