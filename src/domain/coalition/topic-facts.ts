import type { OlderId, TopicId } from '#domain/kernel/id.ts'

/** What can happen to a coalition's topics. */
export type FactsOfTopics = {
	/** `list`: left out of topics. */
	topicAdded: { readonly topicId: TopicId; readonly slug: string; readonly name: string; readonly list?: 'group' }
	/** What it is called now, and whether it is put away. */
	topicChanged: { readonly topicId: TopicId; readonly name: string; readonly away: boolean }
	/** All that a statement is sorted under from now on. `olderId`: one from before Samsvar was used; null: the event's own. */
	topicsChosen: { readonly olderId: OlderId | null; readonly topicIds: readonly TopicId[] }
}
