import { expect, test } from 'vitest'
import { codeOf } from '#test/support/result.ts'
import { NOW, version } from '#test/support/rules.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { heedsAmendments, nonePassedOver, type PreferredAmendment } from './heeding.ts'

const WAS = version('Regionen bör agera nu.')
const now = (text: string) => [{ ...WAS, content: { kind: 'paragraph', text } as const }]

/** An amendment to the text that was adopted; by the chair. */
const adopted = (number: number, text: string, more: Partial<AdoptedAmendment> = {}): AdoptedAmendment => ({
	...{ number, seen: [WAS], wanted: [{ blockId: WAS.blockId, content: { kind: 'paragraph', text } }], merged: null },
	...{ byAssociations: false, decidedAt: NOW + 2 },
	...more,
})
const SHALL = adopted(1, 'Regionen ska agera nu.')
const PREFERRED: PreferredAmendment = { number: 1, words: null, preferredAt: NOW }
const OPEN: PreferredAmendment = { ...PREFERRED, words: { seen: SHALL.seen, wanted: SHALL.wanted, merged: null } }

test('a text is put to no decision while what associations preferred is left open', () => {
	const refusal = { ok: false, reason: { code: 'preferredPassedOver', numbers: [1] } }
	expect(nonePassedOver([OPEN], [], [WAS])).toEqual(refusal)
	expect(heedsAmendments({ open: 0, adopted: [], preferred: [OPEN] }, [WAS])).toEqual(refusal)
	expect(codeOf(heedsAmendments({ open: 1, adopted: [], preferred: [OPEN] }, [WAS]))).toBe('ballotsOpen')
	expect(codeOf(heedsAmendments({ open: 0, adopted: [], preferred: [] }, [WAS]))).toBe('granted')
})

test('nor while it is adopted and not in the text, which is the chair’s to leave out where nobody preferred it', () => {
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL], [WAS]))).toBe('preferredPassedOver')
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL], now('Regionen ska agera nu.')))).toBe('granted')
	expect(codeOf(nonePassedOver([{ ...PREFERRED, number: 2 }], [SHALL], [WAS]))).toBe('granted')
})

test('what associations adopted in its place stands for it, whenever they did: to prefer is not to adopt', () => {
	const text = now('Regionen måste agera nu.')
	const must = (more: Partial<AdoptedAmendment> = {}) =>
		adopted(2, 'Regionen måste agera nu.', { byAssociations: true, decidedAt: NOW + 1, ...more })
	for (const decidedAt of [NOW + 1, NOW, NOW - 1]) {
		const before = must({ decidedAt })
		expect(codeOf(nonePassedOver([PREFERRED], [SHALL, before], text))).toBe('granted')
		expect(codeOf(nonePassedOver([OPEN], [before], text))).toBe('granted')
		// Were it to come in instead, what they adopted would be left out.
		const whole = { open: 0, adopted: [before], preferred: [OPEN] }
		expect(codeOf(heedsAmendments(whole, text))).toBe('granted')
		expect(codeOf(heedsAmendments(whole, now('Regionen ska agera nu.')))).toBe('adoptedLeftOut')
	}
	const byChair = must({ byAssociations: false })
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL, byChair], text))).toBe('preferredPassedOver')
	expect(codeOf(nonePassedOver([OPEN], [byChair], text))).toBe('preferredPassedOver')
})

test('what was written on words that associations had adopted, and was preferred, does not hold the text that has those', () => {
	const text = now('Regionen måste agera nu.')
	const must = adopted(2, 'Regionen måste agera nu.', { byAssociations: true, decidedAt: NOW - 1 })
	const on: PreferredAmendment = { ...OPEN, words: { seen: text, wanted: SHALL.wanted, merged: null } }
	expect(codeOf(nonePassedOver([on], [must], text))).toBe('granted')
})

test('of what it wants elsewhere, where associations adopted nothing, it is still to come in', () => {
	const text = now('Regionen måste agera nu.')
	const must = adopted(2, 'Regionen måste agera nu.', { byAssociations: true, decidedAt: NOW - 1 })
	const more = adopted(1, 'Regionen ska agera senast nu.')
	const open: PreferredAmendment = { ...PREFERRED, words: { seen: more.seen, wanted: more.wanted, merged: null } }
	expect(codeOf(nonePassedOver([open], [must], text))).toBe('preferredPassedOver')
	expect(codeOf(nonePassedOver([open], [must], now('Regionen måste agera senast nu.')))).toBe('granted')
})

test('of two that were preferred and are open neither stands for the other', () => {
	const text = now('Regionen måste agera nu.')
	const must = adopted(2, 'Regionen måste agera nu.')
	const open = {
		...OPEN,
		number: 2,
		words: { seen: must.seen, wanted: must.wanted, merged: null },
		preferredAt: NOW + 1,
	}
	expect(nonePassedOver([OPEN, open], [], text)).toMatchObject({ reason: { numbers: [1] } })
	expect(nonePassedOver([OPEN, open], [], [WAS])).toMatchObject({ reason: { numbers: [1, 2] } })
})

test('of what came in with changes, since they adopted another in one place, the rest is to stand', () => {
	const must = adopted(2, 'Regionen måste agera nu.', { byAssociations: true, decidedAt: NOW - 1 })
	const { seen, wanted } = adopted(1, 'Regionen ska agera senast nu.')
	const changed: PreferredAmendment = {
		...PREFERRED,
		words: { seen, wanted, merged: { outcome: 'adoptedWithChanges', parts: [] } },
	}
	expect(codeOf(nonePassedOver([changed], [must], now('Regionen måste agera senast nu.')))).toBe('granted')
	expect(codeOf(nonePassedOver([changed], [must], now('Regionen måste agera nu.')))).toBe('preferredPassedOver')
})
