import { expect, it } from 'vitest'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { refusalAsErrors, refusalSentence } from '#i18n/refusals.ts'

const languages: readonly Language[] = ['sv', 'en']
const at = Date.parse('2022-10-14T14:00:00Z')

/** Everything any refusal tells about, so that each finds what it needs. */
const facts = {
	again: at,
	agreed: 2,
	at,
	away: false,
	allowed: ['drafting'],
	asked: { kind: 'ballot' },
	associations: ['Attention', 'Shedo'],
	blocks: ['one'],
	notice: 'bylaws',
	parts: [{}, {}],
	opensAt: at,
	days: 7,
	earliest: at,
	closedAt: at,
	closesAt: at,
	collisions: [{ held: [] }, { held: ['y1'] }],
	count: 2,
	dueAt: at,
	first: 4,
	from: at,
	year: 2017,
	electorate: 2,
	field: 'title',
	latest: at,
	least: 3,
	left: 2,
	length: 301,
	limit: 300,
	minutes: 12,
	missing: ['one'],
	nearest: '#7f6800',
	name: 'Missiv.pdf',
	needs: ['chair', 'secretary'],
	needed: 5,
	number: 'NSPH-SL 2022:1',
	numbers: [1, 4],
	adopted: [2],
	on: 'text',
	remedy: 'reason',
	rows: 501,
	scope: 'write',
	silent: 3,
	stage: 'signing',
	state: 'lapsed',
	titles: ['Ett svar', 'Ett annat'],
	uncommitted: 2,
	until: at,
	voidedAt: at,
	why: 'broken',
	words: ['inte'],
}

const codes = Object.keys(catalogue('sv').refusals) as RejectionCode[]
/** Why something is refused is said in words of its own for files and for changes. */
const WHYS: Partial<Record<RejectionCode, string>> = {
	notEditorial: 'meaning',
	notExtended: 'voice',
	notHeldAgain: 'silence',
}
const STATES: Partial<Record<RejectionCode, string>> = { amendmentState: 'rejected' }
const whyOf = (code: RejectionCode) => (WHYS[code] === undefined ? {} : { why: WHYS[code] })
const stateOf = (code: RejectionCode) => (STATES[code] === undefined ? {} : { state: STATES[code] })
const refusalOf = (code: RejectionCode) =>
	({ ...facts, ...whyOf(code), ...stateOf(code), code }) as unknown as Rejection

it.each(codes)('says in whole sentences what to do: %s', (code) => {
	for (const language of languages) {
		const sentence = refusalSentence(language, refusalOf(code))
		expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/su)
		expect(sentence).not.toMatch(/undefined|\[object|NaN/)
	}
})

it('says the same refusal in both languages', () => {
	expect(refusalSentence('sv', { code: 'notAllowed', needs: ['chair', 'secretary'] })).toBe(
		'Det här kan bara ordföranden eller handläggaren göra. Be om hjälp där.',
	)
	expect(refusalSentence('en', { code: 'tooLong', field: 'title', limit: 300, length: 1301 })).toBe(
		'Shorten the title: it may have at most 300 characters, and now has 1,301.',
	)
	expect(refusalSentence('sv', { code: 'ballotOver', closedAt: at })).toContain('14 oktober 2022 kl. 16.00')
})

it('puts a refusal on its field, and on the whole form where it has none', () => {
	expect(refusalAsErrors('sv', { code: 'empty', field: 'title' })).toEqual({ title: 'Fyll i rubriken.' })
	expect(Object.keys(refusalAsErrors('sv', { code: 'busy' }))).toEqual([''])
})

it('calls a field that it does not know the field', () => {
	expect(refusalSentence('sv', { code: 'empty', field: 'something' })).toBe('Fyll i fältet.')
})

it.each([
	['sv', ['samförståndslista', 'bifalla och arbeta in', 'dra tillbaka', 'Inställningar']],
	['en', ['consensus list', 'adopt and merge', 'withdraw', 'settings']],
] as const)('where a secret ballot cannot be held the ways on are named, in %s', (lang, ways) => {
	const said = refusalSentence(lang, { code: 'tooFewUncommitted', least: 3, uncommitted: 2 })
	for (const way of ways) expect(said).toContain(way)
})
