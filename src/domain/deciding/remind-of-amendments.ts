import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BallotId, ConsensusListId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Statement } from '#domain/statement/statement.ts'
import type { ByItself } from './facts.ts'
import { reachedOf, type Silent } from './remind.ts'
import { type Asking, dueReminder } from './reminding.ts'

/** What asks associations about amendments: a ballot, or a list of them. */
export type AsksOfAmendments =
	| { readonly kind: 'ballot'; readonly ballotId: BallotId }
	| { readonly kind: 'list'; readonly listId: ConsensusListId }

/** What is asked about amendments, and who has not answered. */
export type WaitingOnAmendments = Asking & { readonly by: AsksOfAmendments; readonly silent: readonly Silent[] }

/**
 * Reminds all that have not answered because the time has come: of a ballot as of one on the text, of a list once. Nobody's act.
 * Nothing is to be done where the time has not come, or nothing asks any more.
 */
export function remindOfAmendments(
	{ id: statementId }: Pick<Statement, 'id'>,
	waiting: WaitingOnAmendments | null,
	{ now }: Pick<Context, 'now'>,
): Result<Decision<null>, Rejection> {
	const due = waiting && dueReminder(waiting, now)
	if (waiting === null || due === null) return ok({ value: null, events: [], guards: [] })
	const { by, silent } = waiting
	const associations = due.moment === null ? [] : reachedOf(silent)
	const stillAsks: Guard =
		by.kind === 'ballot'
			? { kind: 'ballotOpen', ballotId: by.ballotId, now }
			: { kind: 'listAsks', listId: by.listId, now }
	return ok({
		value: null,
		events: [reminded(statementId, by, { ...due, associations })],
		guards: associations.length > 0 ? [stillAsks] : [],
		notifications: associations.map((associationId) => ({
			...{ kind: 'amendmentReminder' as const, statementId, associationId },
			ballotId: by.kind === 'ballot' ? by.ballotId : null,
		})),
	})
}

function reminded(
	statementId: StatementId,
	by: AsksOfAmendments,
	{ moment, associations, nextAt }: ByItself,
): DomainEvent {
	const told = { moment, associations, nextAt }
	if (by.kind === 'ballot') {
		const { ballotId } = by
		const stream = streams.amendmentReminder(ballotId)
		return { type: 'amendmentBallotReminded', stream, statementId, payload: { ballotId, ...told } }
	}
	const { listId } = by
	const stream = streams.amendmentReminder(listId)
	return { type: 'consensusListReminded', stream, statementId, payload: { listId, ...told } }
}
