import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { placeAmong, placesOf, reachOf } from './places.ts'
import { wantedFrom } from './want.ts'

const block = (name: string): BlockVersion => ({
	id: `${name}-1` as BlockVersionId,
	blockId: name as BlockId,
	content: { kind: 'paragraph', text: `Stycke ${name}.` },
})
const TEXT = ['a', 'b', 'c', 'd'].map(block)
const seen = TEXT.slice(1)
const kept = (...names: string[]) => names.map(block).map(({ blockId, content }) => ({ blockId, content }))
const added = { blockId: null, content: { kind: 'paragraph', text: 'Nytt.' } } as const

test('an amendment touches what it changes, takes away or moves, and not what it keeps', () => {
	const reworded = { blockId: 'c' as BlockId, content: { kind: 'paragraph', text: 'Annat.' } as const }
	expect(placesOf({ seen, wanted: [...kept('b'), reworded, ...kept('d')] })).toEqual(['c'])
	expect(placesOf({ seen, wanted: kept('b', 'd') })).toEqual(['c'])
	expect(placesOf({ seen, wanted: kept('c', 'd', 'b') })).toEqual(['b'])
	expect(placesOf({ seen, wanted: kept('b', 'c', 'd') })).toEqual([])
})

test('what is new stands at what it is put after, or first before what follows', () => {
	expect(placesOf({ seen, wanted: [...kept('b'), added, ...kept('c', 'd')] })).toEqual(['b'])
	expect(placesOf({ seen, wanted: [added, ...kept('b', 'c', 'd')] })).toEqual(['b'])
	expect(placesOf({ seen, wanted: [added] })).toEqual(['b', 'c', 'd'])
})

test('its place in the text is that of the first it touches; else of what it saw; at the end where it saw nothing', () => {
	expect(placeAmong({ seen, wanted: kept('b', 'd') }, TEXT)).toBe(2)
	expect(placeAmong({ seen, wanted: kept('b', 'd') }, [...TEXT.slice(0, 2), ...TEXT.slice(3)])).toBe(1)
	expect(placeAmong({ seen: TEXT.slice(2, 3), wanted: [] }, TEXT.slice(0, 2))).toBe(null)
	expect(placeAmong({ seen: [], wanted: [added] }, TEXT)).toBe(3)
})

test('it reaches as far as what it strikes and puts in is long', () => {
	const strikes = (...names: string[]) => reachOf({ seen, wanted: kept(...names) })
	expect([strikes('b', 'c', 'd'), strikes('c', 'b', 'd'), strikes('b', 'd'), strikes('d')]).toEqual([0, 0, 9, 18])
	expect(reachOf({ seen, wanted: [...kept('b', 'c', 'd'), added] })).toBe(5)
	const word = { blockId: 'b' as BlockId, content: { kind: 'paragraph', text: 'Stycke bb.' } } as const
	expect(reachOf({ seen, wanted: [word, ...kept('c', 'd')] })).toBe(3)
})

test('what is wanted is put in the place of what was seen, or after it', () => {
	expect(wantedFrom(seen, { put: 'instead', blocks: [{ kind: 'paragraph', text: 'Stycke c.' }] })).toMatchObject([
		{ blockId: 'c' },
	])
	expect(wantedFrom(seen, { put: 'after', blocks: [added.content] })).toEqual([...kept('b', 'c', 'd'), added])
	expect(wantedFrom(seen, { put: 'named', wanted: kept('d') })).toEqual(kept('d'))
})
