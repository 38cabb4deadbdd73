import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { id, row, rows } from '#db/rows.ts'
import type { EarlierObjection } from '#domain/amendment/consensus-list.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId, ConsensusListId } from '#domain/kernel/id.ts'

const objectionRow = row({
	amendmentId: id<AmendmentId>(),
	versionId: id<AmendmentVersionId>(),
	listId: id<ConsensusListId>(),
	associationId: id<AssociationId>(),
	association: z.string(),
	reason: z.string(),
})

/**
 * What associations objected to in lists about amendments to the statement, settled or cancelled, before this one; null: in all. What an
 * association answered about an amendment later stands instead.
 */
export function earlierObjectionsQuery(statementId: string, before: string | null): Query<EarlierObjection[]> {
	const until =
		'(SELECT COALESCE((SELECT rowid FROM consensus_list WHERE id = ?2), (SELECT MAX(rowid) + 1 FROM consensus_list)))'
	return rows(
		`SELECT item.amendment_id, item.version_id, list.id AS list_id, answer.association_id, association.name AS association,
				said.value ->> '$.reason' AS reason
			FROM consensus_list AS list JOIN consensus_answer AS answer ON answer.list_id = list.id
			JOIN association ON association.id = answer.association_id, json_each(answer.objections) AS said
			JOIN consensus_item AS item ON item.list_id = list.id AND item.amendment_id = said.value ->> '$.amendmentId'
			WHERE list.statement_id = ?1 AND list.rowid < ${until} AND NOT EXISTS (SELECT 1 FROM consensus_list AS later
				JOIN consensus_answer AS answered ON answered.list_id = later.id AND answered.association_id = answer.association_id
				JOIN consensus_item AS again ON again.list_id = later.id AND again.amendment_id = item.amendment_id
				WHERE later.statement_id = ?1 AND later.rowid > list.rowid AND later.rowid <= ${until})
			ORDER BY list.rowid, association.name`,
		[statementId, before],
		objectionRow,
	)
}
