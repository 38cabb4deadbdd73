import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { flag, id, row, rows } from '#db/rows.ts'
import type { OvertakenBy } from '#domain/amendment/overtaken.ts'
import type { PreferredAmendment } from '#domain/deciding/heeding.ts'
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

const preferredRow = row({ number: z.number(), isOpen: flag, preferredAt: z.number() })

/** The amendments to the statement that associations preferred to another which fell for that, and that are open or adopted. */
export const preferredQuery = (statementId: string): Query<PreferredAmendment[]> =>
	rows(
		`SELECT one.number, one.state = 'open' AS is_open, MAX(COALESCE(preferring.closed_at, preferring.closes_at)) AS preferred_at
			FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
			JOIN amendment AS one ON one.id = ${PREFERRED} AND one.state IN ('open', 'adopted')
			WHERE amendment.statement_id = ? AND amendment.state = 'rejected' GROUP BY one.id ORDER BY one.number`,
		[statementId],
		preferredRow,
	)
