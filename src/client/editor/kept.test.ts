import { afterEach, expect, test, vi } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { answer, isInRecord, keep, keptOf } from './kept.ts'

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

afterEach(() => void vi.unstubAllGlobals())

test('what an earlier version kept as one stays beside what is kept now, until it is answered', () => {
	const at = Date.now()
	const before = { seen: [block('a')], wanted: [wanted('a', 'A')], at }
	const stored = new Map([['samsvar:editor-s-anna', JSON.stringify(before)]])
	vi.stubGlobal('document', { querySelector: () => ({ dataset: { signOut: 'anna' } }) })
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => stored.set(key, value),
		removeItem: (key: string) => stored.delete(key),
	})
	expect(keptOf('s')).toMatchObject([before])
	keep('s', { seen: [block('b')], wanted: [wanted('b', 'B')] })
	const [offered, ...more] = keptOf('s')
	if (!offered) throw new Error('what was kept before')
	expect([offered, ...more]).toMatchObject([before])
	answer('s', offered, 'drop')
	expect(keptOf('s')).toEqual([])
	expect([...stored.values()].map((value) => JSON.parse(value))).toMatchObject([
		[{ wanted: [{ content: { text: 'B' } }] }],
	])
})
