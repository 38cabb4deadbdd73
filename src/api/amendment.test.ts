import { expect, test } from 'vitest'
import { contributorIn, newPosition } from '#test/support/amending.ts'
import { programOf } from '#test/support/api.ts'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, draftStatement } from '#test/support/world.ts'

const { want, ...rest } = newPosition()
const proposal = { ...rest, ...want }

test('programs propose, join, reword and decide', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const [mine, other] = delegates
	const at = `statements/${await draftStatement(world)}/amendments`
	const made = await mine.post(at, { associationId: mine.associationId, ...proposal })
	expect(made.body).toMatchObject({ prepared: false })
	const amendment = `${at}/${filtered(made.body, '.amendmentId')}`
	const read = async () => (await other.get(at)).body
	const versionId = String(filtered(await read(), '.amendments[0].versionId'))
	const join = { associationId: other.associationId, versionId }
	expect(outcomeOf(await other.post(`${amendment}/joinings`, join))).toBe('done')
	const words = { ...proposal, versionId, blocks: [{ kind: 'position', text: 'Regionen ska betala resor.' }] }
	expect(outcomeOf(await mine.post(`${amendment}/wordings`, words))).toBe('done')
	expect(await read()).toMatchObject({
		amendments: [
			{
				number: 1,
				state: 'open',
				wanted: [{ blockId: null, content: { text: 'Regionen ska betala resor.' } }],
				joined: [{ associationId: other.associationId, versionId }],
			},
		],
	})
	const decision = { versionId, outcome: 'rejected', note: 'För dyrt.' }
	expect(outcomeOf(await chair.post(`${amendment}/decision`, decision))).toBe('409 amendmentChanged')
	const now = String(filtered(await read(), '.amendments[0].versionId'))
	expect(outcomeOf(await chair.post(`${amendment}/decision`, { ...decision, versionId: now, note: '' }))).toBe(
		'422 empty',
	)
	expect(outcomeOf(await chair.post(`${amendment}/decision`, { ...decision, versionId: now }))).toBe('done')
	expect(outcomeOf(await other.post(`${amendment}/leavings`, { associationId: other.associationId }))).toBe(
		'409 amendmentState',
	)
	expect(outcomeOf(await chair.post(`${amendment}/reopening`, {}))).toBe('done')
	expect(outcomeOf(await mine.post(`${amendment}/withdrawal`, {}))).toBe('done')
	expect(await read()).toMatchObject({ amendments: [{ state: 'withdrawn', decidedAt: null }] })
	expect(outcomeOf(await mine.post(at, { associationId: mine.associationId, ...proposal, seen: ['annans'] }))).toBe(
		'409 blockGone',
	)
})

test('a program reads what waits in its own association, and in no other', async () => {
	await using world = await createCoalitionWorld()
	const { app, chair, delegates } = await programs(world)
	const [mine, other] = delegates
	const at = `statements/${await draftStatement(world)}/amendments`
	const moa = await programOf(app, await contributorIn(world, mine.associationId as never))
	expect((await moa.post(at, { associationId: mine.associationId, ...proposal })).body).toMatchObject({
		prepared: true,
	})
	for (const reader of [chair, other]) expect((await reader.get(at)).body).toEqual({ amendments: [] })
	const body = (await mine.get(at)).body
	expect(body).toMatchObject({ amendments: [{ state: 'prepared' }] })
	const [id, versionId] = ['amendmentId', 'versionId'].map((name) => String(filtered(body, `.amendments[0].${name}`)))
	expect(outcomeOf(await chair.post(`${at}/${id}/decision`, { versionId, outcome: 'adopted' }))).toBe('404 notFound')
	expect(outcomeOf(await mine.post(`${at}/${id}/forwarding`, { versionId }))).toBe('done')
	expect((await other.get(at)).body).toMatchObject({ amendments: [{ state: 'open' }] })
})
