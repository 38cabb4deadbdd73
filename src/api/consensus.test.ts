import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { putForward } from '#test/support/consensus.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY, draftStatement } from '#test/support/world.ts'

test('programs ask about amendments in one question, object for an association, and read what came of it', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const [one, two] = [
		await putForward(world, statementId, 'Kommunen ska betala resor.'),
		await putForward(world, statementId, 'Alla ska få lön.'),
	]
	const path = `statements/${statementId}/amendments/lists`
	const closesAt = new Date(world.clock.now + 7 * DAY).toISOString()
	const asked = { amendments: [one, two], closesAt }
	expect(outcomeOf(await delegates[0].post(path, asked))).toBe('403 notAllowed')
	expect(outcomeOf(await chair.post(path, { ...asked, amendments: [] }))).toBe('422 empty')
	const sent = await chair.post(path, asked)
	expect(outcomeOf(sent)).toBe('done')
	expect(outcomeOf(await chair.post(path, asked))).toBe('409 consensusListStands')
	const list = `${path}/${filtered(sent.body, '.listId')}`
	const [{ associationId = '' } = {}] = world.members
	const answer = { associationId, objections: [{ amendmentId: one.amendmentId, reason: 'För dyrt.' }] }
	expect(outcomeOf(await chair.post(`${list}/answers`, answer))).toBe('403 notAllowed')
	expect(outcomeOf(await delegates[0].post(`${list}/answers`, answer))).toBe('done')
	expect(
		outcomeOf(
			await chair.post(`statements/${statementId}/amendments/${one.amendmentId}/decision`, {
				versionId: one.versionId,
				outcome: 'adopted',
			}),
		),
	).toBe('409 amendmentAsked')
	expect((await delegates[1].get(path)).body).toMatchObject({
		lists: [
			{
				state: 'open',
				amendments: [
					{ ...one, outcome: null },
					{ ...two, outcome: null },
				],
				answers: [answer],
			},
		],
	})
	expect((await delegates[1].get(`statements/${statementId}/amendments`)).body).toMatchObject({
		amendments: [{ askedInList: filtered(sent.body, '.listId'), decidedByList: null }, {}],
	})
	expect(outcomeOf(await chair.post(`${list}/cancellation`, { reason: 'Fel.' }))).toBe('done')
	expect((await delegates[1].get(path)).body).toMatchObject({ lists: [{ state: 'cancelled', cancelReason: 'Fel.' }] })
	expect(outcomeOf(await delegates[0].post(`${list}/answers`, answer))).toBe('409 consensusListOver')
})
