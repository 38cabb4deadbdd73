import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import type { StatementId, TopicId } from '#domain/kernel/id.ts'
import { LEVELS } from '#domain/position/level.ts'
import type { PositionRef, SortedPosition } from '#domain/position/sorting.ts'

/** Of a row of `adopted_position`, whom it is about and at which level, as columns of SQL. */
export const SORTED_COLUMNS = `(SELECT level FROM position_sorting AS sorted
		WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number) AS level,
	(SELECT json_group_array(topic_id) FROM position_group AS sorted
		WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number) AS group_ids`

export const sortedColumns = { level: z.enum(LEVELS).nullable(), groupIds: json(z.array(id<TopicId>())) }

const sortedRow = row({ adoptedIn: id<StatementId>(), number: z.number(), isOlder: flag, ...sortedColumns })

/** Those of these positions that are in the coalition's bank, as they are sorted. */
export function sortedPositionsQuery(slug: string, positions: readonly PositionRef[]): Query<SortedPosition[]> {
	return rows(
		`SELECT adopted.statement_id AS adopted_in, adopted.number, ${SORTED_COLUMNS},
			NOT EXISTS (SELECT 1 FROM statement WHERE id = adopted.statement_id) AS is_older
		FROM json_each(?) AS named JOIN adopted_position AS adopted
			ON adopted.statement_id = named.value ->> '$.adoptedIn' AND adopted.number = named.value ->> '$.number'
		WHERE adopted.coalition_id = ${COALITION_BY_SLUG}`,
		[JSON.stringify(positions.map(({ adoptedIn, number }) => ({ adoptedIn, number }))), slug],
		sortedRow,
	)
}
