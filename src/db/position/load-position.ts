import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, json, row } from '#db/rows.ts'
import type { SourcedPosition } from '#domain/position/adopted-position.ts'

const adoptedPositionRow = row({ number: z.number(), text: z.string(), subPoints: json(z.array(z.string())) })

/** A position in the coalition's bank; null when there is none, or what it said is withheld. */
export function adoptedPositionQuery(
	slug: string,
	{ statementId, number }: Pick<SourcedPosition, 'statementId' | 'number'>,
): Query<SourcedPosition | null> {
	return mapQuery(
		firstRow(
			`SELECT number, text, sub_points FROM adopted_position
				WHERE statement_id = ? AND number = ? AND coalition_id = ${COALITION_BY_SLUG}`,
			[statementId, number, slug],
			adoptedPositionRow,
		),
		(position) => position && { ...position, statementId },
	)
}
