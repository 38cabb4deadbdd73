import { expect, test } from 'vitest'
import type { BallotId, ConsensusListId } from '#domain/kernel/id.ts'
import { amendment, factsOf, KEY, MUST, merging, SHALL, textOf, words } from '#test/support/merging-amendments.ts'
import { codeOf } from '#test/support/result.ts'
import { ANBO, NOW, SHEDO } from '#test/support/rules.ts'
import { adoptedTogether } from './adopted-together.ts'
import type { Choice } from './collision.ts'
import type { Mergeable } from './merge-amendments.ts'

const IN_BALLOT = { state: 'adopted', decidedIn: 'ballot' as BallotId, decidedAt: NOW } as const
const FROM_LIST = { state: 'adopted', adoptedBy: 'list' as ConsensusListId, decidedAt: NOW } as const

test('associations adopted what a ballot or a list decided, not what the chair did', () => {
	expect(adoptedTogether({ ...SHALL, ...IN_BALLOT })).toBe(NOW)
	expect(adoptedTogether({ ...SHALL, ...FROM_LIST })).toBe(NOW)
	expect(adoptedTogether({ ...SHALL, state: 'adopted', decidedAt: NOW })).toBeNull()
	// Preferred to another in a ballot: it is open.
	expect(adoptedTogether({ ...SHALL, ...IN_BALLOT, state: 'open' })).toBeNull()
})

test('what associations adopted comes in as they adopted it: another amendment in its place opens no way to other words', () => {
	const otherwise: readonly Choice[] = [
		{ text: 'kan' },
		{ side: MUST.id },
		{ all: [SHALL.id, MUST.id] },
		{ base: true },
	]
	for (const decided of [IN_BALLOT, FROM_LIST]) {
		const shall = { ...SHALL, ...decided }
		for (const choice of otherwise) {
			const done = merging([shall, MUST], { choices: { [KEY]: choice }, note: 'En medelväg.' })
			expect(done, JSON.stringify(choice)).toMatchObject({
				reason: { code: 'collisionsOpen', collisions: [{ key: KEY, held: [SHALL.id] }] },
			})
		}
		const done = merging([shall, MUST], { choices: { [KEY]: { side: SHALL.id } } })
		expect(textOf(done)).toEqual(['Regionen ska agera nu.'])
		expect(factsOf(done)).toMatchObject([{ amendmentId: SHALL.id, outcome: 'adopted', note: '' }])
	}
	// What the chair adopted alone is the chair's to change, and is told as changed.
	const alone = { ...SHALL, state: 'adopted', decidedAt: NOW } as const
	const byHand = merging([alone, MUST], { choices: { [KEY]: { text: 'kan' } }, note: 'En medelväg.' })
	expect(factsOf(byHand).map(({ outcome }) => outcome)).toEqual(['adoptedWithChanges', 'adoptedWithChanges'])
})

test('of two that associations adopted in one place the later stands, and that the earlier came in otherwise is told', () => {
	const half = { ...amendment(4, SHEDO, words('Regionen ska agera nu.', 'Vi tackar er för ordet.')), ...IN_BALLOT }
	const later = { ...MUST, ...FROM_LIST, decidedAt: NOW + 1 }
	const choosing = (choice: Choice) => merging([half, later], { choices: { [KEY]: choice }, note: 'Y2 kom senare.' })
	for (const choice of [{ side: half.id }, { text: 'kan' }, { base: true }] as const)
		expect(codeOf(choosing(choice))).toBe('collisionsOpen')
	expect(factsOf(choosing({ side: later.id }))).toMatchObject([
		{ amendmentId: later.id, outcome: 'adopted' },
		{ amendmentId: half.id, outcome: 'adoptedWithChanges', note: 'Y2 kom senare.' },
	])
	// Adopted at the same moment neither is the later.
	const same = (choice: Choice) =>
		merging([half, { ...later, decidedAt: NOW }], { choices: { [KEY]: choice }, note: 'Välj.' })
	expect(codeOf(same({ side: half.id }))).toBe('granted')
	expect(codeOf(same({ side: later.id }))).toBe('granted')
	expect(codeOf(same({ text: 'kan' }))).toBe('collisionsOpen')
})

test('a part that associations struck is not kept for another, and one that they changed is not struck', () => {
	const strike = amendment(6, ANBO, words('Regionen bör agera nu.').slice(1))
	const key = 'a-1:removed'
	const choosing = (pair: readonly Mergeable[], choice: Choice) =>
		codeOf(merging(pair, { choices: { [key]: choice }, note: 'Så.' }))
	const struck = [{ ...strike, ...IN_BALLOT }, SHALL]
	expect(choosing(struck, { side: SHALL.id })).toBe('collisionsOpen')
	expect(choosing(struck, { side: strike.id })).toBe('granted')
	const changed = [strike, { ...SHALL, ...IN_BALLOT }]
	expect(choosing(changed, { side: strike.id })).toBe('collisionsOpen')
	expect(choosing(changed, { side: SHALL.id })).toBe('granted')
})
