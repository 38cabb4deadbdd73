import { expect, test } from 'vitest'
import { asAdopted } from '#test/support/consensus-rules.ts'
import { amendment, block, MUST, SHALL, TEXT, words } from '#test/support/merging-amendments.ts'
import { ANBO } from '#test/support/rules.ts'
import { againstAdopted } from './against-adopted.ts'

const adopted = [asAdopted({ ...SHALL, state: 'adopted' })]
const EDITED = [block('a', 'Regionen borde agera nu.', 2), ...TEXT.slice(1)]
const numbersOf = (blocks: typeof TEXT, one: typeof SHALL) => againstAdopted(blocks, [one], adopted).get(one.id) ?? []

test('what wants other words than an adopted amendment is against it, whether it was written before the text was edited there or after', () => {
	expect(numbersOf(TEXT, MUST)).toEqual([1])
	expect(numbersOf(EDITED, MUST)).toEqual([1])
	const since = amendment(5, ANBO, words('Regionen får agera nu.'), { seen: EDITED })
	expect(numbersOf(EDITED, since)).toEqual([1])
	// And edited once more.
	expect(numbersOf([block('a', 'Regionen kan agera nu.', 3), ...TEXT.slice(1)], since)).toEqual([1])
})

test('what is about another part, or other words of it that were there, is not', () => {
	const elsewhere = amendment(5, ANBO, words('Regionen borde agera nu.', 'Vi tackar alla.'), { seen: EDITED })
	expect(numbersOf(EDITED, elsewhere)).toEqual([])
	const beside = amendment(6, ANBO, words('Regionen borde agera snart.'), { seen: EDITED })
	expect(numbersOf(EDITED, beside)).toEqual([])
})
