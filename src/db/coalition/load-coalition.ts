import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, CURRENT_SLUG, isMember } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, type RowReader, row, rows } from '#db/rows.ts'
import type { Coalition, Logo, Member } from '#domain/coalition/coalition.ts'
import { IMAGE_TYPES } from '#domain/coalition/image.ts'
import { PRESET_NAMES } from '#domain/deciding/bylaws.ts'
import type { AssociationId, CoalitionId, Instant } from '#domain/kernel/id.ts'
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

const preset = z.enum(PRESET_NAMES)

/** The columns of what a coalition has chosen to decide by. */
export const chosenColumns = { preset, formerPreset: preset.nullable(), formerUntil: z.number().nullable() }

type Chosen = z.output<z.ZodObject<typeof chosenColumns>>

/** What they mean. */
export function chosenOf({ preset: chosen, formerPreset, formerUntil }: Chosen): Pick<Coalition, 'preset' | 'former'> {
	const former = formerPreset !== null && formerUntil !== null ? { preset: formerPreset, until: formerUntil } : null
	return { preset: chosen, former }
}

/** The name of the bylaws in force at an instant, in a query of `coalition`: an SQL expression with the instant as its parameter. */
export const PRESET_IN_FORCE = 'CASE WHEN ? < former_until THEN former_preset ELSE preset END'

const coalitionRow = row(
	{
		id: id<CoalitionId>(),
		slug: z.string(),
		name: z.string(),
		seriesPrefix: z.string(),
		...chosenColumns,
		language: z.enum(LANGUAGES),
		listed: flag,
		demo: flag,
		english: flag,
		accent: z.string().nullable(),
		logo: logoColumn,
	},
	({ preset: chosen, formerPreset, formerUntil, ...found }) => ({
		...found,
		...chosenOf({ preset: chosen, formerPreset, formerUntil }),
	}),
)

export const memberRow: RowReader<Member> = row({
	id: id<AssociationId>(),
	name: z.string(),
	area: z.string(),
	order: z.number(),
	joinedAt: z.number(),
	leavesAt: z.number().nullable(),
})

/** A coalition with those that are its members at an instant, in order. */
export function coalitionQuery(slug: string, now: Instant): Query<Coalition | null> {
	return mapQuery(
		allOf({
			coalition: firstRow(
				`SELECT coalition.*, ${CURRENT_SLUG} AS slug FROM coalition WHERE id = ${COALITION_BY_SLUG}`,
				[slug],
				coalitionRow,
			),
			associations: rows(
				`SELECT id, name, area, ordinal AS "order", joined_at, left_at AS leaves_at FROM association
				WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')} ORDER BY ordinal, id`,
				[slug, now],
				memberRow,
			),
		}),
		({ coalition, associations }) => coalition && { ...coalition, associations },
	)
}
