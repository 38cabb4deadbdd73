import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, CURRENT_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import type { Coalition, Logo } from '#domain/coalition/coalition.ts'
import { IMAGE_TYPES } from '#domain/coalition/image.ts'
import { PRESET_NAMES } from '#domain/deciding/bylaws.ts'
import type { AssociationId, CoalitionId } from '#domain/kernel/id.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'

/** The column of a coalition's logo. */
export const logoColumn = json(
	z.object({
		sha256: z.string(),
		type: z.enum(IMAGE_TYPES),
		width: z.number(),
		height: z.number(),
		alt: z.string(),
	}) satisfies z.ZodType<Logo>,
).nullable()

const coalitionRow = row({
	id: id<CoalitionId>(),
	slug: z.string(),
	name: z.string(),
	seriesPrefix: z.string(),
	preset: z.enum(PRESET_NAMES),
	language: z.enum(LANGUAGES),
	listed: flag,
	demo: flag,
	english: flag,
	accent: z.string().nullable(),
	logo: logoColumn,
})

const associationRow = row({ id: id<AssociationId>(), name: z.string(), area: z.string(), order: z.number() })

/** A coalition with its present member associations in order. */
export function coalitionQuery(slug: string): Query<Coalition | null> {
	return mapQuery(
		allOf({
			coalition: firstRow(
				`SELECT coalition.*, ${CURRENT_SLUG} AS slug FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
				[slug],
				coalitionRow,
			),
			associations: rows(
				`SELECT id, name, area, ordinal AS "order" FROM association
				WHERE coalition_id = ${COALITION_BY_SLUG} AND left_at IS NULL ORDER BY ordinal, id`,
				[slug],
				associationRow,
			),
		}),
		({ coalition, associations }) => coalition && { ...coalition, associations },
	)
}
