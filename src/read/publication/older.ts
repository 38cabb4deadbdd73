import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { olderColumns } from '#db/publication/older-columns.ts'
import { firstRow, id, json, row } from '#db/rows.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { shownTopics, topicsOf } from './topics.ts'

const correctionSchema = z.object({ at: z.number(), reason: z.string() })
const contestSchema = z.object({
	associationId: id<AssociationId>(),
	name: z.string(),
	reason: z.string(),
	at: z.number(),
	/** The label of the older statement that it was said of; null: of this. */
	carriedFrom: z.string().nullable(),
})

/** The columns of `READ_OLDER`. */
export const readOlderColumns = {
	...olderColumns,
	label: z.string(),
	corrections: json(z.array(correctionSchema)),
	removedReason: z.string(),
	contests: json(z.array(contestSchema)),
	topics: shownTopics,
}

export const olderRow = row(readOlderColumns)

/** A statement from before Samsvar was used, with who says that they do not know of it. */
export type ReadOlder = ReturnType<typeof olderRow>

/** Such a row of a coalition, by its slug. */
export const READ_OLDER = `SELECT *, (SELECT json_group_array(json_object('associationId', association_id, 'name', association.name,
			'reason', reason, 'at', at, 'carriedFrom', (SELECT label FROM older_statement AS other WHERE other.id = carried_from)) ORDER BY association.ordinal, association.id)
		FROM older_contest JOIN association ON association.id = association_id WHERE older_id = older_statement.id AND standing = 1)
		AS contests, ${topicsOf('older_statement.id')} AS topics
	FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG}`

/** The one at that place of a year, also when it was taken away. */
export function olderUnderQuery(slug: string, year: number, place: string): Query<ReadOlder | null> {
	return firstRow(`${READ_OLDER} AND year = ? AND place = ?`, [slug, year, place], olderRow)
}
