import { expect, test } from 'vitest'
import * as z from 'zod'
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

test('programs put amendments into the text, choose where they collide, and take it out again', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const [mine, other] = delegates
	const statement = `statements/${await draftStatement(world)}`
	const at = `${statement}/amendments`
	const text = (await chair.get(statement)).body
	const [block, version] = ['blockId', 'versionId'].map((name) => String(filtered(text, `.blocks[0].${name}`)))
	const wants = (words: string) => ({
		seen: [version],
		put: 'named',
		wanted: [{ blockId: block, content: { kind: 'paragraph', text: words } }],
		reason: 'Klarare så.',
	})
	for (const [program, words] of [
		[mine, 'Vi är nöjda.'],
		[other, 'Vi är tveksamma.'],
	] as const)
		await program.post(at, { associationId: program.associationId, ...wants(words) })
	const read = (await chair.get(at)).body
	const amendments = [0, 1].map((place) => ({
		amendmentId: String(filtered(read, `.amendments[${place}].amendmentId`)),
		versionId: String(filtered(read, `.amendments[${place}].versionId`)),
	}))
	const { blocks } = z.object({ blocks: z.array(z.object({ versionId: z.string() })) }).parse(text)
	const seen = blocks.map(({ versionId }) => versionId)
	// A part of the text that was left out would count as struck by others.
	expect(outcomeOf(await chair.post(`${at}/mergings`, { seen: [version], amendments }))).toBe('409 textChanged')
	const asked = await chair.post(`${at}/mergings`, { seen, amendments })
	expect(outcomeOf(asked)).toBe('409 collisionsOpen')
	const key = String(filtered(asked.body, '.collisions[0].key'))
	const choices = [{ key, choose: 'side', amendments: [amendments[0]?.amendmentId] }]
	expect(outcomeOf(await mine.post(`${at}/mergings`, { seen, amendments, choices }))).toBe('403 notAllowed')
	const merged = await chair.post(`${at}/mergings`, { seen, amendments, choices })
	expect(merged.body).toMatchObject({ merged: [{ outcome: 'adopted' }, { outcome: null }] })
	const now = (await other.get(at)).body
	expect(now).toMatchObject({
		amendments: [
			{ state: 'adopted', merged: { parts: [{}] } },
			{ state: 'open', merged: null },
		],
	})
	const merging = String(filtered(now, '.amendments[0].merged.mergingId'))
	expect(outcomeOf(await mine.post(`${at}/mergings/${merging}/undoing`, {}))).toBe('403 notAllowed')
	expect(outcomeOf(await chair.post(`${at}/mergings/${merging}/undoing`, {}))).toBe('done')
	expect((await other.get(at)).body).toMatchObject({ amendments: [{ state: 'open', merged: null }, { state: 'open' }] })
	expect(outcomeOf(await chair.post(`${at}/mergings/none/undoing`, {}))).toBe('404 notFound')
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
