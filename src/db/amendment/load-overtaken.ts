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
import { MERGED, mergedColumn } from './merged.ts'
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
	isWhole: flag,
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
	merged: mergedColumn,
})

/** The amendments to the statement that associations preferred to another which fell for that, and that are open or adopted. */
export const preferredQuery = (statementId: string): Query<PreferredAmendment[]> =>
	mapQuery(
		rows(
			`SELECT number, preferred_at, state = 'adopted' AS is_whole, iif(state = 'adopted', '[]', ${SEEN}) AS seen,
				iif(state = 'adopted', '[]', amendment_version.wanted) AS wanted, ${MERGED} AS merged
			FROM (SELECT ${PREFERRED} AS id, MAX(COALESCE(preferring.closed_at, preferring.closes_at)) AS preferred_at
				FROM amendment JOIN ballot AS preferring ON preferring.id = amendment.decided_in
				WHERE amendment.statement_id = ? AND amendment.state = 'rejected' GROUP BY 1) AS chosen
			JOIN amendment ON amendment.id = chosen.id AND state IN ('open', 'adopted', 'adoptedWithChanges')
			JOIN amendment_version ON amendment_version.id = amendment.version_id ORDER BY number`,
			[statementId],
			preferredRow,
		),
		(found) =>
			found.map(({ number, preferredAt, isWhole, ...words }) => ({
				number,
				preferredAt,
				words: isWhole ? null : words,
			})),
	)
