import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { firstRow, id, row, rows } from '#db/rows.ts'
import type { Asked } from '#domain/amendment/asked.ts'
import type { StandingList } from '#domain/amendment/consensus-list.ts'
import type { AmendmentId, ConsensusListId } from '#domain/kernel/id.ts'

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

const listedRow = row({ amendmentId: id<AmendmentId>(), listId: id<ConsensusListId>() })

/** The amendments to the statement that are on a list that is still to be settled. */
export function listedQuery(statementId: string): Query<ReadonlyMap<AmendmentId, Asked>> {
	return mapQuery(
		rows(
			`SELECT amendment_id, list_id FROM consensus_item JOIN consensus_list ON consensus_list.id = list_id
				WHERE consensus_list.statement_id = ? AND ${STANDS}`,
			[statementId],
			listedRow,
		),
		(found) =>
			new Map(found.map(({ amendmentId, listId }): [AmendmentId, Asked] => [amendmentId, { kind: 'list', listId }])),
	)
}

/** The list in which a row of `amendment` was adopted in the words it has, as an SQL expression; null: none. */
export const ADOPTED_BY = `(SELECT list_id FROM consensus_item WHERE consensus_item.amendment_id = amendment.id
	AND consensus_item.version_id = amendment.version_id AND outcome = 'adopted')`

/** Whether a row of `amendment` is on a list that is still to be settled, as an SQL expression. */
export const LISTED = `EXISTS (SELECT 1 FROM consensus_item JOIN consensus_list ON consensus_list.id = list_id
	WHERE consensus_item.amendment_id = amendment.id AND ${STANDS})`

/** The list that decided a row of `amendment`, as it was decided last. */
export const BY_LIST = `(SELECT consensus_list.id FROM consensus_item JOIN consensus_list ON consensus_list.id = list_id
	WHERE consensus_item.amendment_id = amendment.id AND outcome = 'adopted' AND settled_at = decided_at)`

/** Of the list by which associations are being asked about a row of `amendment`. */
export const askedOf = (column: string) => `(SELECT consensus_list.${column} FROM consensus_item
	JOIN consensus_list ON consensus_list.id = list_id WHERE consensus_item.amendment_id = amendment.id AND ${STANDS})`
