import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Track } from '#domain/statement/statement.ts'
import { codeOf } from '#test/support/result.ts'
import { ballot, NOW } from '#test/support/rules.ts'
import { CHOICES, type Choice, isOver, outcomeOf, stillOpen, tally, yesNeeded } from './ballot.ts'
import { type Bylaws, PRESETS, type Preset } from './bylaws.ts'

/** Of nine associations: `yyna` is two yes, a no and one abstaining, the rest silent. */
function outcome(answers: string, preset: Preset, track: Track = 'full', majority?: Bylaws['majority']) {
	const letters = { y: 'yes', n: 'no', a: 'abstain' } as const
	const choices = [...answers].flatMap((letter): Choice[] => {
		return letter === 'y' || letter === 'n' || letter === 'a' ? [letters[letter]] : []
	})
	const bylaws = PRESETS[preset]
	return outcomeOf(tally(choices, 9), majority ? { ...bylaws, majority } : bylaws, track).result
}

test('those not heard from are counted as silent', () => {
	expect(tally(['yes', 'no', 'yes', 'abstain'], 9)).toEqual({ yes: 2, no: 1, abstain: 1, silent: 5 })
	expect(tally([], 3)).toEqual({ yes: 0, no: 0, abstain: 0, silent: 3 })
})

test('the outcome tells what it was measured against', () => {
	const counted = { yes: 4, no: 1, abstain: 1, silent: 3 }
	expect(outcomeOf(counted, PRESETS.standard, 'full')).toEqual({
		...counted,
		electorate: 9,
		quorum: 5,
		result: 'adopted',
	})
})

test.each<[string, string]>([
	['yyyyyyyyy', 'adopted'],
	['yyynn', 'adopted'],
	['yyyn', 'noQuorum'],
	['yyyna', 'adopted'],
	['yynna', 'rejected'],
	['yynnn', 'rejected'],
	['aaaaaaaaa', 'rejected'],
	['yaaaa', 'adopted'],
	['naaaa', 'rejected'],
	['', 'noQuorum'],
])('standard: of nine, %s is %s', (answers, result) => {
	expect(outcome(answers, 'standard')).toBe(result)
})

test.each<[string, string]>([
	['yy', 'noQuorum'],
	['yyn', 'adopted'],
	['ynn', 'rejected'],
	['yna', 'rejected'],
	['aaa', 'rejected'],
	['yaa', 'adopted'],
])('board: of nine, %s is %s', (answers, result) => {
	expect(outcome(answers, 'board')).toBe(result)
})

test.each<[string, string]>([
	['yyyyyyyy', 'noQuorum'],
	['yyyyyyyyy', 'adopted'],
	['yyyyynnnn', 'adopted'],
	['yyyynnnna', 'rejected'],
	['aaaaaaaaa', 'rejected'],
])('written procedure: of nine, %s is %s', (answers, result) => {
	expect(outcome(answers, 'writtenProcedure')).toBe(result)
})

test.each<[string, string]>([
	['yyyn', 'noQuorum'],
	['yyynn', 'adopted'],
	['yynna', 'rejected'],
])('secret: of nine, %s is %s', (answers, result) => {
	expect(outcome(answers, 'secret')).toBe(result)
})

test.each<[string, string]>([
	['', 'adopted'],
	['y', 'adopted'],
	['a', 'adopted'],
	['n', 'rejected'],
	['yyyyyyyyn', 'rejected'],
])('light track: silence is consent and one objection is enough: of nine, %s is %s', (answers, result) => {
	expect(outcome(answers, 'standard', 'light')).toBe(result)
})

test.each<[Bylaws['majority'], string, string]>([
	['twoThirds', 'yyyynn', 'adopted'],
	['twoThirds', 'yyynn', 'rejected'],
	['twoThirds', 'yyyyynnn', 'rejected'],
	['twoThirds', 'yaaaa', 'adopted'],
	['twoThirds', 'aaaaa', 'rejected'],
	['unanimous', 'yyyyy', 'adopted'],
	['unanimous', 'yyyya', 'adopted'],
	['unanimous', 'yyyyn', 'rejected'],
	['unanimous', 'aaaaa', 'rejected'],
])('%s: of nine, %s is %s', (majority, answers, result) => {
	expect(outcome(answers, 'standard', 'full', majority)).toBe(result)
})

test('the drawn majority line is where the outcome turns', () => {
	const count = fc.nat(30)
	const majority = fc.constantFrom<Bylaws['majority']>('simple', 'twoThirds', 'unanimous')
	fc.assert(
		fc.property(count, count, majority, (yes, no, kind) => {
			const counted = { yes, no, abstain: 0, silent: 0 }
			const bylaws = { ...PRESETS.standard, majority: kind, quorum: { kind: 'atLeast', associations: 0 } } as const
			const adopted = outcomeOf(counted, bylaws, 'full').result === 'adopted'
			expect(adopted).toBe(yes >= yesNeeded(counted, kind))
		}),
	)
})

test('the order in which votes came does not matter, and every vote is counted once', () => {
	const votes = fc.array(fc.constantFrom(...CHOICES), { maxLength: 40 })
	fc.assert(
		fc.property(votes, fc.nat(10), (choices, absent) => {
			const counted = tally(choices, choices.length + absent)
			expect(tally(choices.toReversed(), choices.length + absent)).toEqual(counted)
			expect(counted.yes + counted.no + counted.abstain).toBe(choices.length)
			expect(counted.silent).toBe(absent)
		}),
	)
})

test('a ballot is over at the instant it closes, whether or not anything closed it', () => {
	const { closesAt } = ballot()
	expect(isOver(ballot(), closesAt - 1)).toBe(false)
	expect(isOver(ballot(), closesAt)).toBe(true)
	expect(isOver(ballot({ closedAt: NOW - 1 }), NOW)).toBe(true)
})

test('a refusal tells when the ballot was closed: when the chair did, or when its time was up', () => {
	expect(codeOf(stillOpen(ballot(), NOW))).toBe('granted')
	expect(stillOpen(ballot({ closedAt: NOW - 5 }), NOW)).toEqual({
		ok: false,
		reason: { code: 'ballotOver', closedAt: NOW - 5 },
	})
	expect(stillOpen(ballot({ closesAt: NOW }), NOW)).toEqual({
		ok: false,
		reason: { code: 'ballotOver', closedAt: NOW },
	})
})
