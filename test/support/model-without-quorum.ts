import { extendBallot, holdBallotAgain } from '#domain/deciding/without-quorum.ts'
import { ballotOf, blocksOf } from './model.ts'
import { type Attempt, ballotFor, later, NOTHING, nth, on } from './model-attempt.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions } from './model-law.ts'
import { openedIn, roundOf, sinceExtended, stageOf } from './model-log.ts'
import { couldAnswer } from './model-voices.ts'
import { DAY } from './rules.ts'

type OnOne = Parameters<typeof on>[1]

/** Mostly where too few voted. */
const onFailed =
	(attempt: OnOne): Attempt =>
	(view, actor, step, context) => {
		const failed = [...view.statements.values()].filter((about) => ballotOf(about)?.outcome?.result === 'noQuorum')
		const about = step.apt ? nth(failed, step.a) : undefined
		return about ? attempt(about, view, actor, step, context) : on(['deciding'], attempt)(view, actor, step, context)
	}

/** What can be done with a ballot that too few voted in. */
export const QUORUM_ACTS = {
	extendBallot: onFailed((about, view, actor, step, context) => {
		const ballot = ballotFor(about, step)
		const closesAt = later(view, step.b)
		const signoffDueAt = step.flag ? undefined : closesAt + (later(view, step.c) - view.now)
		const { seats, position } = view
		const held = { statement: about.statement, seats, position }
		return ballot ? extendBallot(actor, { ...held, ballot }, { closesAt, signoffDueAt }, context) : NOTHING
	}),
	holdBallotAgain: onFailed((about, view, actor, step, context) => {
		const ballot = ballotFor(about, step)
		const { coalition, seats, position } = view
		const held = { statement: about.statement, blocks: blocksOf(about), coalition, seats, position }
		const times = { closesAt: later(view, step.b), urgent: step.b > 3 ? 'Svaret ska in i morgon.' : '' }
		const track = step.flag ? 'full' : 'light'
		return ballot ? holdBallotAgain(actor, { ...held, ballot }, { track, ...times }, context) : NOTHING
	}),
} satisfies Record<string, Attempt>

/** Whether the text was sent back, or the statement withdrawn, after it was put to the ballot. */
export function isVoid({ statementId }: Entry, ballotId: string, log: readonly Entry[]): boolean {
	const opened = log.findIndex((e) => {
		return (e.type === 'ballotOpened' || e.type === 'meetingDecisionEntered') && e.payload.ballotId === ballotId
	})
	return log
		.slice(opened)
		.some((e) => e.statementId === statementId && (e.type === 'referredBack' || e.type === 'withdrawn'))
}

/** Whether it was counted since it was last open, and too few had voted. */
export function lackedQuorum(log: readonly Entry[], ballotId: string): boolean {
	return sinceExtended(log, ballotId).some((e) => {
		const counted = e.type === 'ballotDecided' || e.type === 'meetingDecisionEntered'
		return counted && e.payload.ballotId === ballotId && e.payload.outcome.result === 'noQuorum'
	})
}

export function extendedRightly(entry: Of<'ballotExtended'>, { log }: Before): Conditions {
	const { ballotId, closesAt, signoffDueAt } = entry.payload
	const round = roundOf(log, entry.statementId)
	const { bylaws, track, electorate } = openedIn(log, ballotId)
	const could = (until: number) =>
		electorate.filter(({ associationId }) => {
			return couldAnswer(log, associationId, { from: round.openedAt, until, bylaws })
		})
	const still = could(closesAt)
	const earlier = log.filter((e) => e.type === 'ballotExtended' && e.payload.ballotId === ballotId)
	return {
		'it has effect, and is the last on the text': round.ballotId === ballotId && !isVoid(entry, ballotId, log),
		'too few had voted': lackedQuorum(log, ballotId),
		'its votes stand, and silence was not to be consent': bylaws.secrecy !== 'secret' && track === 'full',
		'there is a week to vote and three days to sign':
			closesAt - entry.at >= 7 * DAY && signoffDueAt - closesAt >= 3 * DAY,
		'twice at most': earlier.length < 2,
		'whoever could vote when it opened still can': could(round.openedAt).every((elector) => still.includes(elector)),
	}
}

export function heldAgainRightly(entry: Of<'ballotOpened'>, { log }: Before): Conditions {
	if (stageOf(log, entry.statementId) !== 'deciding') return {}
	const { ballotId, track, hashes } = roundOf(log, entry.statementId)
	return {
		'held again only where too few voted': lackedQuorum(log, ballotId) && !isVoid(entry, ballotId, log),
		'on the same text': hashes.at(-1) === entry.payload.textHash,
		'and not by silence after too few spoke': entry.payload.track === 'full' || track === 'light',
	}
}
