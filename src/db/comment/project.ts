import { and, eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { EntryKind } from '#domain/comment/comment.ts'
import type { StoredEvent } from '#domain/event.ts'
import type { AssociationId, CommentId } from '#domain/kernel/id.ts'

export const commentProjections = {
	commentMade: (event) => {
		const { threadId, associationId, blockId, versionId, text, quote } = event.payload
		const words = quote ? JSON.stringify(quote) : null
		return [
			build.insert(schema.commentThread).values({
				id: threadId,
				statementId: idOf(event),
				blockId,
				versionId,
				quote: words,
				seq: event.seq,
				at: event.at,
			}),
			say(event, { threadId, commentId: threadId, kind: 'comment', associationId, text }),
		]
	},
	commentRepliedTo: (event) => [
		comeTo(event, event.payload.threadId),
		say(event, { ...event.payload, kind: 'comment' }),
	],
	commentChanged: (event) => {
		const { threadId, commentId, text } = event.payload
		return [
			comeTo(event, threadId),
			update(schema.comment, commentId, {
				// SQLite sets every column from the row as it was.
				earlier: sql`json_insert(earlier, '$[#]', json_object('text', text, 'at', COALESCE(changed_at, at)))`,
				text,
				changedAt: event.at,
			}),
		]
	},
	commentWithdrawn: (event) => {
		const { threadId, commentId } = event.payload
		return [
			comeTo(event, threadId),
			update(schema.comment, commentId, { text: '', earlier: '[]', withdrawnAt: event.at }),
		]
	},
	commentResolved: (event) => [
		comeTo(event, event.payload.threadId, { resolvedAt: event.at }),
		say(event, { ...event.payload, kind: 'answer', associationId: null }),
	],
	commentReopened: (event) => [
		comeTo(event, event.payload.threadId, { resolvedAt: null }),
		say(event, { ...event.payload, kind: 'reopening' }),
	],
	commentAgreedWith: (event) => {
		const { threadId, associationId, agrees } = event.payload
		const { personId, at } = event
		const row = { threadId, associationId, statementId: idOf(event), personId, at }
		const table = schema.commentAgreement
		return [
			agrees
				? build.insert(table).values(row)
				: build.delete(table).where(and(eq(table.threadId, threadId), eq(table.associationId, associationId))),
		]
	},
	commentHidden: (event) => {
		const { threadId, commentId, reason } = event.payload
		const { at, personId } = event
		const hidings =
			reason === null
				? sql`json_set(hidings, '$[#-1].shownAt', ${at})`
				: sql`json_insert(hidings, '$[#]',
					json_object('at', ${at}, 'personId', ${personId}, 'reason', ${reason}, 'shownAt', NULL))`
		return [
			comeTo(event, threadId),
			update(schema.comment, commentId, { hidings, hiddenAt: reason === null ? null : at }),
		]
	},
	answersRead: (event) => {
		const { associationId, upTo } = event.payload
		return [
			build
				.insert(schema.answersRead)
				.values({ statementId: idOf(event), associationId, upTo })
				.onConflictDoUpdate({
					target: [schema.answersRead.statementId, schema.answersRead.associationId],
					set: { upTo },
				}),
		]
	},
} satisfies Projections

function comeTo(
	{ seq }: StoredEvent,
	threadId: CommentId,
	columns: { readonly resolvedAt?: number | null } = {},
): Runnable {
	return update(schema.commentThread, threadId, { ...columns, seq })
}

type Said = {
	readonly threadId: CommentId
	readonly commentId: CommentId
	readonly kind: EntryKind
	readonly replyTo?: CommentId
	readonly associationId: AssociationId | null
	readonly text: string
}

function say(event: StoredEvent, { threadId, commentId, kind, replyTo, associationId, text }: Said): Runnable {
	const { seq, personId, seatId, actId, at } = event
	return build.insert(schema.comment).values({
		id: commentId,
		threadId,
		statementId: idOf(event),
		seq,
		kind,
		replyTo: replyTo ?? null,
		associationId,
		personId,
		seatId,
		actId,
		text,
		at,
	})
}
