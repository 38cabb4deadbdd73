import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, type RowReader, row, rows } from '#db/rows.ts'
import type { StandardTextId } from '#domain/kernel/id.ts'
import type { StandardText } from '#domain/statement/standard-text.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { blockSchema } from '#schema/statement.ts'

const textRow: RowReader<StandardText> = row({
	id: id<StandardTextId>(),
	name: z.string(),
	use: z.enum(STANDARD_USES),
	blocks: json(z.array(blockSchema)),
	away: flag,
})

const TEXTS = `SELECT id, name, use, blocks, away_at IS NOT NULL AS away FROM standard_text WHERE coalition_id = ${COALITION_BY_SLUG}`

/** Those that a coalition keeps, and those that were taken away. */
export const standardTextsQuery = (slug: string): Query<StandardText[]> =>
	rows(`${TEXTS} ORDER BY sort_name, id`, [slug], textRow)

/** One in use; null: there is none. */
export const standardTextQuery = (slug: string, textId: StandardTextId | null): Query<StandardText | null> =>
	firstRow(`${TEXTS} AND id = ? AND away_at IS NULL`, [slug, textId], textRow)
