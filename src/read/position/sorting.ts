import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { SORTED_COLUMNS, sortedColumns } from '#db/position/load-sorting.ts'
import { firstValue, id, json, row, rows } from '#db/rows.ts'
import type { OlderId, StatementId } from '#domain/kernel/id.ts'
import { LEVELS } from '#domain/position/level.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { type ListedTopic, topicListQuery } from '#read/coalition/topics.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'

const listedRow = row({
	adoptedIn: id<StatementId | OlderId>(),
	number: z.number(),
	text: z.string(),
	label: z.string(),
	year: z.number(),
	statementNumber: z.union([z.number(), z.string()]),
	language: z.enum(LANGUAGES),
	...sortedColumns,
})

/** A position of the bank, as it is sorted. */
export type ListedPosition = ReturnType<typeof listedRow>

const entryRow = row({
	at: z.number(),
	/** Null: the person was erased. */
	person: z.string().nullable(),
	label: z.string().nullable(),
	/** Positions by their numbers, with the names that the groups have now. */
	positions: json(
		z.array(z.object({ number: z.number(), level: z.enum(LEVELS).nullable(), groups: z.array(z.string()) })),
	),
})

/** What was said of positions of one text, and by whom. */
export type SortingEntry = ReturnType<typeof entryRow>

export type PositionSortingView = {
	/** Those of the part that is asked for, newest first. */
	readonly positions: readonly ListedPosition[]
	/** How many the list has; and how many of all have neither a group nor a level. */
	readonly listed: number
	readonly unsorted: number
	readonly all: number
	/** Those that were put away with them. */
	readonly groups: readonly ListedTopic[]
	/** The latest first. */
	readonly history: readonly SortingEntry[]
	/** Whether only those are listed that nothing is said of. */
	readonly isRest: boolean
}

/** Positions on a page: as many as are sorted in one go. */
export const SORTED_ON_PAGE = 20
/** Most that is told of what was done. */
const TOLD = 30

const UNSORTED = `NOT EXISTS (SELECT 1 FROM position_sorting AS sorted
		WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number)
	AND NOT EXISTS (SELECT 1 FROM position_group AS sorted
		WHERE sorted.statement_id = adopted.statement_id AND sorted.number = adopted.number)`

/** The bank to be sorted, a part of it; `isRest`: of those alone that nothing is said of yet. */
export function positionSortingQuery(slug: string, isRest: boolean, from: number): Query<PositionSortingView> {
	const own = `adopted.coalition_id = ${COALITION_BY_SLUG}`
	const listed = isRest ? `${own} AND ${UNSORTED}` : own
	const count = (where: string) =>
		firstValue(`SELECT COUNT(*) FROM adopted_position AS adopted WHERE ${where}`, [slug], z.number())
	const last = `max(0, ((SELECT COUNT(*) FROM adopted_position AS adopted WHERE ${listed}) - 1) / ${SORTED_ON_PAGE} * ${SORTED_ON_PAGE})`
	return mapQuery(
		allOf({
			positions: rows(
				`SELECT adopted.statement_id AS adopted_in, adopted.number, text, ${CITED}, ${SORTED_COLUMNS},
					COALESCE((SELECT language FROM statement WHERE id = adopted.statement_id), older.language) AS language
				FROM adopted_position AS adopted ${standsIn('adopted.statement_id')} WHERE ${listed}
				ORDER BY COALESCE(publication.year, older.year) DESC, COALESCE(publication.number, older.ordinal) DESC,
					adopted.number LIMIT ${SORTED_ON_PAGE} OFFSET min(?, ${last})`,
				[slug, from, slug],
				listedRow,
			),
			listed: count(listed),
			unsorted: count(`${own} AND ${UNSORTED}`),
			all: count(own),
			groups: topicListQuery(slug, 'group'),
			history: rows(
				`SELECT act.at, person.name AS person, COALESCE(publication.label, older.label) AS label,
					(SELECT json_group_array(json_object('number', one.value ->> '$.number', 'level', one.value ->> '$.level', 'groups',
						(SELECT json_group_array(name) FROM (SELECT name FROM json_each(one.value, '$.groupIds') AS chosen
							JOIN topic ON topic.id = chosen.value ORDER BY sort_name)))) FROM json_each(event.payload, '$.positions') AS one) AS positions
				FROM event JOIN act ON act.id = event.act_id LEFT JOIN person ON person.id = act.person_id
				${standsIn("COALESCE(event.statement_id, event.payload ->> '$.olderId')")}
				WHERE event.stream = 'positionSorting:' || ${COALITION_BY_SLUG}
				ORDER BY event.seq DESC LIMIT ${TOLD}`,
				[slug],
				entryRow,
			),
		}),
		({ listed: many, unsorted, all, ...found }) => ({
			...found,
			...{ listed: many ?? 0, unsorted: unsorted ?? 0, all: all ?? 0, isRest },
		}),
	)
}
