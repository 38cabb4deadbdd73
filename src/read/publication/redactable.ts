import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { textsAdded } from '#db/publication/withheld-texts.ts'
import { json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { blockVersionSchema } from '#schema/statement.ts'

const textRow = row({ value: json(blockVersionSchema) })
const blocksRow = row({ blocks: json(z.array(blockVersionSchema)) })

/** A statement with every block that can be withheld of it: its own, those of what was added to it, and last the texts of that. */
export function redactableViewQuery(slug: string, statementId: string, now: Instant): Query<StatementView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			added: rows(
				'SELECT blocks FROM addendum WHERE statement_id = ? AND ordinal IS NOT NULL ORDER BY published_at, id',
				[statementId],
				blocksRow,
			),
			texts: mapQuery(rows(textsAdded('?'), [statementId], textRow), (found) => found.map(({ value }) => value)),
		}),
		({ view, added, texts }) =>
			view && { ...view, blocks: [...view.blocks, ...added.flatMap(({ blocks }) => blocks), ...texts] },
	)
}
