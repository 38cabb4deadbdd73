import { expect, test } from 'vitest'
import type { BallotId } from '#domain/kernel/id.ts'
import { amendment, KEY, MUST, merging, SHALL, words } from '#test/support/merging-amendments.ts'
import { granted } from '#test/support/result.ts'
import { TILIA } from '#test/support/rules.ts'

/** Rejected by the ballot in which associations preferred `SHALL` to it. */
const FELL = {
	...amendment(4, TILIA, words('Regionen kan agera nu.'), { state: 'rejected', decidedIn: 'ballot' as BallotId }),
	preferred: SHALL.id,
}
const reopened = (done: ReturnType<typeof merging>) =>
	granted(done).events.flatMap(({ type, payload }) => (type === 'amendmentReopened' ? [payload] : []))

test('what fell for words that come into the text as others is open again, and those behind it are told', () => {
	const changed = merging([SHALL, MUST], { choices: { [KEY]: { text: 'får' } }, note: 'Jämkat.', overtaken: [FELL] })
	expect(reopened(changed)).toEqual([{ amendmentId: FELL.id, ballotId: 'ballot' }])
	expect(granted(changed).notifications).toContainEqual(expect.objectContaining({ associationId: TILIA }))
})

test('it stays rejected where the words that were preferred come in as they are, or another is changed', () => {
	expect(reopened(merging([SHALL], { overtaken: [FELL] }))).toEqual([])
	const other = { ...FELL, preferred: MUST.id }
	const chosen = merging([SHALL, MUST], { choices: { [KEY]: { side: SHALL.id } }, overtaken: [FELL, other] })
	expect(reopened(chosen)).toEqual([])
})
