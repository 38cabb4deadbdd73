import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
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
	expect(isOut('Regionen ska aldrig mer agera nu.')).toBe(true)
	const never = adopted(1, 'Regionen ska aldrig agera nu.')
	expect(leftOutOf([never], [version('Regionen ska aldrig agera nu.')])).toEqual([])
})

const [A, B] = [WAS, { ...version('Vi tackar för ordet.'), blockId: 'other' as BlockId }]
/** An amendment to both blocks. */
const both = (number: number, one: string, other: string, more: Partial<AdoptedAmendment> = {}) => {
	const wanted = [
		{ blockId: A.blockId, content: { kind: 'paragraph', text: one } },
		{ blockId: B.blockId, content: { kind: 'paragraph', text: other } },
	] as const
	return adopted(number, one, { seen: [A, B], wanted, ...more })
}
const says = (one: string, other = 'Vi tackar för ordet.') => [version(one), { ...B, ...content(other) }]
const content = (text: string) => ({ content: { kind: 'paragraph', text } }) as const
const LATER = { decidedAt: NOW + 1 }

test('one who saw less of the text is in the place only of what they saw', () => {
	const one = both(1, 'Regionen ska agera nu.', 'Vi tackar alla för ordet.')
	const comma = adopted(2, 'Regionen ska agera, nu.', { ...LATER, seen: [version('Regionen ska agera nu.')] })
	expect(leftOutOf([one, comma], says('Regionen bör agera, nu.'))).toEqual([1])
	expect(leftOutOf([one, comma], says('Regionen ska agera, nu.'))).toEqual([1])
	expect(leftOutOf([one, comma], says('Regionen ska agera, nu.', 'Vi tackar alla för ordet.'))).toEqual([])
})

test('each change is replaced by itself: the rest of the same amendment is to stand, in another part and in the same sentence', () => {
	const one = both(1, 'Regionen ska agera nu.', 'Vi tackar alla för ordet.')
	const must = adopted(2, 'Regionen måste agera nu.', LATER)
	expect(leftOutOf([one, must], says('Regionen måste agera nu.'))).toEqual([1])
	expect(leftOutOf([one, must], says('Regionen måste agera nu.', 'Vi tackar alla för ordet.'))).toEqual([])
	const once = adopted(1, 'Regionen ska agera genast.')
	const soon = adopted(2, 'Regionen bör agera snart.', LATER)
	expect(leftOutOf([once, soon], [version('Regionen bör agera snart.')])).toEqual([1])
	expect(leftOutOf([once, soon], [version('Regionen ska agera snart.')])).toEqual([])
})

test('what came in with changes because of a later one is to stand in its other places still', () => {
	const part = {
		kind: 'words',
		blockId: A.blockId,
		versionId: 'gone' as BlockVersionId,
		removed: '',
		inserted: '',
	} as const
	const merged = { outcome: 'adoptedWithChanges', parts: [part] } as const
	const one = both(1, 'Regionen ska agera nu.', 'Vi tackar alla för ordet.', { merged })
	const must = adopted(2, 'Regionen måste agera nu.', LATER)
	expect(leftOutOf([one, must], says('Regionen måste agera nu.', 'Vi tackar alla för ordet.'))).toEqual([])
	expect(leftOutOf([one, must], says('Regionen måste agera nu.'))).toEqual([1])
})

test('a denial that associations adopted too turns nothing round, and a preposition is none', () => {
	const not = adopted(2, 'Regionen bör inte agera nu.', LATER)
	expect(leftOutOf([SHALL, not], [version('Regionen ska inte agera nu.')])).toEqual([])
	expect(leftOutOf([SHALL, not], [version('Regionen ska inte aldrig agera nu.')])).toEqual([1, 2])
	expect(leftOutOf([SHALL, { ...not, byAssociations: false }], [version('Regionen ska inte agera nu.')])).toEqual([1])
	const care = adopted(2, 'Regionen bör i frågor om vård agera nu.', LATER)
	expect(leftOutOf([SHALL, care], [version('Regionen ska i frågor om vård agera nu!')])).toEqual([])
	expect(leftOutOf([SHALL], [version('Regionen ska utan dröjsmål agera nu.')])).toEqual([])
})

test('words by hand in those of an adopted one make no room for a comma, nor for anything but what is put in their place', () => {
	const seen = [{ ...version('Regionen kan agera nu.'), id: 'later' as BlockVersionId }]
	const comma = adopted(2, 'Regionen kan agera, nu.', { ...LATER, seen })
	expect(leftOutOf([SHALL, comma], [version('Regionen kan agera, nu.')])).toEqual([1])
	const may = adopted(2, 'Regionen får agera nu.', { ...LATER, seen })
	expect(leftOutOf([SHALL, may], [version('Regionen får agera nu.')])).toEqual([])
})

test('of two that were adopted at the same moment in one place either stands, and one has to', () => {
	const must = adopted(2, 'Regionen måste agera nu.')
	const out = (text: string) => leftOutOf([SHALL, must], [version(text)])
	expect([out('Regionen ska agera nu.'), out('Regionen måste agera nu.'), out('Regionen bör agera nu.')]).toEqual([
		[],
		[],
		[1, 2],
	])
})

test('what is struck, put in and moved is looked at by itself as well', () => {
	const kept = { blockId: A.blockId, content: A.content }
	const strikes = both(1, '', '', { wanted: [kept] })
	expect(leftOutOf([strikes], says('Regionen bör agera nu.'))).toEqual([1])
	const thanks = both(2, 'Regionen bör agera nu.', 'Tack för ordet.', LATER)
	expect(leftOutOf([strikes, thanks], says('Regionen bör agera nu.', 'Tack för ordet.'))).toEqual([])
	const more = { blockId: null, ...content('Ett till.') }
	const adds = both(1, '', '', { wanted: [kept, more, { blockId: B.blockId, content: B.content }] })
	expect(leftOutOf([adds, thanks], says('Regionen bör agera nu.', 'Tack för ordet.'))).toEqual([1])
	const put = { ...version('Ett till.'), blockId: 'new' as BlockId }
	const less = adopted(2, '', { ...LATER, seen: [put], wanted: [] })
	expect(leftOutOf([adds, less], says('Regionen bör agera nu.'))).toEqual([])
	const moves = both(1, '', '', { wanted: [{ blockId: B.blockId, content: B.content }, kept] })
	expect([leftOutOf([moves], [A, B]), leftOutOf([moves], [B, A])]).toEqual([[1], []])
	const back = adopted(2, '', { ...LATER, seen: [B, A], wanted: [kept, { blockId: B.blockId, content: B.content }] })
	expect(leftOutOf([moves, back], [A, B])).toEqual([])
})
