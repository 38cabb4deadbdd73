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
const PREFERRED: PreferredAmendment = { number: 1, isOpen: false, preferredAt: NOW }

test('a text is put to no decision while what associations preferred is left open', () => {
	const open = { ...PREFERRED, isOpen: true }
	const refusal = { ok: false, reason: { code: 'preferredPassedOver', numbers: [1] } }
	expect(nonePassedOver([open], [], [WAS])).toEqual(refusal)
	expect(heedsAmendments({ open: 0, adopted: [], preferred: [open] }, [WAS])).toEqual(refusal)
	expect(codeOf(heedsAmendments({ open: 1, adopted: [], preferred: [open] }, [WAS]))).toBe('ballotsOpen')
	expect(codeOf(heedsAmendments({ open: 0, adopted: [], preferred: [] }, [WAS]))).toBe('granted')
})

test('nor while it is adopted and not in the text, which is the chair’s to leave out where nobody preferred it', () => {
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL], [WAS]))).toBe('preferredPassedOver')
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL], now('Regionen ska agera nu.')))).toBe('granted')
	expect(codeOf(nonePassedOver([{ ...PREFERRED, number: 2 }], [SHALL], [WAS]))).toBe('granted')
})

test('what associations adopted in its place since stands for it, whenever the chair adopted it', () => {
	const text = now('Regionen måste agera nu.')
	const must = (more: Partial<AdoptedAmendment>) =>
		adopted(2, 'Regionen måste agera nu.', { byAssociations: true, decidedAt: NOW + 1, ...more })
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL, must({})], text))).toBe('granted')
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL, must({ decidedAt: NOW - 1 })], text))).toBe('preferredPassedOver')
	expect(codeOf(nonePassedOver([PREFERRED], [SHALL, must({ byAssociations: false })], text))).toBe(
		'preferredPassedOver',
	)
})
