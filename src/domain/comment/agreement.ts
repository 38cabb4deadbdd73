import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import type { Thread } from './comment.ts'

export type Agree = {
	readonly associationId: AssociationId
	/** False: it takes back that it agrees. */
	readonly agrees: boolean
	/** How many times the comment had been reworded when it was read: what is agreed with are words. */
	readonly wording: number
}

/**
 * Says that an association agrees with another's comment, or takes that back. Each does it once. It is no part of the conversation: an
 * answer that is being written is not held up by it, and nobody is mailed.
 */
export function agreeWithComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ associationId, agrees, wording }: Agree,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.agreeWithComment, actor, now, { statement, associationId })
	if (!may.ok) return may
	const [first] = thread.entries
	if (!first) return refuse({ code: 'notFound' })
	if (first.associationId === associationId) return refuse({ code: 'ownComment' })
	if (thread.agreed.includes(associationId) === agrees) return ok({ value: null, events: [], guards: [] })
	if (agrees && first.withdrawn) return refuse({ code: 'commentWithdrawn' })
	// Nobody stands behind what they cannot read.
	if (agrees && first.hidden) return refuse({ code: 'commentHidden' })
	if (agrees && thread.wording !== wording) return refuse({ code: 'commentsSince', seq: thread.seq })
	return ok({
		value: null,
		events: [
			{
				type: 'commentAgreedWith',
				stream: streams.agreements(thread.id),
				statementId: statement.id,
				payload: { threadId: thread.id, associationId, agrees },
			},
		],
		guards: may.value.guards,
	})
}
