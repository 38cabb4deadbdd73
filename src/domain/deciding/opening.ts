import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { BallotId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import { fixRevision } from '#domain/statement/revision.ts'
import type { Track } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import type { Elector } from './ballot.ts'
import { type Bylaws, LEAST_PAPERS } from './bylaws.ts'
import { DAY_MS, leastTime, urgencyOf } from './least-time.ts'
import { type Proposal, readyToDecide } from './proposal.ts'
import { associationsWithVoice } from './voice.ts'

export type OpenBallot = {
	readonly track: Track
	readonly closesAt: Instant
	/** Left out: as long after the ballot closes as the bylaws promise; on the light track, when it closes. */
	readonly signoffDueAt?: Instant | undefined
	/** Why there is to be less time than the bylaws promise. Empty or left out: there is not. */
	readonly urgent?: string
}

/** Opens the ballot on the whole text: the text is fixed under its hash and the electorate frozen. `seats`: the coalition’s. */
export function openBallot(
	actor: Actor,
	proposal: Proposal & { readonly seats: readonly Seat[] },
	command: OpenBallot,
	context: Context,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const ready = readyToDecide(acts.openBallot, actor, proposal, context.now)
	if (!ready.ok) return ready
	const put = putToBallot(proposal, command, context)
	if (!put.ok) return put
	const { events, guards, ...rest } = put.value
	return ok({ ...rest, events: [fixRevision(proposal, context.newId), ...events], guards: [...ready.value, ...guards] })
}

/** Puts a text that is fixed, or about to be, to a ballot by the bylaws in force. */
export function putToBallot(
	proposal: Omit<Proposal, 'salts' | 'blocks' | 'position' | 'list'> & { readonly seats: readonly Seat[] },
	command: OpenBallot,
	{ now, newId }: Context,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const { statement, coalition } = proposal
	const bylaws = bylawsOf(coalition, now)
	if (command.track === 'light' && !bylaws.silenceIsConsent) return refuse({ code: 'silenceNotConsent' })
	const electorate = electorateOf(coalition, now)
	if (bylaws.secrecy === 'secret' && electorate.length < LEAST_PAPERS) {
		return refuse({ code: 'tooFewForSecrecy', least: LEAST_PAPERS, electorate: electorate.length })
	}
	const times = timesOf(command, bylaws, now)
	if (!times.ok) return times
	const heard = command.track === 'full' ? ok(null) : allCanObject(electorate, bylaws, proposal.seats, now, command)
	if (!heard.ok) return heard
	const ballotId = newId<'ballot'>()
	const opened: DomainEvent = {
		type: 'ballotOpened',
		stream: streams.ballot(ballotId),
		statementId: statement.id,
		payload: {
			ballotId,
			subject: { kind: 'text' },
			textHash: proposal.textHash,
			track: command.track,
			closesAt: command.closesAt,
			...times.value,
			bylaws,
			electorate,
		},
	}
	return ok({
		value: { ballotId },
		events: [opened],
		guards: [],
		notifications: electorate.map(({ associationId }) => ({
			kind: 'ballot' as const,
			statementId: statement.id,
			ballotId,
			associationId,
		})),
	})
}

/** Silence is consent only of who could have spoken. */
function allCanObject(
	electorate: readonly Elector[],
	bylaws: Bylaws,
	seats: readonly Seat[],
	now: Instant,
	{ closesAt }: OpenBallot,
): Result<null, Rejection> {
	const associations = electorate.map(({ associationId }) => associationId)
	const heard = associationsWithVoice(seats, { from: now, until: closesAt, bylaws, associations })
	const without = electorate.filter(({ associationId }) => !heard.has(associationId)).map(({ name }) => name)
	return without.length === 0 ? ok(null) : refuse({ code: 'nobodyToObject', associations: without })
}

/** Until when associations can sign, and why there is less time than the bylaws promise; null: there is all of it. */
type Times = { readonly signoffDueAt: Instant; readonly urgent: string | null }

/** Refuses when the associations get less time than the bylaws promise, without a reason. */
export function timesOf(command: OpenBallot, bylaws: Bylaws, now: Instant): Result<Times, Rejection> {
	return command.track === 'light' ? timeToObject(command, bylaws, now) : timeToAnswer(command, bylaws, now)
}

/** Where silence is consent nothing is urgent: nobody is taken to agree with what they had no time to read. */
function timeToObject({ closesAt }: OpenBallot, { leastDays }: Bylaws, now: Instant): Result<Times, Rejection> {
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	const least = leastTime({ field: 'closesAt', at: closesAt, from: now, days: leastDays.object, remedy: 'fullTrack' })
	return least.ok ? ok({ signoffDueAt: closesAt, urgent: null }) : least
}

/** Why there is less time to vote than the bylaws promise, where nothing is signed afterwards; null: there is all of it. */
export function timeToVote(
	{ closesAt, urgent }: Pick<OpenBallot, 'closesAt' | 'urgent'>,
	{ leastDays }: Bylaws,
	now: Instant,
): Result<string | null, Rejection> {
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	const toVote = { field: 'closesAt', at: closesAt, from: now, days: leastDays.answer } as const
	return urgencyOf(leastTime({ ...toVote, remedy: 'reason' }), urgent)
}

function timeToAnswer(command: OpenBallot, bylaws: Bylaws, now: Instant): Result<Times, Rejection> {
	const { closesAt, urgent: reason } = command
	const { leastDays, yesCarriesSignoff } = bylaws
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	const signoffDueAt = command.signoffDueAt ?? closesAt + leastDays.sign * DAY_MS
	// Where yes votes carry sign-offs, all can be in when the ballot closes; otherwise nobody could sign before then.
	const inOrder = signoffDueAt > closesAt || (yesCarriesSignoff && signoffDueAt === closesAt)
	if (!inOrder) return refuse({ code: 'deadlineOrder' })
	const due = futureDeadline('signoffDueAt', signoffDueAt, now)
	if (!due.ok) return due
	const remedy = 'reason'
	const answer = leastTime({ field: 'closesAt', at: closesAt, from: now, days: leastDays.answer, remedy })
	const sign = leastTime({ field: 'signoffDueAt', at: signoffDueAt, from: closesAt, days: leastDays.sign, remedy })
	const least = answer.ok ? sign : answer
	const urgent = urgencyOf(least, reason)
	return urgent.ok ? ok({ signoffDueAt, urgent: urgent.value }) : urgent
}
