import { expect, test } from 'vitest'
import type { BallotId } from '#domain/kernel/id.ts'
import { amendment, factsOf, KEY, MUST, merging, SHALL, words } from '#test/support/merging-amendments.ts'
import { codeOf, granted } from '#test/support/result.ts'
import { chair, contextAt, delegateOf, SHEDO, secretary, statement, TILIA } from '#test/support/rules.ts'
import { decideAmendment } from './deciding.ts'
import { changeAmendment, withdrawAmendment } from './proposing.ts'

/** Rejected by the ballot in which associations preferred `SHALL` to it. */
const FELL = {
	...amendment(4, TILIA, words('Regionen kan agera nu.'), { state: 'rejected', decidedIn: 'ballot' as BallotId }),
	preferred: SHALL.id,
}
const TEXT = statement('consulting')

test('what associations preferred to another chair and secretary adopt as it is, or leave', () => {
	for (const who of [chair, secretary])
		for (const [outcome, code] of [
			['rejected', 'preferredInBallot'],
			['adoptedWithChanges', 'preferredInBallot'],
			['adopted', 'granted'],
		] as const) {
			const command = { versionId: SHALL.versionId, outcome, note: 'Skäl.' }
			expect(codeOf(decideAmendment(who, TEXT, SHALL, command, contextAt(), [FELL]))).toBe(code)
			expect(codeOf(decideAmendment(who, TEXT, SHALL, command, contextAt(), []))).toBe('granted')
		}
})

test('nor does it come into the text in other words; with its own, or another with changes, what fell stays so', () => {
	const byHand = { choices: { [KEY]: { text: 'får' } }, note: 'Jämkat.' } as const
	const changed = merging([SHALL, MUST], { ...byHand, overtaken: [FELL] })
	expect(changed).toMatchObject({ reason: { code: 'preferredChanged', numbers: [1] } })
	expect(codeOf(merging([SHALL, MUST], byHand))).toBe('granted')
	const whole = merging([SHALL], { overtaken: [FELL] })
	expect(factsOf(whole)).toMatchObject([{ outcome: 'adopted' }])
	const chosen = merging([SHALL, MUST], { choices: { [KEY]: { side: SHALL.id } }, overtaken: [FELL] })
	for (const done of [whole, chosen])
		expect(granted(done).events.map(({ type }) => type)).not.toContain('amendmentReopened')
})

test('only where associations adopted something else it gives way: the rest of it comes in, with changes', () => {
	const together = { state: 'adopted', decidedIn: 'other' as BallotId, decidedAt: 1 } as const
	const more = { ...SHALL, wanted: words('Regionen ska agera nu.', 'Vi hälsar för orden.') }
	const side = { choices: { [KEY]: { side: MUST.id } }, note: 'Föreningarna har bifallit Y2.', overtaken: [FELL] }
	expect(factsOf(merging([more, { ...MUST, ...together }], side))).toMatchObject([
		{ amendmentId: SHALL.id, outcome: 'adoptedWithChanges' },
		{ amendmentId: MUST.id, outcome: 'adopted' },
	])
	expect(codeOf(merging([more, MUST], side))).toBe('preferredChanged')
	// In another place nobody adopted what collides with it.
	const yours = amendment(5, TILIA, words('Regionen bör agera nu.', 'Vi ber för ordet.'))
	const both = { ...side, choices: { ...side.choices, 'b-1:2-3': { side: yours.id } } }
	expect(codeOf(merging([more, { ...MUST, ...together }, yours], both))).toBe('preferredChanged')
})

test('what fell is open again when the makers of what was preferred withdraw or reword it, and those behind it are told', () => {
	const again = { type: 'amendmentReopened', payload: { amendmentId: FELL.id, ballotId: 'ballot' } }
	const proposed = { versionId: SHALL.versionId, seen: SHALL.seen, wanted: words('Regionen får agera.'), reason: 'Så.' }
	for (const done of [
		withdrawAmendment(delegateOf(SHEDO), TEXT, SHALL, contextAt(), [FELL]),
		changeAmendment(delegateOf(SHEDO), TEXT, SHALL, proposed, contextAt(), [FELL]),
	]) {
		expect(granted(done).events).toContainEqual(expect.objectContaining(again))
		expect(granted(done).notifications).toContainEqual(expect.objectContaining({ associationId: TILIA }))
	}
})
