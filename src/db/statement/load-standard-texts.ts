import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, type RowReader, row, rows } from '#db/rows.ts'
import type { StandardTextId } from '#domain/kernel/id.ts'
import type { NamedText, StandardText } from '#domain/statement/standard-text.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { blockSchema } from '#schema/statement.ts'

const textRow: RowReader<StandardText> = row({
	id: id<StandardTextId>(),
	name: z.string(),
	use: z.enum(STANDARD_USES),
	blocks: json(z.array(blockSchema)),
	changedAt: z.number(),
	away: flag,
})

const namedRow: RowReader<NamedText> = row({ id: id<StandardTextId>(), name: z.string(), away: flag })

const KEPT = `FROM standard_text WHERE coalition_id = ${COALITION_BY_SLUG}`

/** The names of those that a coalition keeps, and of those that were taken away. */
export const standardNamesQuery = (slug: string): Query<NamedText[]> =>
	rows(`SELECT id, name, away_at IS NOT NULL AS away ${KEPT} ORDER BY sort_name, id`, [slug], namedRow)

/** One of them, also one that was taken away; null: there is none. */
export const keptTextQuery = (slug: string, textId: string): Query<StandardText | null> =>
	firstRow(
		`SELECT id, name, use, blocks, changed_at, away_at IS NOT NULL AS away ${KEPT} AND id = ?`,
		[slug, textId],
		textRow,
	)

/** One in use; null: there is none. */
export const standardTextQuery = (slug: string, textId: StandardTextId | null): Query<StandardText | null> =>
	mapQuery(keptTextQuery(slug, textId ?? ''), (text) => (text?.away ? null : text))
