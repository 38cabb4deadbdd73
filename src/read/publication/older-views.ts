import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import { MEDIA_TYPES } from '#domain/inquiry/file.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import { olderRow, olderUnderQuery, READ_OLDER, type ReadOlder } from './older.ts'
import { type OutcomeFound, outcomesUnderQuery } from './outcomes.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'

/** One by its id, for members. */
export function olderViewQuery(slug: string, olderId: string): Query<ReadOlder | null> {
	return firstRow(`${READ_OLDER} AND id = ?`, [slug, olderId], olderRow)
}

export type OlderPageData = {
	readonly coalition: PublicCoalition
	readonly older: ReadOlder | null
	/** What documents tell of its positions, in the order of their days. */
	readonly outcomes: readonly OutcomeFound[]
}

/** What the public page of one is made from. Null: no such coalition. */
export function olderPageQuery(slug: string, year: number, place: string): Query<OlderPageData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			older: olderUnderQuery(slug, year, place),
			outcomes: outcomesUnderQuery(slug, year, place),
		}),
		({ coalition, ...found }) => coalition && { coalition, ...found },
	)
}

const listedRow = row({
	id: z.string(),
	label: z.string(),
	title: z.string(),
	language: z.string(),
	decidedOn: z.string(),
	removedAt: z.number().nullable(),
	contestedBy: json(z.array(z.string())),
})

export type OlderList = { readonly older: readonly ReturnType<typeof listedRow>[]; readonly total: number }

/** A stretch of a coalition's older statements, the latest year first, also those that were taken away. */
export function olderListQuery(
	slug: string,
	{ from, size }: { readonly from: number; readonly size: number },
): Query<OlderList> {
	return mapQuery(
		allOf({
			older: rows(
				`SELECT id, label, title, language, content ->> '$.decidedOn' AS decided_on, removed_at,
					(SELECT json_group_array(association.name) FROM older_contest JOIN association ON association.id = association_id
						WHERE older_id = older_statement.id AND standing = 1) AS contested_by
				FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY year DESC, ordinal DESC LIMIT ? OFFSET ?`,
				[slug, size, from],
				listedRow,
			),
			total: firstValue(
				`SELECT COUNT(*) FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG}`,
				[slug],
				z.number(),
			),
		}),
		({ older, total }) => ({ older, total: total ?? 0 }),
	)
}

const fileRow = row({
	coalitionId: id<CoalitionId>(),
	sha256: z.string(),
	name: z.string(),
	mediaType: z.enum(MEDIA_TYPES),
	size: z.number(),
})

/** A file of one that stands, by its hash. */
export function olderFileQuery(
	slug: string,
	year: number,
	place: string,
	sha256: string,
): Query<ReturnType<typeof fileRow> | null> {
	return firstRow(
		`SELECT coalition_id, file.value ->> 'sha256' AS sha256, file.value ->> 'name' AS name,
				file.value ->> 'mediaType' AS media_type, file.value ->> 'size' AS size
			FROM older_statement, json_each(content, '$.files') AS file
			WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND place = ? AND removed_at IS NULL AND sha256 = ?`,
		[slug, year, place, sha256],
		fileRow,
	)
}
