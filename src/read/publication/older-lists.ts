import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { row, rows } from '#db/rows.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import type { PublicEntry } from './public-entry.ts'

const entryColumns = {
	label: z.string(),
	title: z.string(),
	year: z.number(),
	/** As it stands in an address. */
	number: z.string(),
	publishedAt: z.number(),
	language: z.enum(LANGUAGES),
	decidedOn: z.string(),
	ordinal: z.number(),
}

const ENTRY = `label, title, year, place AS number, imported_at AS published_at, language,
	content ->> '$.decidedOn' AS decided_on, ordinal`

/** Nothing is added to one: it can be brought in anew. */
const NOTHING_ADDED = { corrected: false, withdrawn: false } as const

const entryRow = row(entryColumns, ({ ordinal: _, ...entry }): PublicEntry => ({ ...entry, ...NOTHING_ADDED }))
/** Those of a coalition, or of one of its years, in a list. */
export function olderEntriesQuery(slug: string, year: number | null, limit: number): Query<PublicEntry[]> {
	return rows(
		`SELECT ${ENTRY} FROM older_statement
			WHERE coalition_id = ${COALITION_BY_SLUG} AND year = COALESCE(?, year) AND removed_at IS NULL
			ORDER BY year DESC, older_statement.ordinal DESC LIMIT ?`,
		[slug, year, limit],
		entryRow,
	)
}

/** By year, the latest first; of a year what was published here, then what was brought in, each as it came. */
export function byYear<Entry extends Pick<PublicEntry, 'year'>>(
	published: readonly Entry[],
	older: readonly Entry[],
	limit: number,
): Entry[] {
	const all = older.length === 0 ? published : [...published, ...older].sort((one, other) => other.year - one.year)
	return all.slice(0, limit < 0 ? undefined : limit)
}
