import process from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiveInquiry } from '#domain/inquiry/handling.ts'
import { startStatement } from '#domain/statement/lifecycle.ts'
import { ACTS } from '#test/support/model-acts.ts'
import { actorIn } from '#test/support/model-attempt.ts'
import type { Entry, Of } from '#test/support/model-entry.ts'
import { breaches } from '#test/support/model-laws.ts'
import { nextAct } from '#test/support/model-next.ts'
import { modelOf } from '#test/support/model-reading.ts'
import { byChair, CHAIR, peopled, running } from '#test/support/model-runs.ts'
import { aptFor, type Kind, steps } from '#test/support/model-steps.ts'
import { type Store, viewOf } from '#test/support/model-store.ts'
import { inquiryFacts } from '#test/support/rules.ts'
import type { Preset } from './deciding/bylaws.ts'
import { swedishInstant } from './kernel/calendar.ts'

/** Three hours before the year ends, so that numbers begin again within a run, at midnight in Sweden and not in UTC. */
const START = swedishInstant('2022-12-31', '21:00')

const { seen, note, step } = running<Kind>({ acts: ACTS, aptFor, nextAct })

/** Three associations or the first two, two with a deputy, one with a contributor, and two statements without a text yet. */
function started(preset: Preset, few: boolean): Store {
	const people = [['dora', 'petra', 'carl'], ['dina', 'pia'], ['disa']]
	const store = peopled(START, preset, people.slice(0, few ? 2 : 3))
	byChair(store, 'receiveInquiry', (view, context) => receiveInquiry(actorIn(view, CHAIR), inquiryFacts, context))
	for (const title of ['Ett', 'Två']) {
		const command = { kind: 'response', language: 'sv', title, track: 'full' } as const
		byChair(store, 'startStatement', (view, context) => {
			const inquiry = title === 'Två' ? ([...view.inquiries.values()][0] ?? null) : null
			return startStatement(actorIn(view, CHAIR), inquiry, command, context)
		})
	}
	return store
}

/** Ballots opened while a change of bylaws or members was known of and did not count yet. */
function noteWaiting({ log }: Store): void {
	for (const [index, { type, at, payload }] of log.entries()) {
		if (type !== 'ballotOpened') continue
		const before = log.slice(0, index)
		const { coalition } = modelOf(before)
		const electors = payload.electorate.map(({ associationId }) => associationId)
		if (coalition.preset !== payload.bylaws.preset) note('opened by the former bylaws')
		for (const { id, leavesAt } of coalition.associations) {
			if (leavesAt === null || at < leavesAt) {
				if (!electors.includes(id)) note('opened without a newcomer')
			}
			if (leavesAt !== null) note(at < leavesAt ? 'opened with one that leaves' : 'opened without one that left')
		}
	}
}

/** When associations were reminded by themselves. */
function noteReminders({ log }: Store): void {
	for (const { type, payload } of log)
		if (type === 'reminded' && payload.moment !== null) note(`reminded: ${payload.moment}`)
}

/** How the papers of secret ballots came to an end. */
function notePapers({ papers, log }: Store): void {
	for (const { gone } of papers) {
		const last = gone === null ? undefined : log[gone - 1]
		if (last?.type === 'ballotDecided') note('yes' in last.payload.outcome ? 'papers counted' : 'papers without quorum')
		else if (last) note(`papers gone: ${last.type}`)
	}
}

/** Where the runs must have been: everything was done, by anybody and on the way; races were lost; and this was refused. */
const EVERYWHERE: readonly string[] = [
	...['published in 2022', 'published in 2023'],
	...Object.keys(ACTS).map((kind) => `saved: ${kind}`),
	...[
		'openBallot',
		'castVote',
		'castPaper',
		'closeBallot',
		'decideBallot',
		'answerSignoff',
		'publish',
		'referBack',
		'takeBackContest',
		'enterMeetingDecision',
		'extendBallot',
		'holdBallotAgain',
		'proposeAddendum',
		'answerAddendum',
		'takeBackAddendum',
		'publishAddendum',
		'leaveSeat',
	].map((kind) => `next: ${kind}`),
	...['castVote', 'editDocument', 'closeBallot', 'decideBallot', 'openBallot', 'answerSignoff', 'publish'].map(
		(kind) => `lost: ${kind}`,
	),
	...[
		'notAllowed',
		'notFound',
		'wrongStage',
		'ballotOver',
		'ballotVoided',
		'ballotStillOpen',
		'timeToObject',
		'tooLittleTime',
		'tooEarlyToClose',
		'tooFewForSecrecy',
		'notEditorial',
		'chairByChair',
		'officersDoNotVote',
		'seatedSince',
		'nobodyToObject',
		'lastToAnswer',
		'seatTakenBack',
		'tooLateToTakeBack',
		'objectedTo',
		'votesContested',
		'contestOver',
		'delegateHasSaid',
		'textChanged',
		'notExtended',
		'notHeldAgain',
		'addendumStands',
		'addendumOver',
		'awaitingAnswers',
		'correctionObjectedTo',
		'tooFewAgree',
		'statementWithdrawn',
		'beingDecided',
	].map((code) => `refused: ${code}`),
	...['remindedLately', 'allHaveAnswered', 'nobodyReached', 'personElsewhere'].map((code) => `refused: ${code}`),
	...['halfway', 'twoDays', 'lastDay'].map((moment) => `reminded: ${moment}`),
	...['opened by the former bylaws', 'opened without a newcomer'],
	...['opened with one that leaves', 'opened without one that left'],
	...['papers counted', 'papers without quorum', 'papers gone: referredBack', 'papers gone: withdrawn'],
	...['delegateHasVoted', 'delegateHasSigned', 'secretVoteFinal', 'ballotIsSecret', 'blockChanged', 'blockGone'].map(
		(code) => `refused: ${code}`,
	),
	...['commentResolved', 'commentOpen', 'commentsSince', 'commentWithdrawn', 'notYourComment'].map(
		(code) => `refused: ${code}`,
	),
	'lost: talk',
	...['awaitingSignoffs', 'editorialNotAuthorised', 'delegateExists', 'lastChair', 'deadlinePassed'].map(
		(code) => `refused: ${code}`,
	),
]

const presets = fc.constantFrom<Preset>('standard', 'standard', 'board', 'writtenProcedure', 'secret')

test('whatever anybody tries, in whatever order and however late, what must never go wrong does not', () => {
	fc.assert(
		fc.property(presets, fc.boolean(), fc.noBias(steps), (preset, few, tried) => {
			const store = started(preset, preset === 'secret' && few)
			const papers = (ballotId: string) =>
				store.papers.filter((paper) => paper.ballotId === ballotId && paper.gone === null).map(({ choice }) => choice)
			expect(breaches(store.log, 0, papers)).toEqual([])
			for (const each of tried) {
				const before = store.log.length
				step(store, each)
				expect(breaches(store.log, before, papers)).toEqual([])
			}
			notePapers(store)
			noteWaiting(store)
			noteReminders(store)
			const published = store.log.filter((entry: Entry): entry is Of<'published'> => entry.type === 'published')
			const standing = viewOf(store).statements
			for (const { statementId, payload } of published) {
				note(`published in ${payload.year}`)
				expect(statementId && standing.get(statementId)).toMatchObject({ publication: payload })
			}
		}),
		// Bounds the search for a shorter example, too.
		{ numRuns: process.env.CI ? 1000 : 600, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
	)
	expect(EVERYWHERE.filter((what) => !seen.has(what))).toEqual([])
}, 300_000)
