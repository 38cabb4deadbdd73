import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, id, json, type RowReader, row, rows } from '#db/rows.ts'
import type { Sorted } from '#domain/coalition/sorting.ts'
import { TOPIC_LISTS, type Topic } from '#domain/coalition/topics.ts'
import type { TopicId } from '#domain/kernel/id.ts'

const topicRow: RowReader<Topic> = row({
	id: id<TopicId>(),
	list: z.enum(TOPIC_LISTS),
	slug: z.string(),
	name: z.string(),
	awayAt: z.number().nullable(),
})

/** What a coalition sorts by, of both lists, by name; those that were put away with them. */
export function topicsQuery(slug: string): Query<Topic[]> {
	return rows(
		`SELECT id, list, slug, name, away_at FROM topic WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY sort_name, slug`,
		[slug],
		topicRow,
	)
}

const sortedRow = row({ chosen: json(z.array(id<TopicId>())) })

/** What a statement of the coalition is sorted under; null: there is no such statement. */
export function sortedQuery(slug: string, { kind, id: sorted }: Sorted): Query<{ chosen: TopicId[] } | null> {
	const table = kind === 'statement' ? 'statement' : 'older_statement'
	return firstRow(
		`SELECT (SELECT json_group_array(topic_id) FROM statement_topic WHERE statement_id = sorted.id) AS chosen
			FROM ${table} AS sorted WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
		[sorted, slug],
		sortedRow,
	)
}
