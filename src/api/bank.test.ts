import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { banked, positionOf } from '#test/support/banked.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, draftStatement } from '#test/support/world.ts'

test('a program keeps the groups, sorts positions by them, and finds these in the bank', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const source = await banked(world)
	const group = String(filtered((await chair.post('groups', { name: 'Närstående' })).body, '.topicId'))
	const position = { adoptedIn: source, number: 1, groupIds: [group], level: 'system' }
	expect((await chair.post('positions/sorting', { positions: [position] })).status).toBe(201)
	expect(outcomeOf(await delegates[0].post('positions/sorting', { positions: [position] }))).toMatch(/^403/)
	const wrong = { ...position, groupIds: ['annans'] }
	expect(outcomeOf(await chair.post('positions/sorting', { positions: [wrong] }))).toBe('422 invalid')
	const read = async (path: string) => (await delegates[0].get(path)).body
	expect(await read('groups')).toEqual({
		groups: [{ id: group, slug: 'narstaende', name: 'Närstående', away: false, positions: 1 }],
	})
	expect(await read('topics')).toEqual({ topics: [] })
	expect(await read('positions?group=narstaende')).toMatchObject({
		found: 1,
		positions: [{ number: 1, groups: [{ slug: 'narstaende', name: 'Närstående' }], level: 'system', usedIn: [] }],
		levels: [{ value: 'system', count: 1 }],
	})
	expect(await read('positions?level=individual')).toMatchObject({ found: 0, groups: [] })
})

test('a program says that a likeness is meant, and keeps and inserts standard texts', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const source = await banked(world)
	const statement = await draftStatement(world)
	const { blockId, versionId } = await positionOf(world, statement)
	const about = { blockId, versionId, adoptedIn: source, number: 1, meant: true }
	expect((await chair.post(`statements/${statement}/likenesses`, about)).status).toBe(201)
	const { likenesses } = (await chair.get(`statements/${statement}/likenesses`)).body as { likenesses: object[] }
	expect(likenesses).toMatchObject([{ blockId, meant: true }, { meant: false }])

	const blocks = [{ kind: 'paragraph', text: 'Vi är nio.' }]
	const kept = await chair.post('standard-texts', { name: 'Om oss', use: 'insert', blocks })
	const textId = String(filtered(kept.body, '.textId'))
	expect((await delegates[0].post(`statements/${statement}/standard-texts`, { textId })).status).toBe(201)
	expect((await chair.post(`standard-texts/${textId}/changes`, { away: true })).status).toBe(201)
	expect(outcomeOf(await chair.post(`statements/${statement}/standard-texts`, { textId }))).toBe('404 notFound')
	expect((await delegates[0].get('standard-texts')).body).toEqual({
		texts: [{ id: textId, name: 'Om oss', use: 'insert', away: true, parts: 1 }],
	})
	expect((await delegates[0].get(`standard-texts/${textId}`)).body).toMatchObject({ blocks })
})
