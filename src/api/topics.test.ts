import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { importedStatement } from '#test/support/imported.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

test('a program keeps the topics, sorts statements under them, and finds these in lists and the archive', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const statement = await publishedStatement(world)
	const { olderId } = await importedStatement(world)
	const added = await chair.post('topics', { name: 'Tvångsvård' })
	expect(added.body).toMatchObject({ slug: 'tvangsvard' })
	const topic = String(filtered(added.body, '.topicId'))
	expect(outcomeOf(await chair.post('topics', { name: 'TVÅNGSVÅRD' }))).toBe('409 topicExists')
	expect(outcomeOf(await delegates[0].post('topics', { name: 'Eget' }))).toMatch(/^403/)
	expect((await chair.post(`statements/${statement}/topics`, { topicIds: [topic] })).status).toBe(201)
	expect((await chair.post(`older/${olderId}/topics`, { topicIds: [topic] })).status).toBe(201)
	expect((await chair.post(`topics/${topic}/changes`, { name: 'Tvång', away: true })).status).toBe(201)
	const read = async (path: string) => (await delegates[0].get(path)).body
	expect(await read('topics')).toEqual({
		topics: [{ id: topic, slug: 'tvangsvard', name: 'Tvång', away: true, statements: 2 }],
	})
	const shown = [{ slug: 'tvangsvard', name: 'Tvång' }]
	expect(await read(`statements/${statement}`)).toMatchObject({ topics: shown })
	expect(await read('statements')).toMatchObject({ statements: [{ topics: shown }] })
	expect(await read(`older/${olderId}`)).toMatchObject({ topics: shown })
	expect(await read('archive?topic=tvangsvard')).toMatchObject({
		total: 2,
		topics: [{ value: 'tvangsvard', name: 'Tvång', count: 2 }],
		statements: [{ topics: shown }, { topics: shown }],
	})
	expect(await read('archive?topic=annat')).toMatchObject({ total: 0 })
	expect(outcomeOf(await chair.post(`statements/${statement}/topics`, { topicIds: ['annans'] }))).toBe('422 invalid')
	expect(outcomeOf(await chair.post(`topics/annans/changes`, { name: 'X' }))).toBe('404 notFound')
})
