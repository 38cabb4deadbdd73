import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { textsAdded } from '#db/publication/withheld-texts.ts'
import { json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { blockVersionSchema } from '#schema/statement.ts'

const textRow = row({ value: json(blockVersionSchema) })
const blocksRow = row({ blocks: json(z.array(blockVersionSchema)) })

const repeatedRow = row({ id: z.string(), name: z.string() })

export type RedactableView = StatementView & {
	/** Standard texts that say what is withheld, in the same words. */
	readonly repeatedIn: readonly ReturnType<typeof repeatedRow>[]
}

/** A statement with every block that can be withheld of it: its own, those of what was added to it, and last the texts of that. */
export function redactableViewQuery(slug: string, statementId: string, now: Instant): Query<RedactableView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			added: rows(
				'SELECT blocks FROM addendum WHERE statement_id = ? AND ordinal IS NOT NULL ORDER BY published_at, id',
				[statementId],
				blocksRow,
			),
			repeatedIn: rows(
				`SELECT DISTINCT standard.id, standard.name FROM ${REDACTION_PLACES}
					JOIN standard_text AS standard ON standard.coalition_id = statement.coalition_id
						AND instr(standard.blocks, place.value -> '$.content.text')
				WHERE redaction.statement_id = ? AND statement.coalition_id = ${COALITION_BY_SLUG} ORDER BY standard.sort_name, standard.id`,
				[statementId, slug],
				repeatedRow,
			),
			texts: mapQuery(rows(textsAdded('?'), [statementId], textRow), (found) => found.map(({ value }) => value)),
		}),
		({ view, added, texts, repeatedIn }) =>
			view && { ...view, repeatedIn, blocks: [...view.blocks, ...added.flatMap(({ blocks }) => blocks), ...texts] },
	)
}
