import fc from 'fast-check'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block } from '#domain/statement/block.ts'

const WORDS = [
	'vi',
	'regionen',
	'bör',
	'stöd',
	'och',
	'inte',
	'**viktigt**',
	'1 000',
	'[lagen](https://lagen.nu/2017:30)',
]
/** Mostly one that nobody else writes, so that it is seen where it went. */
const WORD = fc.oneof(
	fc.nat(100_000).map((number) => `n${number}`),
	fc.constantFrom(...WORDS),
)

/** What somebody does to a text: numbers that say where and what. */
export const TOUCH = fc.record({
	what: fc.constantFrom('word', 'word', 'word', 'add', 'drop', 'put', 'remove', 'move'),
	at: fc.nat(),
	to: fc.nat(),
	word: WORD,
})
export type Touch = typeof TOUCH extends fc.Arbitrary<infer Value> ? Value : never

/** A text after somebody was at it: what they kept goes by its name, what they put in has none. */
export function touched(blocks: readonly Wanted[], touches: readonly Touch[]): Wanted[] {
	const now = [...blocks]
	for (const { what, at: where, to, word } of touches) {
		const place = where % Math.max(1, now.length)
		const block = now[place]
		if (what === 'put')
			now.splice(where % (now.length + 1), 0, { blockId: null, content: { kind: 'paragraph', text: `${word} stycke` } })
		else if (block === undefined) continue
		else if (what === 'remove') now.splice(place, 1)
		else if (what === 'move') now.splice(to % now.length, 0, ...now.splice(place, 1))
		else now[place] = { ...block, content: worded(block.content, what, to, word) }
	}
	return now
}

function worded(content: Block, what: 'word' | 'add' | 'drop', to: number, word: string): Block {
	if (content.kind === 'list') {
		const place = to % Math.max(1, content.items.length)
		return {
			...content,
			items: content.items.map((item, index) => (index === place ? inText(item, what, to, word) : item)),
		}
	}
	return 'text' in content ? { ...content, text: inText(content.text, what, to, word) } : content
}

function inText(text: string, what: 'word' | 'add' | 'drop', to: number, word: string): string {
	const words = text.split(' ')
	const place = to % words.length
	if (what === 'word') words[place] = word
	if (what === 'add') words.splice(place, 0, word)
	if (what === 'drop' && words.length > 1) words.splice(place, 1)
	return words.join(' ')
}
