import { expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { codeOf } from '#test/support/result.ts'
import { NOW, version } from '#test/support/rules.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { leftOutOf, noneLeftOut } from './left-out.ts'

const WAS = version('Regionen bör agera nu.')

/** An amendment to the text that associations adopted. */
const adopted = (number: number, text: string, more: Partial<AdoptedAmendment> = {}): AdoptedAmendment => ({
	number,
	seen: [WAS],
	wanted: [{ blockId: WAS.blockId, content: { kind: 'paragraph', text } }],
	merged: null,
	byAssociations: true,
	decidedAt: NOW,
	...more,
})
const SHALL = adopted(1, 'Regionen ska agera nu.')

test('a text without the words that associations adopted is not put to a decision, and one with them is', () => {
	expect(noneLeftOut([SHALL], [WAS])).toEqual({ ok: false, reason: { code: 'adoptedLeftOut', numbers: [1] } })
	expect(codeOf(noneLeftOut([SHALL], [version('Regionen ska agera nu.')]))).toBe('granted')
	expect(codeOf(noneLeftOut([], [WAS]))).toBe('granted')
})

test('what the chair adopted alone is the chair’s to leave out', () => {
	expect(leftOutOf([{ ...SHALL, byAssociations: false }], [WAS])).toEqual([])
})

test('only associations decide otherwise, by adopting another in its place since', () => {
	const text = [version('Regionen måste agera nu.')]
	const must = (more: Partial<AdoptedAmendment> = {}) =>
		adopted(2, 'Regionen måste agera nu.', { decidedAt: NOW + 1, ...more })
	expect(leftOutOf([SHALL, must()], text)).toEqual([])
	expect(leftOutOf([SHALL, must({ byAssociations: false })], text)).toEqual([1])
	expect(leftOutOf([SHALL, must({ decidedAt: NOW - 1 })], text)).toEqual([1])
	const elsewhere = { ...version('Tack.'), blockId: 'other' as BlockId }
	const wanted = [{ blockId: elsewhere.blockId, content: { kind: 'paragraph', text: 'Tack för ordet.' } } as const]
	expect(leftOutOf([SHALL, must({ seen: [elsewhere], wanted })], [...text, elsewhere])).toEqual([1, 2])
})

test('another word in the same paragraph is not in its place, and what takes its words out of the text again is', () => {
	const soon = adopted(2, 'Regionen bör agera genast.', { decidedAt: NOW + 1 })
	expect(leftOutOf([SHALL, soon], [version('Regionen bör agera genast.')])).toEqual([1])
	const seen = [version('Regionen ska agera nu.')]
	const may = adopted(2, 'Regionen får agera nu.', { seen, decidedAt: NOW + 1 })
	expect(leftOutOf([SHALL, may], [version('Regionen får agera nu.')])).toEqual([])
	const comma = adopted(2, 'Regionen ska agera, nu.', { seen, decidedAt: NOW + 1 })
	expect(leftOutOf([SHALL, comma], [version('Regionen bör agera, nu.')])).toEqual([1])
})

test('words that somebody turned round are not those that were adopted; what was written beside them changes nothing', () => {
	const isOut = (text: string) => leftOutOf([SHALL], [version(text)]).length > 0
	expect(isOut('Regionen ska genast agera nu.')).toBe(false)
	expect(isOut('Regionen ska inte agera nu.')).toBe(true)
	expect(isOut('Regionen ska, om den vill, agera nu.')).toBe(true)
	const never = adopted(1, 'Regionen ska aldrig agera nu.')
	expect(leftOutOf([never], [version('Regionen ska aldrig agera nu.')])).toEqual([])
})
