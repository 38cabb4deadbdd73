import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { BallotId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Ballot, hasEffect } from './ballot.ts'
import { DAY_MS, leastTime } from './least-time.ts'
import { type OpenBallot, putToBallot } from './opening.ts'
import { readyToDecide } from './proposal.ts'
import { associationsWithVoice } from './voice.ts'

/** How often a ballot goes on: nobody keeps it open until the right ones have voted. */
const MOST_EXTENSIONS = 2

type HeldBallot = Ballot & { readonly meeting: object | null }

/** A ballot with the statement it was on, the coalition’s seats, and how far the log was read. */
export type Held = {
	readonly statement: Statement
	readonly ballot: HeldBallot
	readonly seats: readonly Seat[]
	readonly position: number
}

export type ExtendBallot = {
	readonly closesAt: Instant
	/** Left out: as long after the ballot closes as its bylaws promise. */
	readonly signoffDueAt?: Instant | undefined
}

/** Whether the text’s ballot had no quorum, so that it can be held again. */
export function lackedQuorum(
	{ ballotId }: Pick<Statement, 'ballotId'>,
	ballot: Pick<Ballot, 'id' | 'outcome' | 'voidedAt'>,
): boolean {
	return ballot.id === ballotId && ballot.voidedAt === null && ballot.outcome?.result === 'noQuorum'
}

/** What keeps a ballot that lacked quorum from going on, but for the seats; null: nothing. */
export function keptFromExtension({
	track,
	bylaws,
	meeting,
	extensions,
}: Pick<HeldBallot, 'track' | 'bylaws' | 'meeting' | 'extensions'>): 'light' | 'secret' | 'meeting' | 'often' | null {
	if (meeting !== null) return 'meeting'
	if (track === 'light') return 'light'
	if (bylaws.secrecy === 'secret') return 'secret'
	return extensions >= MOST_EXTENSIONS ? 'often' : null
}

/**
 * Lets a ballot that too few voted in go on with the votes it has, by the bylaws and with the electorate it was opened with. Always
 * with all the time that these promise, and only while every association that could answer when it opened still can: whoever
 * was silenced meanwhile could not change its vote.
 */
export function extendBallot(
	actor: Actor,
	{ statement, ballot, seats, position }: Held,
	{ closesAt, signoffDueAt }: ExtendBallot,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.extendBallot, actor, now, { statement })
	if (!may.ok) return may
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	const why = lackedQuorum(statement, ballot) ? keptFromExtension(ballot) : 'quorum'
	if (why !== null) return refuse({ code: 'notExtended', why, associations: [] })
	const times = timesFor(ballot, closesAt, signoffDueAt, now)
	if (!times.ok) return times
	const silenced = silencedSince(ballot, seats, closesAt)
	if (silenced.length > 0) return refuse({ code: 'notExtended', why: 'voice', associations: silenced })
	const { id: ballotId, electorate } = ballot
	const payload = { ballotId, closesAt, signoffDueAt: times.value }
	return ok({
		value: null,
		events: [{ type: 'ballotExtended', stream: streams.ballot(ballotId), statementId: statement.id, payload }],
		guards: [
			...may.value.guards,
			{ kind: 'unchangedSince', statementId: statement.id, position },
			{ kind: 'seatsUnchangedSince', coalitionId: statement.coalitionId, position },
		],
		notifications: electorate.map(({ associationId }) => {
			return { kind: 'ballot' as const, statementId: statement.id, ballotId, associationId }
		}),
	})
}

/** When sign-off is due. No reason gives less time: a ballot that was urgent has had its time. */
function timesFor({ bylaws }: Ballot, closesAt: Instant, due: Instant | undefined, now: Instant) {
	const { answer, sign } = bylaws.leastDays
	const signoffDueAt = due ?? closesAt + sign * DAY_MS
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	const last = futureDeadline('signoffDueAt', signoffDueAt, now)
	if (!last.ok) return last
	const toVote = leastTime({ field: 'closesAt', at: closesAt, from: now, days: answer, remedy: 'none' })
	if (!toVote.ok) return toVote
	return leastTime({ field: 'signoffDueAt', at: signoffDueAt, from: closesAt, days: sign, remedy: 'none' })
}

/** Associations, by name, that could answer when the ballot opened and could not all the time until then. */
function silencedSince({ opensAt, bylaws, electorate }: Ballot, seats: readonly Seat[], until: Instant): string[] {
	const associations = electorate.map(({ associationId }) => associationId)
	const voices = (end: Instant) => associationsWithVoice(seats, { from: opensAt, until: end, bylaws, associations })
	const [before, after] = [voices(opensAt), voices(until)]
	return electorate.flatMap(({ associationId: id, name }) => (before.has(id) && !after.has(id) ? [name] : []))
}

/** Holds a ballot that had no quorum again: another one on the same text, by the bylaws in force. The first stands as it was counted. */
export function holdBallotAgain(
	actor: Actor,
	held: Held & { readonly coalition: Coalition; readonly blocks: readonly BlockVersion[] },
	command: OpenBallot,
	context: Context,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const ready = readyToDecide(acts.holdBallotAgain, actor, { ...held, list: null }, context.now)
	if (!ready.ok) return ready
	const { statement, ballot, coalition, seats } = held
	if (!lackedQuorum(statement, ballot)) return refuse({ code: 'notHeldAgain', why: 'quorum' })
	// Too few spoke: their silence is not made consent.
	if (command.track === 'light' && ballot.track === 'full') return refuse({ code: 'notHeldAgain', why: 'silence' })
	const put = putToBallot({ statement, coalition, seats, textHash: ballot.textHash }, command, context)
	return put.ok ? ok({ ...put.value, guards: [...ready.value, ...put.value.guards] }) : put
}
