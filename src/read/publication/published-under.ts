import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { CURRENT_SLUG } from '#db/members/load-actor.ts'
import { firstRow, row } from '#db/rows.ts'

const placeRow = row({ slug: z.string(), year: z.number(), number: z.number() })

/** Where the statement is whose record has that hash. Null: none that is published here. */
export function publishedUnderQuery(recordHash: string): Query<ReturnType<typeof placeRow> | null> {
	return firstRow(
		`SELECT ${CURRENT_SLUG} AS slug, year, number FROM publication JOIN coalition ON coalition.id = publication.coalition_id
			WHERE record_hash = ?`,
		[recordHash],
		placeRow,
	)
}
