import { expect, test } from 'vitest'
import { block, TEXT, words } from '#test/support/merging-amendments.ts'
import { countToMerge } from './to-merge.ts'

const shall = { seen: TEXT, wanted: words('Regionen ska agera nu.') }
const [first, second] = TEXT as [(typeof TEXT)[number], (typeof TEXT)[number]]
const added = {
	seen: [second],
	wanted: [...words('').slice(1), { blockId: null, content: block('c', 'Nytt.').content }],
}

test('what is adopted waits as long as the text goes with it and lacks its words', () => {
	expect(countToMerge([shall, added], TEXT)).toBe(2)
	expect(countToMerge([shall], [first, block('b', 'Vi tackar alla.', 2)])).toBe(1)
})

test('what was written in by hand waits on nobody, with what others wrote beside it; nor what they wrote something else in the place of', () => {
	expect(countToMerge([shall], [block('a', 'Regionen ska agera nu.', 2), second])).toBe(0)
	expect(countToMerge([shall], [block('a', 'Regionen ska agera nu, sa vi.', 2), second])).toBe(0)
	expect(countToMerge([added], [...TEXT, block('c', 'Nytt.')])).toBe(0)
	expect(countToMerge([shall], [block('a', 'Regionen måste agera nu.', 2), second])).toBe(0)
})

test('what would take long to compare waits, until somebody looks', () => {
	const long = { seen: TEXT, wanted: words(`Regionen ska agera nu. ${'Ord till. '.repeat(3_000)}`) }
	expect(countToMerge([long], [block('a', 'Regionen måste agera nu.', 2), second])).toBe(1)
})

test('what moves a part waits until it is moved', () => {
	const turned = { seen: TEXT, wanted: [second, first] }
	expect(countToMerge([turned], TEXT)).toBe(1)
	expect(countToMerge([turned], [second, first])).toBe(0)
})
