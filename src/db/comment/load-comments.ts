import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { type CommentedBlock, ENTRY_KINDS, type StandingThreads, type Thread } from '#domain/comment/comment.ts'
import type { GivenComment } from '#domain/comment/several.ts'
import type {
	AssociationId,
	BlockId,
	BlockVersionId,
	CommentId,
	Instant,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { blockSchema } from '#schema/statement.ts'

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
			AND answers_read.association_id = answered.association_id), 0)) AS new_answers`

const associations = json(z.array(id<AssociationId>()))

export const commentColumns = {
	threads: z.number(),
	unanswered: z.number(),
	commented: associations,
	newAnswers: associations,
}

const threadRow = row({
	id: id<CommentId>(),
	statementId: id<StatementId>(),
	seq: z.number(),
	resolved: flag,
	agreed: associations,
	wording: z.number(),
})

const entryRow = row({
	id: id<CommentId>(),
	kind: z.enum(ENTRY_KINDS),
	personId: id<PersonId>(),
	associationId: id<AssociationId>().nullable(),
	text: z.string(),
	withdrawn: flag,
	hidden: flag,
})

/** A thread of the statement, with everything that was said in it. */
export function threadQuery(statementId: string, threadId: string): Query<Thread | null> {
	return mapQuery(
		allOf({
			thread: firstRow(
				`SELECT id, statement_id, seq, resolved_at IS NOT NULL AS resolved,
					(SELECT json_group_array(association_id) FROM comment_agreement WHERE thread_id = comment_thread.id) AS agreed,
					(SELECT COALESCE(MAX(json_array_length(earlier)), 0) FROM comment AS first
						WHERE first.id = comment_thread.id) AS wording FROM comment_thread
					WHERE id = ? AND statement_id = ?`,
				[threadId, statementId],
				threadRow,
			),
			entries: rows(
				`SELECT id, kind, person_id, association_id, text,
					withdrawn_at IS NOT NULL AS withdrawn, hidden_at IS NOT NULL AS hidden FROM comment
					WHERE thread_id = ? AND statement_id = ? ORDER BY seq`,
				[threadId, statementId],
				entryRow,
			),
		}),
		({ thread, entries }) => thread && { ...thread, entries },
	)
}

const commentedBlockRow = row({
	versionId: id<BlockVersionId>(),
	blockId: id<BlockId>(),
	content: json(blockSchema),
})

/** A block in the version that was read. */
export type StoredBlock = CommentedBlock & { readonly content: Block }

/** The block that a version is of, where the statement has or had it. */
export function commentedBlockQuery(statementId: string, versionId: string | null): Query<StoredBlock | null> {
	return firstRow(
		'SELECT id AS version_id, block_id, content FROM block_version WHERE id = ? AND statement_id = ?',
		[versionId, statementId],
		commentedBlockRow,
	)
}

/** The blocks that versions are of, in their order; null where the statement has and had none such, or it is of the whole text. */
export function commentedBlocksQuery(
	statementId: string,
	versionIds: readonly (string | null)[],
): Query<(StoredBlock | null)[]> {
	return mapQuery(
		rows(
			`SELECT id AS version_id, block_id, content FROM block_version
				WHERE id IN (SELECT value FROM json_each(?)) AND statement_id = ?`,
			[JSON.stringify(versionIds), statementId],
			commentedBlockRow,
		),
		(found) => versionIds.map((id) => found.find(({ versionId }) => versionId === id) ?? null),
	)
}

const givenRow = row({ blockId: id<BlockId>().nullable(), text: z.string() })

/** What began the threads that stand of an association's, or where it is null of the coalition's. */
export function givenCommentsQuery(statementId: string, associationId: string | null): Query<GivenComment[]> {
	return rows(
		`SELECT comment_thread.block_id, first.text FROM comment AS first
			JOIN comment_thread ON comment_thread.id = first.id
			WHERE first.statement_id = ? AND first.association_id IS ? AND first.withdrawn_at IS NULL`,
		[statementId, associationId],
		givenRow,
	)
}

const standingRow = row({ all: z.number(), own: z.number() })

/** How many threads stand; `own` by the association, or where it is null for the coalition. */
export function standingThreadsQuery(statementId: string, associationId: string | null): Query<StandingThreads> {
	return mapQuery(
		firstRow(
			`SELECT COUNT(*) AS "all", COUNT(*) FILTER (WHERE first.association_id IS ?) AS own FROM comment AS first
			WHERE first.statement_id = ? AND first.id = first.thread_id AND EXISTS (
				SELECT 1 FROM comment AS said WHERE said.thread_id = first.thread_id AND said.withdrawn_at IS NULL)`,
			[associationId, statementId],
			standingRow,
		),
		(found) => found ?? { all: 0, own: 0 },
	)
}

/** How far an association has read the answers to its comments; 0 when it never said so. */
export function answersReadQuery(statementId: string, associationId: string): Query<Instant> {
	return mapQuery(
		firstValue(
			'SELECT up_to FROM answers_read WHERE statement_id = ? AND association_id = ?',
			[statementId, associationId],
			z.number(),
		),
		(upTo) => upTo ?? 0,
	)
}
