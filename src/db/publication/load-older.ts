import * as z from 'zod'
import { allOf, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, row, values } from '#db/rows.ts'
import type { OlderContested, OlderStatement, YearTaken } from '#domain/publication/older.ts'
import type { StandingWord } from '#domain/publication/standing-word.ts'
import { olderColumns } from './older-columns.ts'
import { STANDING_WORD, standingWordRow } from './standing-word.ts'

/** What is taken of a year in a coalition's series. */
export function yearTakenQuery(slug: string, year: number): Query<YearTaken> {
	return allOf({
		first: firstValue(
			`SELECT MIN(number) FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ?`,
			[slug, year],
			z.number().nullable(),
		),
		places: values(
			`SELECT place FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ?`,
			[slug, year],
			z.string(),
		),
	})
}

const olderRow = row(olderColumns)

/** One of the coalition's, also when it was taken away. */
export function olderQuery(slug: string, olderId: string): Query<OlderStatement | null> {
	return firstRow(
		`SELECT id, year, number, place, content, imported_at, removed_at FROM older_statement
			WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
		[olderId, slug],
		olderRow,
	)
}

/** What an association has said of one; null: nothing. */
export const olderContestQuery = ({ olderId, associationId }: OlderContested): Query<StandingWord | null> =>
	firstRow(
		`${STANDING_WORD} FROM older_contest WHERE older_id = ? AND association_id = ?`,
		[olderId, associationId],
		standingWordRow,
	)
