import { expect, test } from 'vitest'
import * as z from 'zod'
import { mergeSchema, readText } from '#local/amendment-texts.ts'
import table from '#test/fixtures/amendment/merge.json' with { type: 'json' }
import { collisions, merge } from './merging.ts'

const caseSchema = mergeSchema.extend({
	name: z.string(),
	text: mergeSchema.shape.base,
	collisions: z
		.array(z.strictObject({ base: z.string(), sides: z.record(z.string(), z.string().nullable()) }))
		.default([]),
	touches: z.int().optional(),
})
const cases = z.array(caseSchema).parse(table)

test.each(cases)('$name', ({ base, amendments, choices, ...right }) => {
	const { pieces, back } = readText(base)
	const wanted = amendments.map((each, index) => {
		const text = typeof each === 'object' && 'text' in each && 'id' in each ? each.text : each
		return { id: `${index + 1}`, wanted: readText(text).pieces }
	})
	const merged = merge(pieces, wanted, choices)
	expect(back(merged.pieces.map(({ piece }) => piece))).toEqual(right.text)
	const found = merged.collisions.map((collision) => ({
		base: collision.base,
		sides: Object.fromEntries(
			collision.sides.map(({ by, words, outcome }) => [by.join(), outcome === 'removed' ? null : words]),
		),
	}))
	expect(found).toEqual(right.collisions)
	if (right.touches !== undefined) expect(merged.touches).toHaveLength(right.touches)
	expect(merge(pieces, wanted.toReversed(), choices)).toEqual(merged)
	expect(collisions(pieces, wanted)).toEqual(merge(pieces, wanted).collisions)
})

test('each run of words says whose it is', () => {
	const { pieces } = merge(
		['Regionen bör införa stöd till anhöriga.', 'Slut.'],
		[
			{ id: 'Attention', wanted: ['Regionen ska införa stöd till anhöriga.', 'Slut.'] },
			{ id: 'Balans', wanted: ['Regionen ska införa stöd till alla anhöriga.', 'Nytt.', 'Slut.'] },
		],
	)
	expect(pieces[0]?.runs).toEqual([
		{ kind: 'kept', text: 'Regionen', by: [] },
		{ kind: 'removed', text: ' bör', by: ['Attention', 'Balans'] },
		{ kind: 'inserted', text: ' ska', by: ['Attention', 'Balans'] },
		{ kind: 'kept', text: ' införa stöd till', by: [] },
		{ kind: 'inserted', text: ' alla', by: ['Balans'] },
		{ kind: 'kept', text: ' anhöriga.', by: [] },
	])
	expect(pieces.slice(1)).toEqual([
		{ piece: 'Nytt.', place: null, by: ['Balans'], moved: false, runs: null },
		{ piece: 'Slut.', place: 1, by: [], moved: false, runs: null },
	])
})

test('the words of a collision that nobody has chosen in carry its key', () => {
	const { pieces, collisions: asked } = merge(
		['Regionen bör agera.'],
		[
			{ id: 'A', wanted: ['Regionen ska agera.'] },
			{ id: 'B', wanted: ['Regionen måste agera.'] },
		],
	)
	expect(asked.map(({ key }) => key)).toEqual(['0:1-2'])
	expect(pieces[0]?.runs).toContainEqual({ kind: 'kept', text: ' bör', by: [], key: '0:1-2' })
})

test('who removed a paragraph and who moved one is told', () => {
	const base = ['A a.', 'B b.', 'C c.', 'D d.']
	const merged = merge(base, [
		{ id: 'A', wanted: ['A a.', 'C c.', 'D d.'] },
		{ id: 'B', wanted: ['D d.', 'A a.', 'B b.', 'C c.'] },
	])
	expect(merged.removed).toEqual([{ place: 1, by: ['A'] }])
	expect(merged.pieces[0]).toMatchObject({ piece: 'D d.', place: 3, by: ['B'], moved: true })
})
