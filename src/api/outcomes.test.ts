import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

const bill = { kind: 'bill', title: 'Prop. 2022/23:7', url: 'https://example.org/prop', datedOn: '2022-09-29' }
const partly = { number: 1, outcome: 'partly', page: '12', note: '' }

test('a program records what a document says, reads it, corrects it, and says what is expected', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await publishedStatement(world)}`
	const read = async () => (await delegates[0].get(`${path}/outcomes`)).body
	expect(await read()).toMatchObject({ documents: [], expected: null, positions: [{ number: 1 }, { number: 2 }] })
	const sent = await chair.post(`${path}/outcomes`, { ...bill, outcomes: [partly] })
	expect(outcomeOf(sent)).toBe('done')
	const documentId = filtered(sent.body, '.documentId')
	expect(await read()).toMatchObject({ documents: [{ documentId, ...bill, outcomes: [partly] }] })
	const corrections = `${path}/outcomes/${documentId}/corrections`
	expect(outcomeOf(await chair.post(corrections, { ...bill, url: '', outcomes: [] }))).toBe('done')
	expect(await read()).toMatchObject({ documents: [{ documentId, url: '', outcomes: [] }] })
	const expectation = { expectedOn: '2030-02-01', expected: 'Beslut' }
	expect(outcomeOf(await chair.post(`${path}/outcome-expectation`, expectation))).toBe('done')
	expect(await read()).toMatchObject({ expected: expectation })
	expect(outcomeOf(await chair.post(`${path}/outcome-expectation`, { expectedOn: null }))).toBe('done')
	expect(await read()).toMatchObject({ expected: null })
})

test('what a program sends is held to the rules, and delegates are refused', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await publishedStatement(world)}/outcomes`
	const send = async (more: object, by: typeof chair = chair) =>
		outcomeOf(await by.post(path, { ...bill, outcomes: [partly], ...more }))
	expect(await send({}, delegates[0])).toBe('403 notAllowed')
	expect(await send({ outcomes: [] })).toBe('422 empty')
	expect(await send({ outcomes: [{ ...partly, number: 99 }] })).toBe('422 invalid')
	expect(await send({ url: 'javascript:alert(1)' })).toBe('422 invalid')
	expect(outcomeOf(await chair.post(`${path}/none/corrections`, { ...bill, outcomes: [] }))).toBe('404 notFound')
})
