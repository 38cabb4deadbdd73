import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { wordsOf } from './unsaved-words.ts'

const block = (name: string, text = name): BlockVersion => ({
	id: `v-${name}-${text}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const wanted = (name: string | null, content: Block) => ({
	name: name ?? 'own',
	blockId: name as BlockId | null,
	content,
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('what was written or changed and is nowhere in the text is offered, and not what was moved, let be or came in', () => {
	const seen = [block('a'), block('b'), block('c')]
	const kept = {
		seen,
		wanted: [
			wanted('c', paragraph('c')),
			wanted('a', paragraph('a, ändrad')),
			wanted(null, { kind: 'footnote', label: '1x', text: 'En not.' }),
			wanted(null, { kind: 'list', items: ['ett', 'två'] }),
			wanted(null, paragraph('')),
			wanted(null, paragraph('kom in')),
		],
	}
	expect(wordsOf(kept, seen)).toEqual(['a, ändrad', 'En not.', 'ett\ntvå', 'kom in'])
	expect(wordsOf(kept, [...seen, block('d', 'kom in')])).toEqual(['a, ändrad', 'En not.', 'ett\ntvå'])
	expect(wordsOf({ seen, wanted: [wanted('b', paragraph('b'))] }, seen)).toEqual([])
})
