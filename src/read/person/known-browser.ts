import { allOf, type Query } from '#db/client.ts'
import { knownQuery } from '#db/person/load-limits.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** A query's data, and whether anybody has signed in before in the browser that is known by what has this hash. */
export function withKnownBrowser<Data>(
	query: Query<Data>,
	browserHash: string,
	now: Instant,
): Query<{ readonly data: Data; readonly known: boolean | null }> {
	return allOf({ data: query, known: knownQuery(browserHash, { sql: 'true', args: [] }, now) })
}
