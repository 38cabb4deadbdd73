import * as z from 'zod'
import { AMENDMENT_COLUMNS, amendmentColumns } from '#db/amendment/load-amendments.ts'
import type { Query } from '#db/client.ts'
import { COMMENT_COLUMNS, commentColumns } from '#db/comment/load-comments.ts'
import { firstRow, id, json, row } from '#db/rows.ts'
import type { Heard } from '#domain/deciding/before-ballot.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { STAGES } from '#domain/statement/statement.ts'

const heardRow = row({
	...commentColumns,
	...amendmentColumns,
	stage: z.enum(STAGES),
	consultationDueAt: z.number().nullable(),
	stanced: json(z.array(id<AssociationId>())),
})

/** What associations have said of a statement's text so far. */
export function heardQuery(statementId: string): Query<Heard | null> {
	return firstRow(
		`SELECT stage, consultation_due_at, ${COMMENT_COLUMNS}, ${AMENDMENT_COLUMNS},
			(SELECT json_group_array(DISTINCT association_id) FROM stance WHERE statement_id = statement.id) AS stanced
		FROM statement WHERE id = ?`,
		[statementId],
		heardRow,
	)
}
