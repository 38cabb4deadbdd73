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
	expect(isInText({ ...ADOPTED, merged }, [stands])).toBe(false)
	expect(isInText({ ...ADOPTED, merged }, [stands], () => new Set(['inte']))).toBe(true)
	expect(
		isInText({ ...ADOPTED, merged }, [{ ...stands, content: { kind: 'paragraph', text: 'Regionen ska agera nu.' } }]),
	).toBe(true)
})
