import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { id, row, rows } from '#db/rows.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import type { AmendmentRow } from './amendments.ts'

/** An amendment by its number, and whose it is. */
export type Named = Pick<AmendmentRow, 'id' | 'number' | 'association'>

export const namedRow = row({ id: id<AmendmentId>(), number: z.number(), association: z.string() })

/** Those of a statement that were chosen, by their ids, whatever became of them; by number. */
export const namedQuery = (statementId: string, chosen: readonly string[]): Query<Named[]> =>
	rows(
		`SELECT amendment.id, number, association.name AS association
			FROM amendment JOIN association ON association.id = amendment.association_id
			WHERE amendment.statement_id = ? AND put_forward_at IS NOT NULL AND amendment.id IN (SELECT value FROM json_each(?))
			ORDER BY number`,
		[statementId, JSON.stringify(chosen)],
		namedRow,
	)
