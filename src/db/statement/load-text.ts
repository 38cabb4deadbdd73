import type { Query } from '#db/client.ts'
import { LIVE } from '#db/comment/load-comments.ts'
import { id, rows, values } from '#db/rows.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { versionRow } from './load-statement.ts'

/** These versions of blocks of the statement, in this order. Those it never had are left out. */
export function versionsQuery(statementId: string, ids: readonly string[]): Query<BlockVersion[]> {
	return rows(
		`SELECT block_version.id, block_id, content FROM json_each(?) AS wanted
			JOIN block_version ON block_version.id = wanted.value
			WHERE statement_id = ? ORDER BY wanted.key`,
		[JSON.stringify(ids), statementId],
		versionRow,
	)
}

/** The blocks that the statement had when the latest of these versions was written, or before. */
export function olderQuery(statementId: string, ids: readonly string[]): Query<BlockId[]> {
	return values(
		`SELECT block_id FROM block_version WHERE statement_id = ? GROUP BY block_id
			HAVING MIN(at) <= (SELECT MAX(at) FROM block_version WHERE statement_id = ? AND id IN (SELECT value FROM json_each(?)))`,
		[statementId, statementId, JSON.stringify(ids)],
		id<BlockId>(),
	)
}

/** The blocks of the statement that somebody has taken a stance on or commented on. */
export function judgedQuery(statementId: string): Query<BlockId[]> {
	return values(
		`SELECT block_id FROM stance WHERE statement_id = ?
			UNION SELECT block_id FROM comment_thread WHERE statement_id = ? AND block_id IS NOT NULL AND ${LIVE}`,
		[statementId, statementId],
		id<BlockId>(),
	)
}
