import type { Sorted } from '#domain/coalition/sorting.ts'
import type { PersonId, TopicId } from '#domain/kernel/id.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { addTopic, changeTopic, chooseTopics } from '#usecases/coalition/topics.ts'
import type { PreparedAct } from './every-coalition-act.ts'
import { type CoalitionWorld, draftStatement, granted, type World } from './world.ts'

/** A topic, added by the chair. */
export async function addedTopic({ deps, order, chair }: CoalitionWorld, name = 'Psykiatri'): Promise<TopicId> {
	return granted(await addTopic(deps, order(chair, { name }))).value.topicId
}

/** The chair sorts it under topics of these names, which are added. */
export async function sortedUnder(world: CoalitionWorld, sorted: Sorted, ...names: string[]): Promise<TopicId[]> {
	const topicIds: TopicId[] = []
	for (const name of names) topicIds.push(await addedTopic(world, name))
	granted(await chooseTopics(world.deps, world.order(world.chair, { sorted, topicIds })))
	return topicIds
}

/** Eight topics in the demonstration. */
export async function sortDemonstration({ deps, order }: World, chair: PersonId): Promise<void> {
	for (let at = 1; at <= 8; at += 1)
		granted(await addTopic(deps, order(chair, { name: `Ämne ${at}` }, undefined, DEMO_SLUG)))
}

/** Each act on topics. */
export const TOPIC_ACTS = {
	addTopic: {
		prepare: async ({ deps, order, chair }) => {
			const add = order(chair, { name: 'Psykiatri' })
			return () => addTopic(deps, add)
		},
	},
	changeTopic: {
		prepare: async (world) => {
			const change = world.order(world.chair, { topicId: await addedTopic(world, 'LSS'), name: 'LSS och SoL' })
			return () => changeTopic(world.deps, change)
		},
	},
	chooseTopics: {
		prepare: async (world) => {
			const sorted = { kind: 'statement', id: await draftStatement(world) } as const
			const choose = world.order(world.chair, { sorted, topicIds: [await addedTopic(world, 'Tvångsvård')] })
			return () => chooseTopics(world.deps, choose)
		},
	},
} as const satisfies Readonly<Record<string, PreparedAct>>
