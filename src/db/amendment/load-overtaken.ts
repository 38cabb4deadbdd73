import type { Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { id, row, rows } from '#db/rows.ts'
import type { OvertakenBy } from '#domain/amendment/overtaken.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { amendmentFields, COLUMNS } from './load-amendments.ts'

/** The other of the two that a ballot was about. */
const PREFERRED = `iif(preferring.subject ->> '$.amendmentId' = amendment.id,
	preferring.subject ->> '$.against.amendmentId', preferring.subject ->> '$.amendmentId')`

/** The amendments that associations rejected in a ballot, where they preferred one of these to them. */
const OVERTAKEN = `FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
	WHERE amendment.statement_id = ? AND amendment.state = 'rejected' AND ${PREFERRED} IN (SELECT value FROM json_each(?))`

const overtakenRow = row({ ...amendmentFields, preferred: id<AmendmentId>() })

/** Without their words. */
export const overtakenQuery = (statementId: string, preferred: readonly string[]): Query<OvertakenBy[]> =>
	rows(
		`SELECT ${COLUMNS}, ${PREFERRED} AS preferred ${OVERTAKEN} ORDER BY number`,
		[statementId, JSON.stringify(preferred)],
		overtakenRow,
	)

/** Their streams. */
export const streamsOfOvertaken = (statementId: string, preferred: readonly string[]): StreamName => ({
	all: `SELECT 'amendment:' || amendment.id ${OVERTAKEN}`,
	args: [statementId, JSON.stringify(preferred)],
})
