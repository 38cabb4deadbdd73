import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import type { OvertakenBy } from '#domain/amendment/overtaken.ts'
import type { PreferredAmendment } from '#domain/deciding/heeding.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { amendmentFields, COLUMNS } from './load-amendments.ts'
import { SEEN } from './seen.ts'

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

const preferredRow = row({
	number: z.number(),
	preferredAt: z.number(),
	isOpen: flag,
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
})

/** The amendments to the statement that associations preferred to another which fell for that, and that are open or adopted. */
export const preferredQuery = (statementId: string): Query<PreferredAmendment[]> =>
	mapQuery(
		rows(
			`SELECT one.number, one.state = 'open' AS is_open, MAX(COALESCE(preferring.closed_at, preferring.closes_at)) AS preferred_at,
				iif(one.state = 'open', ${SEEN}, '[]') AS seen, iif(one.state = 'open', amendment_version.wanted, '[]') AS wanted
			FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
			JOIN amendment AS one ON one.id = ${PREFERRED} AND one.state IN ('open', 'adopted')
			JOIN amendment_version ON amendment_version.id = one.version_id
			WHERE amendment.statement_id = ? AND amendment.state = 'rejected' GROUP BY one.id ORDER BY one.number`,
			[statementId],
			preferredRow,
		),
		(found) => found.map(({ isOpen, seen, wanted, ...each }) => ({ ...each, open: isOpen ? { seen, wanted } : null })),
	)
