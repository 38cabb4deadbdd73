import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText } from '#domain/kernel/text.ts'
import type { Actor, Role } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Ballot, hasEffect } from './ballot.ts'
import type { Contest } from './contest.ts'
import { maySpeakFor, mayVoteFor } from './entitled.ts'

/** A decision as it was entered, and what the association has said of it so far. */
export type EnteredVote = { readonly statement: Statement; readonly ballot: Ballot; readonly current: Contest | null }

export type ContestMeetingVote = Pick<Contest, 'associationId' | 'voted' | 'reason'>

/**
 * Says that the vote entered for the association is not right, which keeps the text from being published. By whoever may
 * sign for it, until the time to sign is over; the delegate's word stands over the deputy's.
 */
export function contestMeetingVote(
	actor: Actor,
	{ statement, ballot, current }: EnteredVote,
	{ associationId, voted, reason }: ContestMeetingVote,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = maySpeakFor(acts.contestMeetingVote, actor, ballot, { statement, associationId }, now)
	if (!may.ok) return may
	const about = concerns(ballot, associationId, may.value.seat.role, current)
	if (!about.ok) return about
	if (now >= ballot.signoffDueAt) return refuse({ code: 'contestOver', dueAt: ballot.signoffDueAt })
	const why = optionalText('reason', reason, NOTE_LIMIT)
	if (!why.ok) return why
	const payload = { ballotId: ballot.id, associationId, voted, reason: why.value }
	return said(ballot, associationId, may.value.guards, { type: 'meetingVoteContested', payload })
}

/**
 * Takes that back, however late: the vote is as it was entered. Who says so votes by it, as it were, and so does it from no
 * seat that was given after the decision was entered.
 */
export function takeBackContest(
	actor: Actor,
	{ statement, ballot, current }: EnteredVote,
	associationId: AssociationId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = maySpeakFor(acts.takeBackContest, actor, ballot, { statement, associationId }, now)
	if (!may.ok) return may
	const earlier = mayVoteFor(acts.takeBackContest, actor, ballot, associationId, now)
	if (!earlier.ok) return earlier
	const about = concerns(ballot, associationId, earlier.value.seat.role, current)
	if (!about.ok) return about
	if (!current?.standing) return ok({ value: null, events: [], guards: [] })
	const payload = { ballotId: ballot.id, associationId }
	const guards = [...earlier.value.guards, ...may.value.guards]
	return said(ballot, associationId, guards, { type: 'contestTakenBack', payload })
}

/** Refuses what is not about this association's vote in a decision that has effect, or not for a deputy to say. */
function concerns(
	ballot: Ballot,
	associationId: AssociationId,
	role: Role,
	current: Contest | null,
): Result<unknown, Rejection> {
	if (!ballot.electorate.some((elector) => elector.associationId === associationId)) {
		return refuse({ code: 'notInElectorate' })
	}
	if (role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasSaid' })
	return hasEffect(ballot)
}

type Said = {
	[T in 'meetingVoteContested' | 'contestTakenBack']: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['meetingVoteContested' | 'contestTakenBack']

function said(
	{ id, statementId }: Ballot,
	associationId: AssociationId,
	guards: readonly Guard[],
	fact: Said,
): Result<Decision<null>, Rejection> {
	const event: DomainEvent = { ...fact, stream: streams.contest(id, associationId), statementId }
	// The text may have been sent back meanwhile, and entered anew.
	const told = { kind: 'contest', statementId, ballotId: id, associationId } as const
	return ok({
		value: null,
		events: [event],
		guards: [...guards, { kind: 'ballotStands', ballotId: id }],
		notifications: [told],
	})
}
