import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { createCoalitionWorld, DAY } from '#test/support/world.ts'

test('a program proposes a correction, answers for an association, and publishes what nobody objected to', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await publishedStatement(world)}/addenda`
	const closesAt = new Date(world.clock.now + 7 * DAY).toISOString()
	const correction = {
		...{ kind: 'correction', reason: 'Fel myndighet.', stretch: { first: 0, last: 0 }, closesAt },
		blocks: [{ kind: 'paragraph', text: 'Regionen.' }],
	}
	expect(outcomeOf(await delegates[0].post(path, correction))).toBe('403 notAllowed')
	expect(outcomeOf(await chair.post(path, { ...correction, blocks: [] }))).toBe('422 empty')
	expect(outcomeOf(await chair.post(path, { ...correction, closesAt: closesAt.replace(/^\d+/, '2021') }))).toBe(
		'422 deadlinePassed',
	)
	const sent = await chair.post(path, correction)
	expect(outcomeOf(sent)).toBe('done')
	expect(outcomeOf(await chair.post(path, correction))).toBe('409 addendumStands')
	const one = `${path}/${filtered(sent.body, '.addendumId')}`
	const [{ associationId = '' } = {}] = world.members
	const answer = { associationId, answer: 'agreed' }
	expect(outcomeOf(await chair.post(`${one}/answers`, answer))).toBe('403 notAllowed')
	expect(outcomeOf(await delegates[0].post(`${one}/answers`, answer))).toBe('done')
	expect(outcomeOf(await chair.post(`${one}/publication`, {}))).toBe('409 awaitingAnswers')
	expect((await delegates[0].get(path)).body).toMatchObject({
		addenda: [{ kind: 'correction', state: 'open', ordinal: null, needed: null, answers: [{ ...answer, reason: '' }] }],
	})
	world.clock.now += 7 * DAY
	const published = await chair.post(`${one}/publication`, {})
	expect(published.body).toMatchObject({ kind: 'correction', ordinal: 1 })
	expect((await delegates[0].get(path)).body).toMatchObject({ addenda: [{ state: 'published', ordinal: 1 }] })
	expect(outcomeOf(await chair.post(`${one}/taking-back`, {}))).toBe('409 addendumOver')
	expect(outcomeOf(await chair.post(`${path}/none/taking-back`, {}))).toBe('404 notFound')
})
