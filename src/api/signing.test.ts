import { expect, test } from 'vitest'
import { iso, outcomeOf, programs } from '#test/support/api-programs.ts'
import { ORIGIN } from '#test/support/app.ts'
import { checkRecord } from '#test/support/check-record.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY, draftStatement, HOUR } from '#test/support/world.ts'

test('a decision taken at a meeting is entered, mended, signed off, published and marked as sent', async () => {
	await using world = await createCoalitionWorld()
	const { app, chair, delegates } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	const signoffDueAt = iso(world.clock.now + 3 * DAY)
	const votes = delegates.map(({ associationId }) => ({ associationId, choice: 'yes' }))
	const meeting = { heldOn: '2022-10-01', minutes: '§ 7', votes, signoffDueAt }
	expect(outcomeOf(await chair.post(`${path}/meeting-decision`, meeting))).toBe('done')
	const { body } = await chair.get(path)
	expect(body).toMatchObject({
		stage: 'signing',
		ballot: { meeting: { heldOn: '2022-10-01', minutes: '§ 7' }, outcome: { result: 'adopted', yes: 3 } },
	})
	const blockId = filtered(body, '.blocks[0].blockId')
	const change = { blockId, text: 'Vi är positiva till förslagen.', note: 'Ett ord fattades.', signoffDueAt }
	expect(outcomeOf(await chair.post(`${path}/editorial-changes`, change))).toBe('done')
	const textHash = filtered((await chair.get(path)).body, '.textHash')
	expect(textHash).not.toBe(filtered(body, '.textHash'))
	const [first, second, third] = delegates
	const answer = (answered: string, reason = '') => ({ answer: answered, reason, textHash })
	const sign = (who: typeof first, given: object) =>
		who.post(`${path}/signoffs`, { associationId: who.associationId, ...given })
	expect(outcomeOf(await sign(first, answer('signed')))).toBe('done')
	world.clock.now += 1000
	expect(outcomeOf(await sign(second, answer('declined')))).toBe('422 reasonRequired')
	expect(outcomeOf(await sign(second, answer('declined', 'Vi tycker annorlunda.')))).toBe('done')
	expect(await chair.post(`${path}/publication`, { textHash })).toMatchObject({
		status: 409,
		body: { code: 'awaitingSignoffs', missing: [third.associationId], dueAt: signoffDueAt.replace('.000', '') },
	})
	world.clock.now += 3 * DAY + HOUR
	expect(outcomeOf(await sign(third, answer('signed')))).toBe('409 signingOver')
	expect((await chair.post(`${path}/publication`, { textHash })).body).toMatchObject({
		label: 'NSPH-SL 2022:1',
		year: 2022,
		number: 1,
	})
	const dispatch = { sentOn: '2022-10-05', how: 'E-post', to: 'registrator@example.org' }
	expect(outcomeOf(await chair.post(`${path}/dispatches`, dispatch))).toBe('done')
	const published = (await first.get(path)).body
	expect(published).toMatchObject({
		stage: 'published',
		publication: { label: 'NSPH-SL 2022:1', page: `${ORIGIN}/nsph-stockholm/2022/1` },
		signoffs: [
			{ answer: 'signed', method: 'api', standing: true },
			{ answer: 'declined', reason: 'Vi tycker annorlunda.' },
		],
		dispatches: [dispatch],
	})
	for (const link of ['page', 'markdown', 'record']) {
		const response = await app.fetch(new Request(filtered(published, `.publication.${link}`)))
		expect([link, response.status]).toEqual([link, 200])
	}
	expect(outcomeOf(await chair.post(`${path}/redactions`, { blockId, ground: 'Samtycke återkallat.' }))).toBe('done')
	// Once more there is nothing to do: the ground that is shown stands.
	expect(outcomeOf(await chair.post(`${path}/redactions`, { blockId, ground: 'Ett annat skäl.' }))).toBe('done')
	const told = await world.server.client.execute("SELECT COUNT(*) AS n FROM event WHERE type = 'redacted'")
	expect(told.rows[0]?.n).toBe(1)
	// Public files may be a minute old.
	world.clock.now += HOUR
	const record = await app.fetch(new Request(filtered(published, '.publication.record')))
	const file = await record.text()
	expect(JSON.parse(file)).toMatchObject({ redacted: [{ block: 0, ground: 'Samtycke återkallat.' }] })
	expect(checkRecord(file).text.blocks).toEqual([null, expect.anything(), expect.anything(), expect.anything()])
})
