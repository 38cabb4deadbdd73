import { expect, test } from 'vitest'
import type { TopicId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { addedTopic, sortedUnder } from '#test/support/sorted.ts'
import { codeOf, createCoalitionWorld, draftStatement, granted } from '#test/support/world.ts'
import { addTopic, changeTopic, chooseTopics } from './topics.ts'

test('of two who add the same topic at once one is told that it is there', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const both = await Promise.all(['Tvångsvård', 'TVÅNGSVÅRD'].map((name) => addTopic(deps, order(chair, { name }))))
	expect(both.filter(({ ok }) => ok)).toHaveLength(1)
	expect(both.filter(({ ok }) => !ok).map(codeOf)).toEqual(['topicExists'])
})

test('a topic that is put away while it is chosen is not chosen anew after that', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const sorted = { kind: 'statement', id: await draftStatement(world) } as const
	const topicId = await addedTopic(world)
	const [put, chosen] = await Promise.all([
		changeTopic(deps, order(chair, { topicId, away: true })),
		chooseTopics(deps, order(chair, { sorted, topicIds: [topicId] })),
	])
	granted(put)
	const log = await allRows(
		server.client,
		"SELECT type FROM event WHERE type IN ('topicChanged', 'topicsChosen') ORDER BY position",
	)
	const types = log.map(({ type }) => type)
	expect(types).toEqual(chosen.ok ? ['topicsChosen', 'topicChanged'] : ['topicChanged'])
})

test('what is sorted is made anew from the events as it was', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const sorted = { kind: 'statement', id: await draftStatement(world) } as const
	const [topicId = 'none' as TopicId] = await sortedUnder(world, sorted, 'Tvångsvård', 'LSS', 'Unga')
	granted(await changeTopic(deps, order(chair, { topicId, name: 'Tvång', away: true })))
	const tables = () =>
		Promise.all(
			['topic', 'statement_topic'].map((name) => allRows(server.client, `SELECT * FROM ${name} ORDER BY 1, 2`)),
		)
	const before = await tables()
	expect(before.map(({ length }) => length)).toEqual([3, 3])
	await rebuild(server.client)
	expect(await tables()).toEqual(before)
})
