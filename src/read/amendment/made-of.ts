import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { id, row, rows } from '#db/rows.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'

const madeRow = row({ id: id<AmendmentId>(), number: z.number(), association: z.string() })

/** The amendments that were made of a comment and put forward, by number. */
export const madeOfQuery = (statementId: string, threadId: string): Query<ReturnType<typeof madeRow>[]> =>
	rows(
		`SELECT amendment.id, number, association.name AS association FROM amendment
			JOIN association ON association.id = amendment.association_id
			WHERE amendment.statement_id = ? AND thread_id = ? AND put_forward_at IS NOT NULL ORDER BY number`,
		[statementId, threadId],
		madeRow,
	)
