import type { Facts } from '#domain/event.ts'
import type { Decision, Guard, Notification } from '#domain/kernel/decision.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { type Ballot, type Choice, hasEffect, isOver, outcomeOf, tally, type Vote } from './ballot.ts'

/**
 * Closes the ballot: by anyone or no one (`actor` null) once its time is up, by the chair before. Not on the light track,
 * where silence is consent only when there was all the time promised to object. Fences the votes.
 */
export function closeBallot(actor: Actor | null, ballot: Ballot, now: Instant): Result<Decision<null>, Rejection> {
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	if (ballot.closedAt !== null) return ok({ value: null, events: [], guards: [] })
	if (isOver(ballot, now)) return closed(ballot, { by: 'time', closedAt: ballot.closesAt }, [])
	const may = actor === null ? null : permit(acts.closeBallot, actor, now)
	if (may === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (!may.ok) return may
	if (ballot.track === 'light') return refuse({ code: 'timeToObject', closesAt: ballot.closesAt })
	return closed(ballot, { by: 'chair', closedAt: now }, may.value.guards)
}

function closed(
	{ id, statementId }: Ballot,
	how: Omit<Facts['ballotClosed'], 'ballotId'>,
	guards: readonly Guard[],
): Result<Decision<null>, Rejection> {
	const payload = { ballotId: id, ...how }
	return ok({
		value: null,
		events: [{ type: 'ballotClosed', stream: streams.ballot(id), statementId, payload }],
		guards: [...guards, { kind: 'ballotStands', ballotId: id }],
	})
}

/** Counts the votes that the closing froze. Yes votes that sign become sign-offs if the text was adopted. */
export function decideBallot(
	ballot: Ballot,
	votes: readonly Vote[],
	papers: readonly Choice[],
): Result<Decision<null>, Rejection> {
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	if (ballot.closedAt === null) return refuse({ code: 'ballotStillOpen', closesAt: ballot.closesAt })
	if (ballot.outcome !== null) return ok({ value: null, events: [], guards: [] })
	const choices = ballot.bylaws.secrecy === 'secret' ? papers : votes.map((vote) => vote.choice)
	const outcome = outcomeOf(tally(choices, ballot.electorate.length), ballot.bylaws, ballot.track)
	const carried = votes.filter((vote) => vote.choice === 'yes' && vote.signs)
	const adopted = outcome.result === 'adopted'
	const asked = ballot.electorate.filter(
		({ associationId }) => !carried.some((vote) => vote.associationId === associationId),
	)
	const notifications: Notification[] = asked.map(({ associationId }) => ({
		kind: 'signoff',
		statementId: ballot.statementId,
		associationId,
	}))
	return ok({
		value: null,
		events: [
			{
				type: 'ballotDecided',
				stream: streams.ballot(ballot.id),
				statementId: ballot.statementId,
				payload: {
					ballotId: ballot.id,
					outcome,
					signing: adopted
						? {
								dueAt: ballot.signoffDueAt,
								textHash: ballot.textHash,
								carried: carried.map(({ associationId, seatId }) => ({ associationId, seatId })),
							}
						: null,
				},
			},
		],
		// The text may have been sent back meanwhile, and even be up for another ballot.
		guards: [{ kind: 'ballotStands', ballotId: ballot.id }],
		notifications: adopted && ballot.track === 'full' ? notifications : [],
	})
}
