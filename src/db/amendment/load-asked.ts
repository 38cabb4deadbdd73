import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { firstValue, id, json } from '#db/rows.ts'
import type { BallotId, ConsensusListId } from '#domain/kernel/id.ts'
import { ofAskingList } from './load-listed.ts'

/** A ballot that is not counted yet. The plus keeps SQLite from going through all that are under way anywhere. */
const UNCOUNTED = '+ballot.outcome IS NULL AND ballot.voided_at IS NULL'

/**
 * The ballots on a row of `amendment`, as the end of an SQL query. They are found by the indexes on what a ballot is about, and not among all
 * on the statement; the plus takes the column's affinity away, with which an index on an expression is not used.
 */
export const BALLOTS_ON = `FROM ballot WHERE ballot.id IN (
	SELECT one.id FROM ballot AS one WHERE one.subject ->> '$.amendmentId' = +amendment.id
	UNION ALL SELECT other.id FROM ballot AS other WHERE other.subject ->> '$.against.amendmentId' = +amendment.id)`

/** Where associations are asked about a row of `amendment`, as an SQL expression; to be read as `askedColumn`. */
export const ASKED = `COALESCE(
	(SELECT json_object('kind', 'ballot', 'ballotId', ballot.id,
		'secret', json(iif(ballot.bylaws ->> '$.secrecy' = 'secret', 'true', 'false'))) ${BALLOTS_ON} AND ${UNCOUNTED} LIMIT 1),
	${ofAskingList("json_object('kind', 'list', 'listId', consensus_list.id)")})`

export const askedColumn = json(
	z.discriminatedUnion('kind', [
		z.object({ kind: z.literal('ballot'), ballotId: id<BallotId>(), secret: z.boolean() }),
		z.object({ kind: z.literal('list'), listId: id<ConsensusListId>() }),
	]),
).nullable()

/** How many ballots on amendments to the statement are not counted. */
export const openOnAmendmentsQuery = (statementId: string): Query<number | null> =>
	firstValue(
		`SELECT COUNT(*) FROM ballot WHERE statement_id = ? AND subject ->> '$.kind' = 'amendment' AND ${UNCOUNTED}`,
		[statementId],
		z.number(),
	)
