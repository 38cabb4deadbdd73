import { expect, test } from 'vitest'
import type { BallotId } from '#domain/kernel/id.ts'
import {
	amendment,
	block,
	factsOf,
	MUST,
	merging,
	SHALL,
	TEXT,
	textOf,
	words,
} from '#test/support/merging-amendments.ts'
import { codeOf } from '#test/support/result.ts'
import { ANBO, NOW } from '#test/support/rules.ts'
import { isInText } from './in-text.ts'
import { standsIn, turnsRound } from './standing-in.ts'

const BALLOT = { state: 'adopted', decidedIn: 'ballot' as BallotId, decidedAt: NOW } as const
const ADOPTED = { ...SHALL, ...BALLOT }
const says = (text: string, number = 4) => amendment(number, ANBO, words(text))

test.each(['inte', 'aldrig mer'])(
	'what puts “%s” beside the words that associations adopted is not merged with them',
	(denial) => {
		const against = says(`Regionen bör ${denial} agera nu.`)
		expect(merging([ADOPTED, against])).toMatchObject({ reason: { code: 'turnsRound', numbers: [4], adopted: [1] } })
		// As it says: what turns them round is unticked.
		expect(textOf(merging([ADOPTED]))).toEqual(['Regionen ska agera nu.'])
		// What chair and secretary adopt, and what associations adopted too, goes together.
		expect(codeOf(merging([SHALL, against]))).toBe('granted')
		expect(codeOf(merging([ADOPTED, { ...against, ...BALLOT, decidedIn: 'other' as BallotId }]))).toBe('granted')
	},
)

test('of several in the same part those are named that put the denial there', () => {
	const against = says('Regionen bör inte agera nu.')
	const comma = says('Regionen bör agera nu, alltid.', 5)
	const twice = says('Regionen bör genast agera nu.', 6)
	const options = { choices: {}, note: 'Så.' }
	expect(merging([ADOPTED, against, comma], options)).toMatchObject({
		reason: { code: 'turnsRound', numbers: [4], adopted: [1] },
	})
	expect(codeOf(merging([ADOPTED, comma], options))).toBe('granted')
	expect(codeOf(merging([ADOPTED, twice], options))).toBe('granted')
})

const BEFORE = 'Regionen bör agera nu.'
test.each([
	[
		'a sentence after it',
		'Regionen bör agera nu. Alla ska få stöd.',
		'Regionen bör agera nu. Alla ska få stöd. Det får inte dröja.',
		false,
	],
	[
		'a sentence after its last word',
		'Regionen bör agera genast.',
		'Regionen bör agera genast. Det får inte dröja.',
		false,
	],
	['a sentence before its first word', 'Regionerna bör agera nu.', 'Ingen ska vänta. Regionerna bör agera nu.', false],
	[
		'a sentence before it, with its word',
		'Regionen ska agera nu.',
		'Det ska inte dröja. Regionen ska agera nu.',
		false,
	],
	['a denial in its sentence', 'Regionen ska agera nu.', 'Vi väntar. Regionen ska inte agera nu.', true],
	['a denial at its last word', 'Regionen bör agera genast.', 'Regionen bör agera inte genast. Vi väntar.', true],
])('only what stands in the same sentence turns an amendment round: %s', (_where, wanted, now, turned) => {
	const stretch = { seen: [block('a', BEFORE)], wanted: [block('a', wanted)] }
	expect(turnsRound(stretch, [block('a', now, 2)])).toBe(turned)
	expect(standsIn(stretch, [block('a', now, 2)])).toBe(!turned)
})

test('an item that denies turns round no other item of the same list', () => {
	const list = (...items: string[]) => ({ ...block('a', ''), content: { kind: 'list', items } as const })
	const item = 'Resor ska betalas.'
	const stretch = { seen: [list('Ett.', 'Två.')], wanted: [list('Ett.', item, 'Två.')] }
	for (const now of [
		list('Ett.', item, 'Ingen ska bli utan.', 'Två.'),
		list('Ett.', 'Ingen ska bli utan', item, 'Två.'),
	])
		expect([turnsRound(stretch, [now]), standsIn(stretch, [now])]).toEqual([false, true])
	expect(standsIn(stretch, [list('Ett.', 'Resor ska inte betalas.', 'Två.')])).toBe(false)
})

test('what says no more than it did beside them comes in; a denial that the text had is told where the text is decided on', () => {
	expect(codeOf(merging([ADOPTED, says('Regionen bör genast agera nu.')]))).toBe('granted')
	expect(codeOf(merging([ADOPTED, says('Regionen bör i frågor om vård agera nu.')]))).toBe('granted')
	const [, thanks] = TEXT
	const now = [block('a', 'Regionen bör inte agera nu.', 2), ...(thanks ? [thanks] : [])]
	expect(codeOf(merging([ADOPTED], { stands: now, seen: now }))).toBe('granted')
	expect(codeOf(merging([ADOPTED, { ...MUST, wanted: words('Regionen bör agera inte nu.') }]))).toBe('granted')
})

test('what was merged and has a denial beside its words since does not stand', () => {
	const [fact] = factsOf(merging([ADOPTED]))
	const [part] = fact?.parts ?? []
	const stands = block('a', 'Regionen ska inte agera nu.', 2)
	const parts = part ? [{ ...part, versionId: stands.id }] : []
	const merged = { outcome: 'adopted', parts } as const
	expect(isInText({ ...ADOPTED, merged }, [stands], () => new Set())).toBe(false)
	// Where it is not known what else associations adopted, as on a page, what was merged stands.
	expect(isInText({ ...ADOPTED, merged }, [stands])).toBe(true)
	expect(isInText({ ...ADOPTED, merged }, [stands], () => new Set(['inte']))).toBe(true)
	expect(
		isInText({ ...ADOPTED, merged }, [{ ...stands, content: { kind: 'paragraph', text: 'Regionen ska agera nu.' } }]),
	).toBe(true)
})
