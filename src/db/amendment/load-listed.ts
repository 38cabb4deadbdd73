import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { firstRow, id, row } from '#db/rows.ts'
import type { StandingList } from '#domain/amendment/consensus-list.ts'
import type { ConsensusListId } from '#domain/kernel/id.ts'

/** Whether a row of `consensus_list` is still to be settled, as an SQL expression. */
export const STANDS = 'consensus_list.settled_at IS NULL AND consensus_list.cancelled_at IS NULL'

const standingRow = row({ id: id<ConsensusListId>(), closesAt: z.number() })

/** The list by which associations are being asked about amendments to the statement; there is never more than one. */
export function standingListQuery(statementId: string): Query<StandingList | null> {
	return firstRow(
		`SELECT id, closes_at FROM consensus_list WHERE statement_id = ? AND ${STANDS} LIMIT 1`,
		[statementId],
		standingRow,
	)
}

/** The list in which a row of `amendment` was adopted in the words it has, as an SQL expression; null: none. */
export const ADOPTED_BY = `(SELECT list_id FROM consensus_item WHERE consensus_item.amendment_id = amendment.id
	AND consensus_item.version_id = amendment.version_id AND outcome = 'adopted')`

/** The list that decided a row of `amendment`, as it was decided last. */
export const BY_LIST = `(SELECT consensus_list.id FROM consensus_item JOIN consensus_list ON consensus_list.id = list_id
	WHERE consensus_item.amendment_id = amendment.id AND outcome = 'adopted' AND settled_at = decided_at)`

/** Something of the list by which associations are being asked about a row of `amendment`, as an SQL expression; null: there is none. */
export const ofAskingList = (expression: string) => `(SELECT ${expression} FROM consensus_item
	JOIN consensus_list ON consensus_list.id = list_id WHERE consensus_item.amendment_id = amendment.id AND ${STANDS})`
