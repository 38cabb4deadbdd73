import type { Choice } from '#domain/deciding/ballot.ts'
import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { askedAbout } from './model-amendment-laws.ts'
import { amendmentsTold, putBy, questionsIn, toldOf } from './model-amendment-told.ts'
import { aboutIn, changes, isThere } from './model-amendment-words.ts'
import { papersCast, resultOf } from './model-counting.ts'
import { decidingLaws } from './model-deciding-laws.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import { isOnText, lastVotes, openedIn, openingOf, stageOf } from './model-log.ts'
import { electorsIn, presetIn } from './model-members.ts'
import { DAY } from './rules.ts'

type Opened = Of<'ballotOpened'>

const idsOf = (electorate: readonly { readonly associationId: string }[]) =>
	electorate.map(({ associationId }) => associationId)

/** Time and electorate of a question about amendments, whether by a ballot or a list. */
export function askedRightly(entry: Opened | Of<'consensusListOpened'>, { log }: Before): Conditions {
	const { closesAt, electorate } = entry.payload
	const put = entry.type === 'ballotOpened' ? putBy(entry) : entry.payload.items
	const told = put.map(({ amendmentId }) => toldOf(log, amendmentId))
	return {
		'while the text is written': ['drafting', 'consulting'].includes(stageOf(log, entry.statementId)),
		'all who have been members for a week are asked': idsOf(electorate).join() === electorsIn(log, entry.at).join(),
		'no words wait longer than sixty days': closesAt > entry.at && closesAt - entry.at <= 60 * DAY,
		'each is open, in the words that count': put.every(
			({ versionId }, at) => told[at]?.state === 'open' && told[at].versionId === versionId,
		),
		'each is asked about in one place at a time': put.every(
			({ amendmentId }) => askedAbout(log, amendmentId).length === 0,
		),
		'each is asked about once': new Set(put.map(({ amendmentId }) => amendmentId)).size === put.length,
		'all are amendments to that text': told.every((each) => each?.made.statementId === entry.statementId),
	}
}

/** Of the electorate those that stand behind none of what is put. */
function uncommitted({ payload, ...entry }: Opened, log: readonly Entry[]): string[] {
	const behind = putBy({ payload, ...entry }).flatMap(({ amendmentId }) => toldOf(log, amendmentId)?.behind ?? [])
	return idsOf(payload.electorate).filter((id) => !behind.some((each) => each === id))
}

function opensOnAmendment(entry: Opened, before: Before): Conditions {
	const { log } = before
	const { subject, bylaws, closesAt, signoffDueAt, track, urgent } = entry.payload
	const against = subject.kind === 'amendment' ? subject.against : null
	const preset = PRESETS[presetIn(log, entry.at)]
	const ofText = { yesCarriesSignoff: false, silenceIsConsent: false, editorialChanges: false }
	const asked = { ...preset, ...ofText, ...(against && { majority: 'simple' }) }
	const about = aboutIn(log, entry.statementId)
	const [one, other] = putBy(entry).flatMap(({ amendmentId }) => about.amendments.get(amendmentId) ?? [])
	const places = one ? changes(one) : []
	return {
		...askedRightly(entry, before),
		'by the bylaws in force, but for what is about a text': JSON.stringify(bylaws) === JSON.stringify(asked),
		'nothing is signed': signoffDueAt === closesAt && track === 'full',
		'there is a week to vote, or it is said why not': urgent !== null || closesAt - entry.at >= 7 * DAY,
		'two want something else of the same part': !other || changes(other).some((id) => places.includes(id)),
		'three have not said how they vote in a secret one':
			bylaws.secrecy !== 'secret' || uncommitted(entry, log).length >= 3,
	}
}

/** Whether another stands rejected since associations voted for this one instead. */
function preferredToOne(log: readonly Entry[], id: AmendmentId): boolean {
	return log.some((e) => {
		if (e.type !== 'amendmentDecided' || e.payload.outcome !== 'rejected' || e.payload.ballotId === undefined)
			return false
		const opened = openingOf(log, e.payload.ballotId)
		const stands = toldOf(log, e.payload.amendmentId)
		const isStill = stands?.state === 'rejected' && stands.by === e.payload.ballotId
		return (
			isStill &&
			e.payload.amendmentId !== id &&
			opened !== undefined &&
			putBy(opened).some(({ amendmentId }) => amendmentId === id)
		)
	})
}

/** Nothing that the text is to say still waits for associations, and nothing that they decided is left out of it. */
function opensOnText(entry: Entry, { log }: Before): Conditions {
	const about = aboutIn(log, entry.statementId)
	const own = amendmentsTold(log).filter(({ made }) => made.statementId === entry.statementId)
	const theirs = own.filter(({ state, by }) => state === 'adopted' && by !== null)
	const left = theirs.filter(({ made, decidedAt }) => {
		const words = about.amendments.get(made.payload.amendmentId)
		if (!words || isThere(words, about)) return false
		const places = words.seen.map(({ blockId }) => blockId)
		return !theirs.some((later) => {
			const more = about.amendments.get(later.made.payload.amendmentId)
			return later.decidedAt > decidedAt && more?.seen.some(({ blockId }) => places.includes(blockId))
		})
	})
	const passedOver = own.filter(({ made, state, by }) => {
		if (!preferredToOne(log, made.payload.amendmentId)) return false
		const words = about.amendments.get(made.payload.amendmentId)
		const places = words?.seen.map(({ blockId }) => blockId) ?? []
		const isElsewhere = theirs.some((later) => {
			const more = about.amendments.get(later.made.payload.amendmentId)
			return later.made !== made && more?.seen.some(({ blockId }) => places.includes(blockId))
		})
		const isAsked = ['open', 'adopted', 'adoptedWithChanges'].includes(state)
		return isAsked && by === null && words !== undefined && !isThere(words, about) && !isElsewhere
	})
	return {
		'what they preferred to another is not passed over': passedOver.length === 0,
		'no amendment to it is being asked about': !questionsIn(log).some(({ opened }) => {
			return opened.statementId === entry.statementId
		}),
		'what associations adopted is in it': left.length === 0,
	}
}

/** What a ballot on amendments comes to, counted anew from the log and the papers. */
function counts(opened: Opened, { log, papers }: Before) {
	const { ballotId, bylaws, electorate, subject } = opened.payload
	const secret = bylaws.secrecy === 'secret'
	const votes = [...lastVotes(log, ballotId).values()].map(({ choice }) => choice)
	const choices = secret ? papers(ballotId) : votes
	const heard = secret ? papersCast(log, ballotId) : choices.length
	const count = (choice: Choice) => choices.filter((each) => each === choice).length
	const voted = new Set(
		log.flatMap((e) => (e.type === 'paperCast' && e.payload.ballotId === ballotId ? [e.payload.associationId] : [])),
	)
	const free = uncommitted(opened, log).filter((id) => [...voted].some((each) => each === id)).length
	const result =
		secret && free < 3
			? 'noQuorum'
			: resultOf(count('yes'), count('no'), heard, electorate.length, bylaws.preset, 'full')
	const two = subject.kind === 'amendment' && subject.against !== null
	return { choices, heard, yes: count('yes'), no: count('no'), abstain: count('abstain'), result, two, secret }
}

/** What it makes of which amendment. */
export function decides(opened: Opened, before: Before): string[] {
	const { yes, no, result, two } = counts(opened, before)
	const [first, second] = putBy(opened)
	if (result === 'noQuorum' || (two && yes === no)) return []
	if (!two) return [`${first?.amendmentId} ${first?.versionId} ${result}`]
	const least = yes > no ? second : first
	return [`${least?.amendmentId} ${least?.versionId} rejected`]
}

function decidedRightly(entry: Of<'ballotDecided'>, before: Before): Conditions {
	const { log } = before
	const { ballotId, outcome, signing } = entry.payload
	const opened = openingOf(log, ballotId)
	if (!opened) return { 'it was opened': false }
	const { choices, heard, yes, no, abstain, result, secret } = counts(opened, before)
	const { bylaws, electorate } = opened.payload
	const told = 'yes' in outcome
	return {
		'it stands': questionsIn(log).some(({ id }) => id === ballotId),
		'closed first': log.some((e) => e.type === 'ballotClosed' && e.payload.ballotId === ballotId),
		'the outcome is what the bylaws say': outcome.result === result,
		'the tally is the votes':
			!told ||
			(outcome.yes === yes &&
				outcome.no === no &&
				outcome.abstain === abstain &&
				outcome.electorate === electorate.length),
		'a ballot without quorum tells no counts of votes that were not seen, and any other all of them':
			told !== (bylaws.secrecy !== 'rollCall' && result === 'noQuorum'),
		'no papers stay that were not counted, and all that were': !secret || choices.length === (told ? heard : 0),
		'nothing is signed': signing === null,
		'from no seat': entry.seatId === null,
	}
}

/** What takes a text back or away ends no vote on an amendment. */
const noVoteRuns = (entry: Of<'referredBack'> | Of<'withdrawn'>, { log }: Before): Conditions => ({
	'no vote on an amendment is under way': !questionsIn(log).some(({ opened }) => {
		return opened.type === 'ballotOpened' && opened.statementId === entry.statementId
	}),
})

const onText = (law: Laws[keyof Laws]) => law as (entry: Entry, before: Before) => Conditions

/** What must be true of ballots where some are on amendments, and of those on the text beside. */
export const amendmentBallotLaws: Laws = {
	...decidingLaws,
	ballotOpened: (entry, before) =>
		entry.payload.subject.kind === 'amendment'
			? opensOnAmendment(entry, before)
			: { ...onText(decidingLaws.ballotOpened)(entry, before), ...opensOnText(entry, before) },
	ballotClosed: (entry, before) => {
		const { ballotId, by } = entry.payload
		const all = openedIn(before.log, ballotId).electorate.length
		const heard = new Set(
			before.log.flatMap((e) =>
				(e.type === 'voteCast' || e.type === 'paperCast') && e.payload.ballotId === ballotId
					? [e.payload.associationId]
					: [],
			),
		)
		return {
			...onText(decidingLaws.ballotClosed)(entry, before),
			'one on an amendment is not closed before all have voted, or its time is up':
				isOnText(before.log, ballotId) || by === 'time' || heard.size === all,
		}
	},
	ballotDecided: (entry, before) =>
		isOnText(before.log, entry.payload.ballotId)
			? onText(decidingLaws.ballotDecided)(entry, before)
			: decidedRightly(entry, before),
	referredBack: (entry, before) => ({
		...onText(decidingLaws.referredBack)(entry, before),
		...noVoteRuns(entry, before),
	}),
	withdrawn: (entry, before) => ({
		...onText(decidingLaws.withdrawn)(entry, before),
		...noVoteRuns(entry, before),
		'no list asks': !questionsIn(before.log).some(({ opened }) => opened.statementId === entry.statementId),
	}),
	voteCast: (entry, before) => ({
		...onText(decidingLaws.voteCast)(entry, before),
		'a reservation is against a text': isOnText(before.log, entry.payload.ballotId) || entry.payload.dissent === null,
	}),
}
