import { expect, test } from 'vitest'
import { programOf } from '#test/support/api.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, draftStatement, openedBallot } from '#test/support/world.ts'

const COALITION = '/api/v1/coalitions/nsph-stockholm'

test('an act is done once under its key; another body under it is refused', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const program = await programOf(app, world.chair)
	const first = await program.post('inquiries', { title: 'Första' }, 'key-1')
	const again = await program.post('inquiries', { title: 'Första' }, '"key-1"')
	expect([first.status, first.headers.get('idempotent-replay')]).toEqual([201, null])
	expect([again.status, again.headers.get('idempotent-replay')]).toEqual([200, 'true'])
	expect(again.body).toEqual(first.body)
	expect(first.headers.get('location')).toBe(`${ORIGIN}${COALITION}/inquiries/${filtered(first.body, '.inquiryId')}`)
	expect(await program.post('inquiries', { title: 'Andra' }, 'key-1')).toMatchObject({
		status: 422,
		body: { code: 'keyReused' },
	})
	expect(await program.get('inquiries')).toMatchObject({ body: { inquiries: [{ title: 'Första' }], next: null } })
	for (const key of ['', '   ', 'två ord'.replace('å', 'a'), 'x'.repeat(101), '""']) {
		const { status, body } = await program.post('inquiries', { title: 'X' }, key)
		expect([key, status, filtered(body, '.code')]).toEqual([key, 400, 'keyMissing'])
	}
})

test('the same request sent several times at once is done once', async () => {
	await using world = await createCoalitionWorld()
	const program = await programOf(testApp(world), world.chair)
	const answers = await Promise.all(
		[1, 2, 3, 4, 5].map(() => program.post('inquiries', { title: 'En remiss' }, 'the-one')),
	)
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
	expect(new Set(answers.map(({ body }) => filtered(body, '.inquiryId'))).size).toBe(1)
})

test('a vote changes under a new key, and a repetition of the first does not bring it back', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const [member] = world.members
	if (!member) throw new Error('there are members')
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId)
	const path = `statements/${statementId}/ballots/${ballotId}`
	const program = await programOf(app, member.delegate)
	const vote = (choice: string, key: string) =>
		program.post(`${path}/votes`, { associationId: member.associationId, choice, textHash }, key)
	expect((await vote('yes', 'one')).status).toBe(201)
	expect((await vote('no', 'two')).status).toBe(201)
	expect(await vote('yes', 'one')).toMatchObject({ status: 200, body: { choice: 'yes' } })
	expect(await vote('no', 'one')).toMatchObject({ status: 422, body: { code: 'keyReused' } })
	const { body } = await program.get(path)
	expect(body).toMatchObject({ tally: { yes: 0, no: 1, abstain: 0, silent: 2 } })
})
