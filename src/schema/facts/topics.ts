import * as z from 'zod'
import type { FactsOfTopics } from '#domain/coalition/topic-facts.ts'
import type { OlderId, TopicId } from '#domain/kernel/id.ts'
import { idOf } from '#schema/kernel.ts'
import { factsOf } from './of-room.ts'

const topicId = idOf<TopicId>()

export const topicFacts = factsOf<FactsOfTopics>()({
	topicAdded: z.strictObject({ topicId, slug: z.string(), name: z.string(), list: z.literal('group').exactOptional() }),
	topicChanged: z.strictObject({ topicId, name: z.string(), away: z.boolean() }),
	topicsChosen: z.strictObject({ olderId: idOf<OlderId>().nullable(), topicIds: z.array(topicId) }),
})
