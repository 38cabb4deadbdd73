import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, CommentId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type MakeComment, onThread, roomFor, type Thread, toOthers, toStewards } from './comment.ts'

export type ResolveComment = {
	/** What was done about it. */
	readonly text: string
	/** How far the thread had come when it was read: an answer is to what was said. */
	readonly seen: number
}

/** Resolves a thread with an answer. Refused when something was said in it that whoever answers has not read. */
export function resolveComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	command: ResolveComment,
	{ now, newId }: Context,
): Result<Decision<{ readonly commentId: CommentId }>, Rejection> {
	const may = permit(acts.resolveComment, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	if (thread.entries.every(({ withdrawn }) => withdrawn)) return refuse({ code: 'commentWithdrawn' })
	if (thread.seq !== command.seen) return refuse({ code: 'commentsSince', seq: thread.seq })
	if (thread.resolved) return refuse({ code: 'commentResolved' })
	const text = roomFor(thread, command.text)
	if (!text.ok) return text
	const commentId = newId<'comment'>()
	const payload = { threadId: thread.id, commentId, text: text.value }
	return ok({
		value: { commentId },
		events: [onThread(statement.id, thread.id, { type: 'commentResolved', payload })],
		guards: may.value.guards,
		notifications: toOthers(thread, null),
	})
}

/** Opens a resolved thread again, with what remains. */
export function reopenComment(
	actor: Actor,
	statement: Statement,
	thread: Thread,
	{ associationId, text }: MakeComment,
	{ now, newId }: Context,
): Result<Decision<{ readonly commentId: CommentId }>, Rejection> {
	const may = permit(acts.reopenComment, actor, now, { statement, associationId })
	if (!may.ok) return may
	if (!thread.resolved) return refuse({ code: 'commentOpen' })
	const valid = roomFor(thread, text)
	if (!valid.ok) return valid
	const commentId = newId<'comment'>()
	const payload = { threadId: thread.id, commentId, associationId, text: valid.value }
	return ok({
		value: { commentId },
		events: [onThread(statement.id, thread.id, { type: 'commentReopened', payload })],
		guards: may.value.guards,
		notifications: [toStewards(statement.id), ...toOthers(thread, associationId)],
	})
}

/** Notes that an association has read the answers to its comments, up to an instant that it was shown. */
export function readAnswers(
	actor: Actor,
	statement: Statement,
	readUpTo: Instant,
	{ associationId, upTo }: { readonly associationId: AssociationId; readonly upTo: Instant },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.readAnswers, actor, now, { statement, associationId })
	if (!may.ok) return may
	if (upTo > now) return refuse({ code: 'invalid', field: 'upTo' })
	if (upTo <= readUpTo) return ok({ value: null, events: [], guards: [] })
	return ok({
		value: null,
		events: [
			{
				type: 'answersRead',
				stream: streams.answersRead(statement.id, associationId),
				statementId: statement.id,
				payload: { associationId, upTo },
			},
		],
		guards: may.value.guards,
	})
}
