import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { olderColumns } from '#db/publication/load-older.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import { MEDIA_TYPES } from '#domain/inquiry/file.ts'
import type { AssociationId, CoalitionId } from '#domain/kernel/id.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'

const correctionSchema = z.object({ at: z.number(), reason: z.string() })
const contestSchema = z.object({
	associationId: id<AssociationId>(),
	name: z.string(),
	reason: z.string(),
	at: z.number(),
})

const olderRow = row({
	...olderColumns,
	label: z.string(),
	corrections: json(z.array(correctionSchema)),
	removedReason: z.string(),
	contests: json(z.array(contestSchema)),
})

/** A statement from before Samsvar was used, with who says that they do not know of it. */
export type ReadOlder = ReturnType<typeof olderRow>

const READ = `SELECT *, (SELECT json_group_array(json_object('associationId', association_id, 'name', association.name,
			'reason', reason, 'at', at) ORDER BY association.ordinal, association.id)
		FROM older_contest JOIN association ON association.id = association_id WHERE older_id = older_statement.id AND standing = 1)
		AS contests
	FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG}`

/** The one at that place of a year, also when it was taken away. */
export function olderUnderQuery(slug: string, year: number, place: string): Query<ReadOlder | null> {
	return firstRow(`${READ} AND year = ? AND place = ?`, [slug, year, place], olderRow)
}

/** The same by its id, for members. */
export function olderViewQuery(slug: string, olderId: string): Query<ReadOlder | null> {
	return firstRow(`${READ} AND id = ?`, [slug, olderId], olderRow)
}

export type OlderPageData = { readonly coalition: PublicCoalition; readonly older: ReadOlder | null }

/** What the public page of one is made from. Null: no such coalition. */
export function olderPageQuery(slug: string, year: number, place: string): Query<OlderPageData | null> {
	return mapQuery(
		allOf({ coalition: publicCoalitionQuery(slug), older: olderUnderQuery(slug, year, place) }),
		({ coalition, older }) => coalition && { coalition, older },
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
