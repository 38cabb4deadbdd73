import * as z from 'zod'
import type { Query } from '#db/client.ts'
import type { OutboxRow } from '#db/load-due.ts'
import { firstRow, row } from '#db/rows.ts'
import { COALITION, coalitionColumns } from '#read/notification.ts'

const publishedRow = row({
	...{ ...coalitionColumns, association: z.string(), title: z.string(), label: z.string() },
	...{ year: z.number(), number: z.number() },
})

/** What a published statement is called in a letter about it to an association; null where either is not there. */
export function publishedToQuery({
	statementId,
	associationId,
}: Pick<OutboxRow, 'statementId' | 'associationId'>): Query<ReturnType<typeof publishedRow> | null> {
	return firstRow(
		`SELECT ${COALITION}, association.name AS association, publication.title, publication.label, publication.year,
			publication.number
		FROM publication JOIN coalition ON coalition.id = publication.coalition_id
		JOIN association ON association.id = ? AND association.coalition_id = coalition.id
		WHERE publication.statement_id = ?`,
		[associationId, statementId],
		publishedRow,
	)
}
