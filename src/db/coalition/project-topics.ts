import { eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, type Projections, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { sortKey } from '#db/search-text.ts'

export const topicProjections = {
	topicAdded: ({ coalitionId, payload: { topicId: id, slug, name, list } }) => [
		build.insert(schema.topic).values({ id, coalitionId, list: list ?? 'topic', slug, name, sortName: sortKey(name) }),
	],
	topicChanged: ({ payload: { topicId, name, away }, at }) => [
		update(schema.topic, topicId, {
			...{ name, sortName: sortKey(name) },
			awayAt: away ? sql`COALESCE(away_at, ${at})` : null,
		}),
	],
	topicsChosen: (event) => {
		const { olderId, topicIds } = event.payload
		const statementId = olderId ?? idOf(event)
		const before = build.delete(schema.statementTopic).where(eq(schema.statementTopic.statementId, statementId))
		if (topicIds.length === 0) return [before]
		return [before, build.insert(schema.statementTopic).values(topicIds.map((topicId) => ({ statementId, topicId })))]
	},
} satisfies Projections
