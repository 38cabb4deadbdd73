import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { id, json, row, rows } from '#db/rows.ts'
import { LISTED_OUTCOMES } from '#domain/amendment/consensus-list.ts'
import type { ConsensusListId } from '#domain/kernel/id.ts'

const objectedRow = row({
	listId: id<ConsensusListId>(),
	/** Null while it is asked. */
	outcome: z.enum(LISTED_OUTCOMES).nullable(),
	objections: json(z.array(z.object({ association: z.string(), reason: z.string() }))),
})

/** What associations have said against an amendment on a list, or what it came to there that was not a yes. */
export type ObjectedTo = ReturnType<typeof objectedRow>

/** Of all lists, also those that were cancelled, the last first. */
export function objectedToQuery(amendmentId: string): Query<ObjectedTo[]> {
	return rows(
		`SELECT list_id, outcome, (SELECT json_group_array(json_object('association', association.name, 'reason', said.value ->> '$.reason'))
				FROM consensus_answer JOIN association ON association.id = association_id, json_each(objections) AS said
				WHERE consensus_answer.list_id = consensus_list.id AND said.value ->> '$.amendmentId' = amendment_id) AS objections
			FROM consensus_item JOIN consensus_list ON consensus_list.id = list_id
			WHERE amendment_id = ? AND outcome IS NOT 'adopted' ORDER BY opened_at DESC`,
		[amendmentId],
		objectedRow,
	)
}
