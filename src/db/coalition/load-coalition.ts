import * as z from 'zod'
import { allOf, firstRow, flag, json, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import type { Association, Coalition, Logo } from '#domain/coalition/coalition.ts'
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

const coalitionRow = z.object({
	id: z.string(),
	slug: z.string(),
	name: z.string(),
	series_prefix: z.string(),
	preset: z.enum(PRESET_NAMES),
	language: z.enum(LANGUAGES),
	listed: flag,
	demo: flag,
	english: flag,
	accent: z.string().nullable(),
	logo: logoColumn,
})

const associationRow = z
	.object({ id: z.string(), name: z.string(), area: z.string(), ordinal: z.number() })
	.transform(({ id, name, area, ordinal }): Association => ({ id: id as AssociationId, name, area, order: ordinal }))

/** A coalition with its present member associations in order. */
export function coalitionQuery(slug: string): Query<Coalition | null> {
	return mapQuery(
		allOf({
			coalition: firstRow(
				`SELECT coalition.*, (SELECT slug FROM slug WHERE coalition_id = coalition.id AND current = 1) AS slug
				FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
				[slug],
				coalitionRow,
			),
			associations: rows(
				`SELECT id, name, area, ordinal FROM association
				WHERE coalition_id = ${COALITION_BY_SLUG} AND left_at IS NULL ORDER BY ordinal, id`,
				[slug],
				associationRow,
			),
		}),
		({ coalition, associations }) => {
			if (!coalition) return null
			const { id, series_prefix, ...rest } = coalition
			return { ...rest, id: id as CoalitionId, seriesPrefix: series_prefix, associations }
		},
	)
}
