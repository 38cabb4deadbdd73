import process from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Preset } from '#domain/deciding/bylaws.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { nextAmending } from '#test/support/model-amending-next.ts'
import { AMENDING, type Amending, amendingSteps, aptToAmend } from '#test/support/model-amending-steps.ts'
import { breachesOfActs } from '#test/support/model-amendment-acts-laws.ts'
import { amendmentBallotLaws } from '#test/support/model-amendment-ballot-laws.ts'
import { amendmentLaws } from '#test/support/model-amendment-laws.ts'
import { amendmentReminderLaws } from '#test/support/model-amendment-reminders.ts'
import { cameOf } from '#test/support/model-came-of.ts'
import { consensusLaws } from '#test/support/model-consensus-laws.ts'
import { breachesOf } from '#test/support/model-laws.ts'
import { memberLaws } from '#test/support/model-members.ts'
import { peopled, running } from '#test/support/model-runs.ts'
import { seatLaws } from '#test/support/model-seat-laws.ts'

const START = swedishInstant('2022-10-14', '10:00')
const LAWS = {
	...{ ...amendmentBallotLaws, ...seatLaws, ...memberLaws, ...amendmentLaws },
	...{ ...consensusLaws, ...amendmentReminderLaws },
}

const { seen, note, step } = running<Amending>({ acts: AMENDING, aptFor: aptToAmend, nextAct: nextAmending })

/** Of these the first three to five; all where ballots are secret, since who stands behind an amendment has said how they vote. */
const PEOPLE = [['dora', 'petra', 'carl'], ['dina', 'pia'], ['disa'], ['doris', 'paula'], ['diana'], ['della']]

/** Where the runs must have been: everything was done, by anybody and on the way; races were lost; this was refused, and came of it. */
const EVERYWHERE: readonly string[] = [
	...Object.keys(AMENDING).map((kind) => `saved: ${kind}`),
	...['proposeAmendment', 'openAmendmentBallot', 'openBallotBetweenTwo', 'castVote', 'castPaper', 'closeBallot'].map(
		(kind) => `next: ${kind}`,
	),
	...['decideBallot', 'openConsensusList', 'answerConsensusList', 'settleConsensusList'].map((kind) => `next: ${kind}`),
	...['changeAmendment', 'withdrawAmendment', 'decideAmendment', 'mergeAmendments', 'undoMerging', 'writeText'].map(
		(kind) => `lost: ${kind}`,
	),
	...['openAmendmentBallot', 'castVote', 'castPaper', 'decideBallot', 'openConsensusList', 'settleConsensusList'].map(
		(kind) => `lost: ${kind}`,
	),
	...[
		...['notAllowed', 'notFound', 'wrongStage', 'amendmentState', 'amendmentChanged', 'amendmentAsked'],
		...[
			'amendmentsMoved',
			'amendmentsInTheWay',
			'amendmentsCollide',
			'collisionsOpen',
			'mergesNothing',
			'mergingRests',
		],
		...['ownAmendment', 'tellsVote', 'decidedByBallot', 'adoptedByList', 'adoptedLeftOut', 'ballotsOpen'],
		...['preferredInBallot', 'preferredChanged'],
		...['notOpposed', 'tooFewUncommitted', 'tooLittleTime', 'tooMuchTime', 'tooEarlyToClose', 'dissentOnTextOnly'],
		...['silenceNotConsent', 'nobodyToObject', 'consensusListStands', 'consensusListOver', 'timeToObject'],
		...['delegateHasSpoken', 'delegateHasVoted', 'secretVoteFinal', 'officersDoNotVote', 'seatedSince', 'lastToAnswer'],
		...['ballotOver', 'ballotVoided', 'ballotStillOpen', 'textChanged'],
	].map((code) => `refused: ${code}`),
	...[
		'alone: adopted',
		'alone: rejected',
		'alone: noQuorum',
		'two: first',
		'two: second',
		'two: tied',
		'two: noQuorum',
	],
	...['secret: counted', 'secret: noQuorum', 'on the text'],
	...['list: adopted', 'list: objected', 'list: unheard'],
	...['reminded of a list: twoDays', 'reminded of a ballot: halfway', 'reminded of a ballot: lastDay'],
	...['merged: adopted', 'merged: adoptedWithChanges', 'merged several', 'merged what a ballot adopted', 'unmerged'],
	...['amendmentChanged', 'amendmentWithdrawn'].map((type) => `open again: ${type}`),
]

const presets = fc.constantFrom<Preset>('standard', 'standard', 'board', 'writtenProcedure', 'secret')

test('whatever anybody tries while amendments are decided, what must never go wrong does not', () => {
	fc.assert(
		fc.property(presets, fc.nat(2), fc.noBias(amendingSteps), (preset, more, tried) => {
			const store = peopled(START, preset, PEOPLE.slice(0, preset === 'secret' ? 6 : 3 + more))
			const papers = (ballotId: string) =>
				store.papers.filter((paper) => paper.ballotId === ballotId && paper.gone === null).map(({ choice }) => choice)
			for (const each of tried) {
				// No two of them at the same instant.
				store.clock += 1
				const before = store.log.length
				step(store, each)
				expect([...breachesOf(LAWS, store.log, before, papers), ...breachesOfActs(store.log, before, papers)]).toEqual(
					[],
				)
			}
			for (const what of cameOf(store.log)) note(what)
		}),
		// Bounds the search for a shorter example, too.
		{ numRuns: process.env.CI ? 2000 : 1000, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
	)
	expect(EVERYWHERE.filter((what) => !seen.has(what))).toEqual([])
}, 300_000)
