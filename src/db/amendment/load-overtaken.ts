import type { InValue } from '@libsql/client/web'
import type { Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { id, row, rows } from '#db/rows.ts'
import type { OvertakenBy } from '#domain/amendment/overtaken.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { amendmentShape, COLUMNS } from './load-amendments.ts'

/** The amendments that associations rejected in a ballot, where they preferred one of some others to them. */
const OVERTAKEN = `FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
	JOIN json_each(?) AS preferred ON preferred.value <> amendment.id
		AND preferred.value IN (preferring.subject ->> '$.amendmentId', preferring.subject ->> '$.against.amendmentId')
	WHERE amendment.statement_id = ? AND amendment.state = 'rejected'`

const argsOf = (statementId: string, ids: readonly string[]): InValue[] => [JSON.stringify(ids), statementId]

const overtakenRow = row({ ...amendmentShape, preferred: id<AmendmentId>() })

/** Without their words. */
export const overtakenQuery = (statementId: string, ids: readonly string[]): Query<OvertakenBy[]> =>
	rows(
		`SELECT ${COLUMNS}, preferred.value AS preferred ${OVERTAKEN} ORDER BY number`,
		argsOf(statementId, ids),
		overtakenRow,
	)

/** Their streams. */
export const streamsOfOvertaken = (statementId: string, ids: readonly string[]): StreamName => ({
	all: `SELECT 'amendment:' || amendment.id ${OVERTAKEN}`,
	args: argsOf(statementId, ids),
})
