import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { LIVE, OPEN } from '#db/comment/load-comments.ts'
import type { Condition } from '#db/guards.ts'
import { withheldQuery } from '#db/publication/load-publication.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import { ENTRY_KINDS } from '#domain/comment/comment.ts'
import type { AssociationId, BlockId, BlockVersionId, CommentId, Instant, PersonId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { touchedQuery } from '#read/amendment/amendments.ts'
import { madeOfQuery } from '#read/amendment/made-of.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type LatestChange, latestChangeQuery } from '#read/statement/writing.ts'
import { quoteSchema } from '#schema/comment.ts'
import { blockSchema } from '#schema/statement.ts'

export type CommentsView = StatementView & {
	/** As they were begun. */
	readonly threads: readonly CommentThread[]
	readonly answersRead: readonly ReturnType<typeof answersReadRow>[]
}

const answersReadRow = row({ associationId: id<AssociationId>(), upTo: z.number() })

/** The threads about a statement; null when the coalition has no such statement. */
export function commentsViewQuery(slug: string, statementId: string, now: Instant): Query<CommentsView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			threads: threadsQuery(statementId, null),
			answersRead: rows(
				'SELECT association_id, up_to FROM answers_read WHERE statement_id = ?',
				[statementId],
				answersReadRow,
			),
		}),
		({ view, threads, answersRead }) => view && { ...view, threads, answersRead },
	)
}

export type ThreadView = StatementView & {
	readonly thread: CommentThread
	/** The amendments that were made of it. */
	readonly made: readonly { readonly id: string; readonly number: number; readonly association: string }[]
}

/** One thread; with `commentId`, only when that was said in it. */
export function threadViewQuery(
	slug: string,
	statementId: string,
	threadId: string,
	now: Instant,
	commentId: string = threadId,
): Query<ThreadView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			threads: threadsQuery(statementId, threadId),
			made: madeOfQuery(statementId, threadId),
		}),
		({ view, threads: [thread], made }) =>
			view && thread?.entries.some(({ id }) => id === commentId) ? { ...view, thread, made } : null,
	)
}

export type NewCommentView = StatementView & {
	/** The block as it was read; null for the whole text. */
	readonly about: BlockVersion | null
}

/** What a new comment is about; null when the statement has or had no such version of a block. */
export function newCommentQuery(
	slug: string,
	statementId: string,
	versionId: string | null,
	now: Instant,
): Query<NewCommentView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			about: firstRow(
				`SELECT id, block_id, content FROM block_version WHERE id = ? AND statement_id = ?`,
				[versionId, statementId],
				aboutRow,
			),
		}),
		({ view, about }) => (view && (versionId === null || about) ? { ...view, about } : null),
	)
}

export type TextView = StatementView & {
	/** How many threads there are about each block that has any, and how many of them are open. */
	readonly comments: readonly ReturnType<typeof commentRow>[]
	/** How many open amendments touch each block that any does. */
	readonly amended: ReadonlyMap<string, number>
	/** The last change of the text; null before it was written. */
	readonly latestChange: LatestChange | null
	/** Whether something is withheld of it, once it is published. */
	readonly isWithheld: boolean
}

const commentRow = row({ blockId: id<BlockId>(), count: z.number(), open: z.number() })

/** A statement's text with how much was said about each block. */
export function textViewQuery(slug: string, statementId: string, now: Instant): Query<TextView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			comments: rows(
				`SELECT block_id, COUNT(*) AS count, SUM(${OPEN}) AS open FROM comment_thread
					WHERE statement_id = ? AND block_id IS NOT NULL AND ${LIVE} GROUP BY block_id`,
				[statementId],
				commentRow,
			),
			amended: touchedQuery(statementId),
			latestChange: latestChangeQuery(statementId),
			isWithheld: mapQuery(withheldQuery(statementId), ({ length }) => length > 0),
		}),
		({ view, ...rest }) => view && { ...view, ...rest },
	)
}

const aboutRow = row({ id: id<BlockVersionId>(), blockId: id<BlockId>(), content: json(blockSchema) })

const threadRow = row(
	{
		id: id<CommentId>(),
		seq: z.number(),
		/** When it was answered; null while it is open. */
		resolvedAt: z.number().nullable(),
		/** The associations that agree with what began it, as they came to. */
		agreed: json(z.array(z.object({ id: id<AssociationId>(), name: z.string() }))),
		versionId: id<BlockVersionId>().nullable(),
		blockId: id<BlockId>().nullable(),
		content: json(blockSchema).nullable(),
		/** The words of the block that it is about; null: all of it. */
		quote: json(quoteSchema).nullable(),
	},
	({ versionId, blockId, content, ...thread }) => ({
		...thread,
		about: versionId === null || blockId === null || content === null ? null : { id: versionId, blockId, content },
	}),
)

const hiding = z.object({ at: z.number(), by: z.string(), reason: z.string(), shownAt: z.number().nullable() })

type Words = { readonly text: string; readonly earlier: readonly { readonly text: string; readonly at: Instant }[] }

/** The words of what is hidden stand apart, so that a page that does not ask who reads (`wordsFor`) shows none. */
const unlessHidden = (hidden: boolean, words: Words) =>
	hidden ? { text: '', earlier: [], kept: words } : { ...words, kept: null }

const entryRow = row(
	{
		id: id<CommentId>(),
		threadId: id<CommentId>(),
		kind: z.enum(ENTRY_KINDS),
		replyTo: id<CommentId>().nullable(),
		personId: id<PersonId>(),
		associationId: id<AssociationId>().nullable(),
		/** The association's name; null for what was said for the coalition. */
		association: z.string().nullable(),
		role: z.enum(ROLES).nullable(),
		person: z.string().nullable(),
		text: z.string(),
		/** What it said before it was reworded, first to last. */
		earlier: json(z.array(z.object({ text: z.string(), at: z.number() }))),
		at: z.number(),
		changedAt: z.number().nullable(),
		withdrawnAt: z.number().nullable(),
		hiddenAt: z.number().nullable(),
		/** Each time it was hidden: when, by whom (empty when they were erased), why, and when it was shown again. */
		hidings: json(z.array(hiding)),
	},
	({ withdrawnAt, hiddenAt, person, text, earlier, ...entry }) => ({
		...entry,
		/** Empty when the person was erased. */
		person: person ?? '',
		withdrawn: withdrawnAt !== null,
		hidden: hiddenAt !== null,
		...unlessHidden(hiddenAt !== null, { text, earlier }),
	}),
)

/** One thing said in a thread, and who said it, as members may see it. */
export type CommentEntry = Omit<ReturnType<typeof entryRow>, 'threadId'>

/** A thread with what it is about: the block as it was read. Null: the whole text. */
export type CommentThread = ReturnType<typeof threadRow> & { readonly entries: readonly CommentEntry[] }

/** The threads about a statement, or one of them, or those in which a row of `comment_thread` is so. */
export function threadsQuery(
	statementId: string,
	threadId: string | null,
	those: Condition = { sql: 'TRUE', args: [] },
): Query<CommentThread[]> {
	const args = [statementId, threadId, threadId, ...those.args]
	return mapQuery(
		allOf({
			threads: rows(
				`SELECT comment_thread.id, seq, resolved_at, version_id, quote,
					(SELECT json_group_array(json_object('id', one.id, 'name', one.name)) FROM (
						SELECT association.id, association.name FROM comment_agreement JOIN association
							ON association.id = comment_agreement.association_id
						WHERE comment_agreement.thread_id = comment_thread.id ORDER BY comment_agreement.at) AS one) AS agreed,
					block_version.block_id, block_version.content
				FROM comment_thread LEFT JOIN block_version ON block_version.id = comment_thread.version_id
				WHERE comment_thread.statement_id = ? AND (? IS NULL OR comment_thread.id = ?) AND ${those.sql}
				ORDER BY comment_thread.at, comment_thread.rowid`,
				args,
				threadRow,
			),
			entries: rows(
				`SELECT comment.id, comment.thread_id, comment.kind, comment.reply_to,
					comment.person_id, comment.association_id, association.name AS association,
					seat.role, person.name AS person, comment.text, comment.earlier, comment.at,
					comment.changed_at, comment.withdrawn_at, comment.hidden_at,
					(SELECT json_group_array(json_object('at', one.value ->> '$.at', 'by', COALESCE(hider.name, ''),
						'reason', one.value ->> '$.reason', 'shownAt', one.value ->> '$.shownAt'))
						FROM json_each(comment.hidings) AS one
						LEFT JOIN person AS hider ON hider.id = one.value ->> '$.personId') AS hidings
				FROM comment JOIN comment_thread ON comment_thread.id = comment.thread_id
				LEFT JOIN association ON association.id = comment.association_id
				LEFT JOIN seat ON seat.id = comment.seat_id
				LEFT JOIN person ON person.id = comment.person_id
				WHERE comment.statement_id = ? AND (? IS NULL OR comment.thread_id = ?) AND ${those.sql} ORDER BY comment.seq`,
				args,
				entryRow,
			),
		}),
		({ threads, entries }) => {
			const byThread = Map.groupBy(entries, (entry) => entry.threadId)
			return threads.map((thread) => ({
				...thread,
				entries: (byThread.get(thread.id) ?? []).map(({ threadId: _of, ...entry }) => entry),
			}))
		},
	)
}
