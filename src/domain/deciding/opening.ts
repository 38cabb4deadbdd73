import { electorateOf } from '#domain/coalition/coalition.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { BallotId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Actor } from '#domain/members/seats.ts'
import { fixRevision } from '#domain/statement/revision.ts'
import type { Track } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Bylaws, PRESETS } from './bylaws.ts'
import { type Proposal, readyToDecide } from './proposal.ts'

export type OpenBallot = { readonly track: Track; readonly closesAt: Instant; readonly signoffDueAt: Instant }

/** Opens the ballot on the whole text: the text is fixed under its hash and the electorate frozen. */
export function openBallot(
	actor: Actor,
	proposal: Proposal,
	command: OpenBallot,
	{ now, newId }: Context,
): Result<Decision<{ readonly ballotId: BallotId }>, Rejection> {
	const ready = readyToDecide(acts.openBallot, actor, proposal, now)
	if (!ready.ok) return ready
	const { statement, coalition } = proposal
	const bylaws = PRESETS[coalition.preset]
	const closes = futureDeadline('closesAt', command.closesAt, now)
	if (!closes.ok) return closes
	if (command.track === 'light' && !bylaws.silenceIsConsent) return refuse({ code: 'silenceNotConsent' })
	const due = command.track === 'light' ? closes : signoffDeadline(command, bylaws, now)
	if (!due.ok) return due
	const electorate = electorateOf(coalition)
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
			signoffDueAt: due.value,
			bylaws,
			electorate,
		},
	}
	return ok({
		value: { ballotId },
		events: [fixRevision(proposal, newId), opened],
		guards: ready.value,
		notifications: electorate.map(({ associationId }) => ({
			kind: 'ballot' as const,
			statementId: statement.id,
			ballotId,
			associationId,
		})),
	})
}

/** Where yes votes carry sign-offs, all can be in when the ballot closes; otherwise nobody could sign before then. */
function signoffDeadline(
	{ closesAt, signoffDueAt }: OpenBallot,
	{ yesCarriesSignoff }: Bylaws,
	now: Instant,
): Result<Instant, Rejection> {
	const inOrder = signoffDueAt > closesAt || (yesCarriesSignoff && signoffDueAt === closesAt)
	return inOrder ? futureDeadline('signoffDueAt', signoffDueAt, now) : refuse({ code: 'deadlineOrder' })
}
