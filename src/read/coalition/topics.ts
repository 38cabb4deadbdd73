import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import { TOPIC_LISTS, type TopicList } from '#domain/coalition/topics.ts'
import type { TopicId } from '#domain/kernel/id.ts'

const listedRow = row({
	id: id<TopicId>(),
	list: z.enum(TOPIC_LISTS),
	slug: z.string(),
	name: z.string(),
	awayAt: z.number().nullable(),
	/** How many statements are sorted under it, published or not. */
	statements: z.number(),
	/** How many positions of the bank are about it, where it is a group. */
	positions: z.number(),
})

/** A topic or a group of a coalition, as its list shows it. */
export type ListedTopic = ReturnType<typeof listedRow>

const LISTED = `SELECT id, list, slug, name, away_at,
		(SELECT COUNT(*) FROM statement_topic WHERE topic_id = topic.id) AS statements,
		(SELECT COUNT(*) FROM position_group AS of_one JOIN adopted_position USING (statement_id, number)
			WHERE topic_id = topic.id) AS positions
	FROM topic WHERE coalition_id = ${COALITION_BY_SLUG}`

/** A coalition's topics, or its groups, by name; those that were put away with them. */
export function topicListQuery(slug: string, list: TopicList = 'topic'): Query<readonly ListedTopic[]> {
	return rows(`${LISTED} AND list = ? ORDER BY sort_name, slug`, [slug, list], listedRow)
}

const entryRow = row({
	type: z.enum(['topicAdded', 'topicChanged', 'topicsChosen']),
	at: z.number(),
	/** Null: the person was erased. */
	person: z.string().nullable(),
	/** What it was called from then on; of a choice, all that were chosen, by the names they have now. */
	names: json(z.array(z.string())),
	away: z.number().nullable(),
})

/** Something that was done about topics, and who did it. */
export type TopicEntry = ReturnType<typeof entryRow>

/** Some of what was done, the latest first, and how much there is in all. */
export type TopicTrail = { readonly entries: readonly TopicEntry[]; readonly total: number }

/** The part of a history that is asked for: so many, from one on; where there are not so many, the last. */
type Stretch = { readonly size: number; readonly from: number }

function trailQuery(where: string, names: string, args: string[], { size, from }: Stretch): Query<TopicTrail> {
	const count = `(SELECT COUNT(*) FROM event WHERE ${where})`
	return allOf({
		entries: rows(
			`SELECT event.type, act.at, person.name AS person, ${names} AS names, event.payload ->> '$.away' AS away
				FROM event JOIN act ON act.id = event.act_id LEFT JOIN person ON person.id = act.person_id
				WHERE ${where} ORDER BY event.position DESC LIMIT ${size} OFFSET min(${from}, max(0, (${count} - 1) / ${size} * ${size}))`,
			[...args, ...args],
			entryRow,
		),
		total: mapQuery(firstValue(`SELECT ${count}`, args, z.number()), (total) => total ?? 0),
	})
}

export type TopicView = { readonly topic: ListedTopic; readonly history: TopicTrail }

/** One of them, with what it was called, the latest first. Null: there is no such topic. */
export function topicViewQuery(slug: string, topicId: string, stretch: Stretch): Query<TopicView | null> {
	return mapQuery(
		allOf({
			topic: firstRow(`${LISTED} AND id = ?`, [slug, topicId], listedRow),
			history: trailQuery(
				`event.stream = 'topics:' || ${COALITION_BY_SLUG} AND event.payload ->> '$.topicId' = ?`,
				"json_array(event.payload ->> '$.name')",
				[slug, topicId],
				stretch,
			),
		}),
		({ topic, history }) => topic && { topic, history },
	)
}

const sortedRow = row({ title: z.string(), label: z.string().nullable(), chosen: json(z.array(z.string())) })

/** A statement and what it can be sorted under. */
export type SortingView = ReturnType<typeof sortedRow> & {
	readonly topics: readonly ListedTopic[]
	readonly history: TopicTrail
}

/** Null: the coalition has no such statement. */
export function sortingQuery(
	slug: string,
	kind: 'statement' | 'older',
	sorted: string,
	stretch: Stretch,
): Query<SortingView | null> {
	const [table, label] = kind === 'statement' ? ['statement', 'NULL'] : ['older_statement', 'label']
	return mapQuery(
		allOf({
			sorted: firstRow(
				`SELECT title, ${label} AS label,
					(SELECT json_group_array(topic_id) FROM statement_topic WHERE statement_id = sorted.id) AS chosen
				FROM ${table} AS sorted WHERE coalition_id = ${COALITION_BY_SLUG} AND id = ?`,
				[slug, sorted],
				sortedRow,
			),
			topics: topicListQuery(slug),
			history: trailQuery(
				"event.stream = 'sorting:' || ?",
				`(SELECT json_group_array(name) FROM (SELECT name FROM json_each(event.payload, '$.topicIds') AS chosen
					JOIN topic ON topic.id = chosen.value ORDER BY sort_name))`,
				[sorted],
				stretch,
			),
		}),
		({ sorted: found, topics, history }) => found && { ...found, topics, history },
	)
}
