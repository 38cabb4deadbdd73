import process from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RejectionCode } from '#domain/kernel/rejection.ts'
import { happenedIn } from '#test/support/model-after-seen.ts'
import { afterwards } from '#test/support/model-after-start.ts'
import { AFTER_ACTS, type AfterKind, afterSteps, aptAfter } from '#test/support/model-after-steps.ts'
import { misread } from '#test/support/model-hiding.ts'
import { breaches } from '#test/support/model-laws.ts'
import { outdated } from '#test/support/model-older-laws.ts'
import { running } from '#test/support/model-runs.ts'
import { overdue } from '#test/support/model-sending-laws.ts'
import { type Store, viewOf } from '#test/support/model-store.ts'

/** Nobody is led on: anybody tries anything. */
const { seen, note, step } = running<AfterKind>({ acts: AFTER_ACTS, aptFor: aptAfter, nextAct: () => null })

/** Where the runs must have been: everything was done, races were lost, this was refused, and this came about. */
const LOST: readonly AfterKind[] = [
	...(['contestOlder', 'takeBackOlderContest', 'correctOlder', 'recordOutcomes', 'sendResponse'] as const),
	...(['publish', 'hideComment', 'agreeWithComment', 'replaceSeat', 'handOver', 'endSeat'] as const),
]
const REFUSED: readonly RejectionCode[] = [
	...(['notAllowed', 'notFound', 'wrongStage', 'empty', 'invalid'] as const),
	...(['contestedBefore', 'delegateHasSpoken', 'numberedHere', 'numberTaken'] as const),
	...(['alreadySent', 'statementWithdrawn'] as const),
	...(['answerStands', 'commentHidden', 'commentWithdrawn', 'commentAnswered', 'commentsSince', 'ownComment'] as const),
	...(['lastChair', 'chairByChair', 'seatTakenBack', 'lastToAnswer'] as const),
]
const CAME_ABOUT: readonly string[] = [
	...['brought in under its number', 'brought in without a number', 'brought in again'],
	...['outcomes taken back as a text was corrected', 'one that contests is to leave'],
	...['an objection went with it', 'what went with it was taken back'],
	'an objection left what it had gone with',
	...['taken back by one seated before', 'taken back by one seated since'],
	...['sent again', 'sent after it was in vain', 'published in 2022', 'published in 2023'],
	...['hidden', 'hidden though others agree', 'shown again', 'answered while hidden'],
	...['chair handed over', 'chair seated beside', 'chair seated by the operator'],
]

test('whatever anybody tries with what is published and said, what must never go wrong does not', () => {
	const starts = { withdrawing: afterwards(true), standing: afterwards(false) }
	fc.assert(
		fc.property(fc.boolean(), fc.noBias(afterSteps), (withdrawing, tried) => {
			const start = withdrawing ? starts.withdrawing : starts.standing
			const store: Store = { ...start, log: [...start.log], papers: [], moments: [...start.moments] }
			for (const each of tried) {
				// No two of them at the same instant.
				store.clock += 1
				const before = store.log.length
				step(store, each)
				expect(breaches(store.log, before, () => [])).toEqual([])
				expect([...outdated(store.log), ...overdue(store.log)]).toEqual([])
			}
			expect(misread(viewOf(store), store.log)).toEqual([])
			for (const what of happenedIn(store.log)) note(what)
		}),
		{ numRuns: process.env.CI ? 2000 : 400, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
	)
	const everywhere = [
		...Object.keys(AFTER_ACTS).map((kind) => `saved: ${kind}`),
		...LOST.map((kind) => `lost: ${kind}`),
		...REFUSED.map((code) => `refused: ${code}`),
		...CAME_ABOUT,
	]
	expect(everywhere.filter((what) => !seen.has(what))).toEqual([])
}, 300_000)
