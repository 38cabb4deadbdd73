import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isInRecord } from './kept.ts'

const block = (name: string, text = name): BlockVersion => ({
	id: `v-${name}-${text}` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text },
})
const wanted = (name: string | null, text: string) => ({
	name: name ?? 'own',
	blockId: name as BlockId | null,
	content: { kind: 'paragraph', text } as const,
})

test('what came into the record before the page was left is not offered again', () => {
	const kept = { seen: [block('a')], wanted: [wanted('a', 'A'), wanted(null, 'ny')] }
	expect(isInRecord(kept, [block('a'), block('b')])).toBe(false)
	expect(isInRecord(kept, [block('a', 'A'), block('b')])).toBe(false)
	expect(isInRecord(kept, [block('a', 'A'), block('x', 'ny'), block('b')])).toBe(true)
	const away = { seen: [block('a'), block('b')], wanted: [wanted('a', 'a')] }
	expect(isInRecord(away, [block('a'), block('b')])).toBe(false)
	expect(isInRecord(away, [block('a')])).toBe(true)
})
