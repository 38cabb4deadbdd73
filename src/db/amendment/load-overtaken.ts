import type { Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { rows } from '#db/rows.ts'
import type { Amendment } from '#domain/amendment/amendment.ts'
import { amendmentRow, COLUMNS } from './load-amendments.ts'

/** The amendments that associations rejected in a ballot, where they preferred another to them. */
const OVERTAKEN = `FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
	WHERE amendment.statement_id = ? AND amendment.id <> ? AND amendment.state = 'rejected'
		AND ? IN (preferring.subject ->> '$.amendmentId', preferring.subject ->> '$.against.amendmentId')`

/** Without their words. */
export const overtakenQuery = (statementId: string, amendmentId: string): Query<Amendment[]> =>
	rows(`SELECT ${COLUMNS} ${OVERTAKEN} ORDER BY number`, [statementId, amendmentId, amendmentId], amendmentRow)

/** Their streams. */
export const streamsOfOvertaken = (statementId: string, amendmentId: string): StreamName => ({
	all: `SELECT 'amendment:' || amendment.id ${OVERTAKEN}`,
	args: [statementId, amendmentId, amendmentId],
})
