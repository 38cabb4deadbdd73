import * as z from 'zod'
import { allOf, firstRow, flag, json, mapQuery, type Query, rows } from '#db/client.ts'
import { type CommentedBlock, ENTRY_KINDS, type Thread } from '#domain/comment/comment.ts'
import type {
	AssociationId,
	BlockId,
	BlockVersionId,
	CommentId,
	Instant,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'

/** Whether anything in a row of `comment_thread` still stands, and whether it is open, as SQL expressions. */
export const LIVE = `EXISTS (SELECT 1 FROM comment AS said WHERE said.thread_id = comment_thread.id
	AND said.withdrawn_at IS NULL)`
export const OPEN = `(comment_thread.resolved_at IS NULL AND ${LIVE})`

const OF_STATEMENT = 'FROM comment_thread WHERE comment_thread.statement_id = statement.id'
/** What associations said, of a row of `comment_thread`. */
const SAID_THERE = `comment AS said WHERE said.thread_id = comment_thread.id AND said.association_id IS NOT NULL
	AND said.withdrawn_at IS NULL`

/**
 * What there is to say of a row of `statement`, as SQL columns: how many threads, how many in which associations wait for an
 * answer, which associations have commented, and which have an answer that they have not read, once for each.
 */
export const COMMENT_COLUMNS = `(SELECT COUNT(*) ${OF_STATEMENT} AND ${LIVE}) AS threads,
	(SELECT COUNT(*) ${OF_STATEMENT} AND resolved_at IS NULL AND EXISTS (SELECT 1 FROM ${SAID_THERE})) AS unanswered,
	(SELECT json_group_array(DISTINCT association_id) FROM comment
		WHERE comment.statement_id = statement.id AND association_id IS NOT NULL) AS commented,
	(SELECT json_group_array(association_id) FROM (SELECT said.association_id, comment_thread.resolved_at
			FROM comment_thread JOIN comment AS said ON said.thread_id = comment_thread.id
				AND said.association_id IS NOT NULL AND said.withdrawn_at IS NULL
			WHERE comment_thread.statement_id = statement.id AND comment_thread.resolved_at IS NOT NULL
			GROUP BY comment_thread.id, said.association_id) AS answered
		WHERE resolved_at > COALESCE((SELECT up_to FROM answers_read WHERE answers_read.statement_id = statement.id
			AND answers_read.association_id = answered.association_id), 0)) AS "newAnswers"`

const associations = json(z.array(z.string())).transform((list) => list as AssociationId[])

export const commentColumns = {
	threads: z.number(),
	unanswered: z.number(),
	commented: associations,
	newAnswers: associations,
}

const threadRow = z.object({ id: z.string(), statementId: z.string(), seq: z.number(), resolved: flag })

const entrieRow = z
	.object({
		id: z.string(),
		kind: z.enum(ENTRY_KINDS),
		personId: z.string(),
		associationId: z.string().nullable(),
		text: z.string(),
		withdrawn: flag,
	})
	.transform((row) => ({
		...row,
		id: row.id as CommentId,
		personId: row.personId as PersonId,
		associationId: row.associationId as AssociationId | null,
	}))

/** A thread of the statement, with everything that was said in it. */
export function threadQuery(statementId: string, threadId: string): Query<Thread | null> {
	return mapQuery(
		allOf({
			thread: firstRow(
				`SELECT id, statement_id AS "statementId", seq, resolved_at IS NOT NULL AS resolved FROM comment_thread
					WHERE id = ? AND statement_id = ?`,
				[threadId, statementId],
				threadRow,
			),
			entries: rows(
				`SELECT id, kind, person_id AS "personId", association_id AS "associationId", text,
					withdrawn_at IS NOT NULL AS withdrawn FROM comment
					WHERE thread_id = ? AND statement_id = ? ORDER BY seq`,
				[threadId, statementId],
				entrieRow,
			),
		}),
		({ thread, entries }) =>
			thread && { ...thread, id: thread.id as CommentId, statementId: thread.statementId as StatementId, entries },
	)
}

/** The block that a version is of, where the statement has or had it. */
export function commentedBlockQuery(statementId: string, versionId: string | null): Query<CommentedBlock | null> {
	return firstRow(
		'SELECT id, block_id FROM block_version WHERE id = ? AND statement_id = ?',
		[versionId, statementId],
		z
			.object({ id: z.string(), block_id: z.string() })
			.transform((row) => ({ versionId: row.id as BlockVersionId, blockId: row.block_id as BlockId })),
	)
}

const threadCountRow = z.object({ threads: z.number() })

export function threadCountQuery(statementId: string): Query<number> {
	return mapQuery(
		firstRow('SELECT COUNT(*) AS threads FROM comment_thread WHERE statement_id = ?', [statementId], threadCountRow),
		(row) => row?.threads ?? 0,
	)
}

const answersReadRow = z.object({ up_to: z.number() })

/** How far an association has read the answers to its comments; 0 when it never said so. */
export function answersReadQuery(statementId: string, associationId: string): Query<Instant> {
	return mapQuery(
		firstRow(
			'SELECT up_to FROM answers_read WHERE statement_id = ? AND association_id = ?',
			[statementId, associationId],
			answersReadRow,
		),
		(row) => row?.up_to ?? 0,
	)
}
