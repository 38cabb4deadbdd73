import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import type { DomainEvent } from '#domain/event.ts'
import { isDate } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, BallotId, Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import type { Actor } from '#domain/members/seats.ts'
import { fixRevision } from '#domain/statement/revision.ts'
import { acts } from './acts.ts'
import { type Choice, outcomeOf, tally } from './ballot.ts'
import { leastTime, urgencyOf } from './least-time.ts'
import { type Proposal, readyToDecide } from './proposal.ts'

/** What can have become other between a meeting and the entry of what it decided: what is published with it, too. */
export const CHANGED_SINCE = ['text', 'inquiry', 'coalition'] as const
export type ChangedSince = (typeof CHANGED_SINCE)[number]

export type MeetingDecision = {
	readonly heldOn: SwedishDate
	/** Where in the minutes it stands: `§ 7, protokoll 2022-10-10`. */
	readonly minutes: string
	readonly votes: readonly { readonly associationId: AssociationId; readonly choice: Choice }[]
	readonly signoffDueAt: Instant
	/** Why there is to be less time to sign than the bylaws promise. Empty or left out: there is not. */
	readonly urgent?: string
}

/**
 * Enters a decision that was taken at a meeting. Every association is told how it is said to have voted, and can say that
 * this is not right until sign-off is due. Sign-off follows as after a ballot.
 */
export function enterMeetingDecision(
	actor: Actor,
	proposal: Proposal,
	command: MeetingDecision,
	{ now, newId }: Context,
	today: SwedishDate,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const ready = readyToDecide(acts.enterMeetingDecision, actor, proposal, now)
	if (!ready.ok) return ready
	const { statement, coalition } = proposal
	const minutes = requiredText('minutes', command.minutes, NOTE_LIMIT)
	if (!minutes.ok) return minutes
	if (!isDate(command.heldOn) || command.heldOn > today) return refuse({ code: 'invalid', field: 'heldOn' })
	const due = futureDeadline('signoffDueAt', command.signoffDueAt, now)
	if (!due.ok) return due
	const electorate = electorateOf(coalition, now)
	const known = new Set(electorate.map((elector) => elector.associationId))
	const voters = new Set(command.votes.map((vote) => vote.associationId))
	if (voters.size !== command.votes.length || [...voters].some((voter) => !known.has(voter))) {
		return refuse({ code: 'notInElectorate' })
	}
	const bylaws = bylawsOf(coalition, now)
	const toSign = { field: 'signoffDueAt', at: due.value, from: now, days: bylaws.leastDays.sign } as const
	const urgent = urgencyOf(leastTime({ ...toSign, remedy: 'reason' }), command.urgent)
	if (!urgent.ok) return urgent
	// Entered votes stand against names, in the log and in the record.
	if (bylaws.secrecy === 'secret') return refuse({ code: 'ballotIsSecret' })
	const counted = tally(
		command.votes.map((vote) => vote.choice),
		electorate.length,
	)
	const outcome = outcomeOf(counted, bylaws, 'full')
	const ballotId = newId<'ballot'>()
	const entered: DomainEvent = {
		type: 'meetingDecisionEntered',
		stream: streams.ballot(ballotId),
		statementId: statement.id,
		payload: {
			ballotId,
			subject: { kind: 'text' },
			textHash: proposal.textHash,
			heldOn: command.heldOn,
			minutes: minutes.value,
			signoffDueAt: command.signoffDueAt,
			bylaws,
			electorate,
			urgent: urgent.value,
			votes: command.votes,
			outcome,
		},
	}
	return ok({
		value: { ballotId },
		events: [fixRevision(proposal, newId), entered],
		guards: ready.value,
		notifications: electorate.map(({ associationId }) => {
			return { kind: 'meetingVote' as const, statementId: statement.id, ballotId, associationId }
		}),
	})
}
