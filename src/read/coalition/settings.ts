import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { type KnownSlug, slugsQuery } from '#db/person/load-directory.ts'
import { firstRow, firstValue, row, values } from '#db/rows.ts'
import { fixedTextsQuery } from '#db/statement/load-fixed.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { TopicList } from '#domain/coalition/topics.ts'
import type { Instant } from '#domain/kernel/id.ts'

/** What the settings are, and what a change of them would leave as it is. */
export type SettingsView = {
	readonly coalition: Coalition
	/** Every address it has and has had, the first first. */
	readonly slugs: readonly Pick<KnownSlug, 'slug' | 'current'>[]
	/** Numbers that are published, and the latest of them; null where there is none. */
	readonly published: ReturnType<typeof publishedRow> | null
	/** How many topics and groups are in use. */
	readonly topics: number
	readonly groups: number
	/** Titles of what is being voted on. */
	readonly deciding: readonly string[]
	/** And those of what is signed, too. */
	readonly texts: readonly string[]
}

const publishedRow = row({ latest: z.string(), count: z.number() })

const inUse = (slug: string, list: TopicList) =>
	firstValue(
		`SELECT COUNT(*) FROM topic WHERE coalition_id = ${COALITION_BY_SLUG} AND list = ? AND away_at IS NULL`,
		[slug, list],
		z.number(),
	)

export function settingsQuery(slug: string, now: Instant): Query<SettingsView | null> {
	return mapQuery(
		allOf({
			coalition: coalitionQuery(slug, now),
			slugs: slugsQuery(slug, ''),
			published: firstRow(
				`SELECT label AS latest, (SELECT COUNT(*) FROM publication WHERE coalition_id = ${COALITION_BY_SLUG}) AS count
					FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} ORDER BY year DESC, number DESC LIMIT 1`,
				[slug, slug],
				publishedRow,
			),
			topics: inUse(slug, 'topic'),
			groups: inUse(slug, 'group'),
			texts: fixedTextsQuery(slug),
			deciding: values(
				`SELECT title FROM statement WHERE coalition_id = ${COALITION_BY_SLUG} AND stage = 'deciding' ORDER BY changed_at, id`,
				[slug],
				z.string(),
			),
		}),
		({ coalition, topics, groups, ...found }) =>
			coalition && { coalition, topics: topics ?? 0, groups: groups ?? 0, ...found },
	)
}
