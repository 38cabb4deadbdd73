import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { LIVE } from '#db/comment/load-comments.ts'
import { UnreadableEvent } from '#db/replay.ts'
import { id, json, row, rows, values } from '#db/rows.ts'
import type { ActId, BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { TEXT_FACTS, type TextChange } from '#domain/statement/text-history.ts'
import { readFact } from '#schema/facts/read.ts'
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

/** The blocks of the statement that somebody has taken a stance on or commented on. */
export function judgedQuery(statementId: string): Query<BlockId[]> {
	return values(
		`SELECT block_id FROM stance WHERE statement_id = ?
			UNION SELECT block_id FROM comment_thread WHERE statement_id = ? AND block_id IS NOT NULL AND ${LIVE}`,
		[statementId, statementId],
		id<BlockId>(),
	)
}

const changeRow = row({ actId: id<ActId>(), type: z.string(), version: z.int(), payload: json(z.unknown()) })

/** Whether a row of `event` changed a text, as an SQL expression. */
export const CHANGES_TEXT = `event.type IN (${TEXT_FACTS.map((type) => `'${type}'`).join()})`

/** Everything that changed the statement's text, from the first on. */
export function textChangesQuery(statementId: string): Query<TextChange[]> {
	const found = rows(
		`SELECT act_id, type, version, payload FROM event WHERE statement_id = ? AND ${CHANGES_TEXT} ORDER BY position`,
		[statementId],
		changeRow,
	)
	return mapQuery(found, (changes) =>
		changes.map(({ actId, ...stored }) => {
			const fact = readFact(stored)
			if (!fact.ok) throw new UnreadableEvent(fact.reason)
			return { ...fact.value, actId } as TextChange
		}),
	)
}
