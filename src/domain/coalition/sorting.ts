import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { topicActs } from './topic-acts.ts'
import type { Topic } from './topics.ts'

/** What is sorted: a statement, or one from before Samsvar was used. */
export type Sorted =
	| { readonly kind: 'statement'; readonly id: StatementId }
	| { readonly kind: 'older'; readonly id: OlderId }

/** Most topics of a statement. */
export const CHOSEN_LIMIT = 5

/**
 * Sorts a statement under these topics and no others. `chosen`: those it is under. One that was put away can stay, and is not
 * chosen anew.
 */
export function chooseTopics(
	actor: Actor,
	topics: readonly Topic[],
	chosen: readonly TopicId[],
	{ sorted, topicIds }: { readonly sorted: Sorted; readonly topicIds: readonly TopicId[] },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(topicActs.chooseTopics, actor, now)
	if (!may.ok) return may
	const asked = topics.filter(({ id, list }) => list === 'topic' && topicIds.includes(id))
	const isOffered = ({ id, awayAt }: Topic) => awayAt === null || chosen.includes(id)
	const isKnown = topicIds.every((id) => asked.some((topic) => topic.id === id))
	if (!(isKnown && asked.every(isOffered))) return refuse({ code: 'invalid', field: 'topics[]' })
	if (asked.length > CHOSEN_LIMIT) return refuse({ code: 'tooManyTopics', field: 'topics[]', limit: CHOSEN_LIMIT })
	const same = asked.length === chosen.length && asked.every(({ id }) => chosen.includes(id))
	if (same) return ok({ value: null, events: [], guards: [] })
	const [statementId, olderId] = sorted.kind === 'statement' ? [sorted.id, null] : [null, sorted.id]
	const payload = { olderId, topicIds: asked.map(({ id }) => id) }
	const stream = streams.sorting(sorted.id)
	return ok({ value: null, events: [{ type: 'topicsChosen', stream, statementId, payload }], guards: may.value.guards })
}
