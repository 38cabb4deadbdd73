import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isInRecord, keptIn } from './kept.ts'

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

test('what an earlier version kept as one is a list of one, and what is a month old is no more', () => {
	const [now, day] = [1_800_000_000_000, 86_400_000]
	const before = { seen: [block('a')], wanted: [wanted('a', 'A')], at: now - day }
	expect(keptIn(JSON.stringify(before), now)).toEqual([{ ...before, page: 'before' }])
	const own = [
		{ ...before, page: 'one' },
		{ ...before, page: 'other', at: now - 31 * day },
	]
	expect(keptIn(JSON.stringify(own), now)).toEqual(own.slice(0, 1))
	expect(keptIn(null, now)).toEqual([])
})
