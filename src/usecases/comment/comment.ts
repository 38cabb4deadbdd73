import { commentedBlockQuery, type StoredBlock, standingThreadsQuery, threadQuery } from '#db/comment/load-comments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/comment/acts.ts'
import {
	reopenComment as decideReopening,
	resolveComment as decideResolution,
	type ResolveComment,
} from '#domain/comment/answer.ts'
import {
	changeComment as decideChange,
	makeComment as decideComment,
	replyToComment as decideReply,
	withdrawComment as decideWithdrawal,
	type MakeComment,
	type NewComment,
	type ReadBlock,
	type Thread,
} from '#domain/comment/comment.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { BlockVersionId, CommentId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { type Stream, streams } from '#domain/kernel/stream.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { wordsOf } from '#markup/block-words.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type MakeCommentCommand = NewComment & {
	readonly statementId: StatementId
	/** The version of the block that was read; null for the whole text. */
	readonly versionId: BlockVersionId | null
}

/** The block with the words that were there to be quoted. */
export const read = ({ content, ...block }: StoredBlock): ReadBlock => ({ ...block, words: wordsOf(content) })

/** Comments on a block of the text, or on the whole of it. */
export function makeComment(deps: Deps, order: Order<MakeCommentCommand>): Outcome<{ readonly threadId: CommentId }> {
	const { statementId, versionId } = order.command
	return perform(deps, {
		act: acts.makeComment,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			on: commentedBlockQuery(statementId, versionId),
			threads: standingThreadsQuery(statementId, order.command.associationId),
		}),
		// The thread's own stream begins with its first comment.
		streams: () => [],
		decide: (actor, { statement, on, threads }, context) => {
			const decided = decideComment(actor, statement, threads, on && read(on), order.command, context)
			// Who they are comes first, so that what is asked for tells a stranger nothing.
			return decided.ok && versionId !== null && on === null ? refuse({ code: 'blockGone' }) : decided
		},
	})
}

type InThread<Command> = Order<Command & { readonly statementId: StatementId; readonly threadId: CommentId }>

/** Replies to what was said in a thread; to the first comment when `replyTo` is null. */
export function replyToComment(
	deps: Deps,
	order: InThread<MakeComment & { readonly replyTo: CommentId | null }>,
): Outcome<{ readonly commentId: CommentId }> {
	return act(deps, acts.replyToComment, order, false, (actor, { statement, thread }, context) =>
		decideReply(actor, statement, thread, order.command, context),
	)
}

export function changeComment(
	deps: Deps,
	order: InThread<{ readonly commentId: CommentId; readonly text: string }>,
): Outcome<null> {
	return act(
		deps,
		acts.changeComment,
		order,
		true,
		(actor, { statement, thread }, context) => decideChange(actor, statement, thread, order.command, context),
		[streams.agreements(order.command.threadId)],
	)
}

export function withdrawComment(deps: Deps, order: InThread<{ readonly commentId: CommentId }>): Outcome<null> {
	return act(deps, acts.withdrawComment, order, false, (actor, { statement, thread }, context) =>
		decideWithdrawal(actor, statement, thread, order.command, context),
	)
}

/** Resolves a thread with an answer. */
export function resolveComment(
	deps: Deps,
	order: InThread<ResolveComment>,
): Outcome<{ readonly commentId: CommentId }> {
	return act(deps, acts.resolveComment, order, true, (actor, { statement, thread }, context) =>
		decideResolution(actor, statement, thread, order.command, context),
	)
}

/** Opens a resolved thread again. */
export function reopenComment(deps: Deps, order: InThread<MakeComment>): Outcome<{ readonly commentId: CommentId }> {
	return act(deps, acts.reopenComment, order, false, (actor, { statement, thread }, context) =>
		decideReopening(actor, statement, thread, order.command, context),
	)
}

function act<Value>(
	deps: Deps,
	declared: DeclaredAct,
	order: InThread<object>,
	latestCounts: boolean,
	decide: Decide<{ readonly statement: Statement; readonly thread: Thread }, Value>,
	/** What else it rests on. */
	more: readonly Stream[] = [],
): Outcome<Value> {
	const { statementId, threadId } = order.command
	return perform(deps, {
		act: declared,
		order,
		latestCounts,
		needs: { statement: statementQuery(order.coalition, statementId), thread: threadQuery(statementId, threadId) },
		streams: () => [streams.comment(threadId), ...more],
		decide,
	})
}
