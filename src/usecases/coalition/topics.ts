import { sortedQuery, topicsQuery } from '#db/coalition/load-topics.ts'
import { streamNames } from '#db/load-log.ts'
import { coalitionIdQuery } from '#db/members/load-actor.ts'
import { acts } from '#domain/coalition/acts.ts'
import * as sorting from '#domain/coalition/sorting.ts'
import type { TopicList } from '#domain/coalition/topics.ts'
import * as rules from '#domain/coalition/topics.ts'
import type { TopicId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

const onTopics = (slug: string) => ({
	needs: { coalition: coalitionIdQuery(slug), topics: topicsQuery(slug) },
	streams: () => [streamNames.topics(slug)],
})

/** See `addTopic` among the rules. */
export function addTopic(
	deps: Deps,
	order: Order<{ readonly name: string; readonly list?: TopicList }>,
): Outcome<{ readonly topicId: TopicId; readonly slug: string }> {
	return perform(deps, {
		act: acts.addTopic,
		order,
		...onTopics(order.coalition),
		decide: (actor, { coalition, topics }, context) => rules.addTopic(actor, coalition, topics, order.command, context),
	})
}

/** Changes what is named of a topic; the rest stays as it is. */
export function changeTopic(
	deps: Deps,
	order: Order<{ readonly topicId: TopicId; readonly name?: string; readonly away?: boolean }>,
): Outcome<null> {
	return perform(deps, {
		act: acts.changeTopic,
		order,
		...onTopics(order.coalition),
		decide: (actor, { coalition, topics }, context) =>
			rules.changeTopic(actor, coalition, topics, order.command, context),
	})
}

/** Sorts a statement of the coalition under topics of it. */
export function chooseTopics(
	deps: Deps,
	order: Order<{ readonly sorted: sorting.Sorted; readonly topicIds: readonly TopicId[] }>,
): Outcome<null> {
	const { sorted } = order.command
	return perform(deps, {
		act: acts.chooseTopics,
		order,
		needs: { topics: topicsQuery(order.coalition), there: sortedQuery(order.coalition, sorted) },
		// A topic that is put away meanwhile is looked at anew.
		streams: () => [streamNames.topics(order.coalition), streams.sorting(sorted.id)],
		decide: (actor, { topics, there: { chosen } }, context) =>
			sorting.chooseTopics(actor, topics, chosen, order.command, context),
		latestCounts: true,
	})
}
