import { expect, test } from 'vitest'
import { answerTo, programOf, programWith, tokenFor } from '#test/support/api.ts'
import { ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY, draftStatement, granted } from '#test/support/world.ts'
import { createCoalition, endSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { revokeToken } from '#usecases/person/tokens.ts'
import { endpoints } from './routes.ts'

const COALITION = '/api/v1/coalitions/nsph-stockholm'

test('asks for a token, and tells nobody without one what there is', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	for (const authorization of [undefined, 'Bearer samsvar_unknown', 'Basic YTpi', 'Bearer', 'Bearer ä']) {
		for (const path of [COALITION, '/api/v1/coalitions/nobody']) {
			const headers = authorization === undefined ? {} : { authorization: encodeURI(authorization).replace('%20', ' ') }
			const { status, headers: given, body } = await answerTo(app, new Request(ORIGIN + path, { headers }))
			expect(status).toBe(401)
			expect(given.get('www-authenticate')).toBe('Bearer realm="Samsvar"')
			expect(body).toMatchObject({ code: 'signInRequired', type: 'urn:samsvar:problem:signInRequired' })
		}
	}
})

test('takes no session cookie, for reading or for writing', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const browser = await signedIn(app, world.chair)
	expect((await browser.get('/nsph-stockholm/work')).status).toBe(200)
	expect((await browser.get(COALITION)).status).toBe(401)
	expect((await browser.post(`${COALITION}/inquiries`, { title: 'X' }, { 'idempotency-key': 'a' })).status).toBe(401)
})

test('a token that ran out, was revoked or whose person left opens nothing', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const [leaving] = world.members
	if (!leaving) throw new Error('there are members')
	const program = await programOf(app, world.chair)
	const left = await programOf(app, leaving.delegate)
	expect((await left.get('')).status).toBe(200)
	granted(await endSeat(world.deps, world.order(world.chair, { seatId: leaving.delegateSeat })))
	expect((await left.get('')).status).toBe(404)

	expect((await program.get('')).status).toBe(200)
	const { rows } = await world.server.client.execute({
		sql: 'SELECT id FROM token WHERE person_id = ?',
		args: [world.chair],
	})
	granted(await revokeToken(world.deps, { by: 'person', id: world.chair }, String(rows[0]?.id)))
	expect((await program.get('')).status).toBe(401)

	const short = await programOf(app, world.chair)
	world.clock.now += 31 * DAY
	expect((await short.get('')).status).toBe(401)
})

test('needs the scope of what is asked, and says which', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const reader = await programOf(app, world.chair, ['read'])
	const writer = await programOf(app, world.chair, ['write'])
	expect((await reader.get('statements')).status).toBe(200)
	expect(await reader.post('inquiries', { title: 'X' })).toMatchObject({
		status: 403,
		body: { code: 'scopeMissing', scope: 'write' },
	})
	expect(await writer.get('statements')).toMatchObject({ status: 403, body: { code: 'scopeMissing', scope: 'read' } })
	expect((await writer.post('inquiries', { title: 'X' })).status).toBe(201)
})

test('needs the role of what is asked, and says which, before it looks at what was sent', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const delegate = await programOf(app, world.members[0]?.delegate ?? world.chair)
	for (const body of [{ title: 'X' }, '{', undefined]) {
		expect(await delegate.post('inquiries', body)).toMatchObject({
			status: 403,
			body: { code: 'notAllowed', needs: ['chair', 'secretary'] },
		})
	}
	expect((await delegate.get('seats')).status).toBe(403)
})

test('another coalition’s things do not exist', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, operator } = world
	const app = testApp(world)
	const stranger = granted(await createPerson(deps, { name: 'Sture', emails: [] }))
	const settings = { name: 'Andra', seriesPrefix: 'AND', preset: 'standard', language: 'sv', listed: true } as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair: stranger }, 'new', 'andra'), []))
	const statementId = await draftStatement(world)
	const program = programWith(app, await tokenFor(app, stranger, undefined, 'andra'))
	expect((await program.get('/api/v1/coalitions/andra')).status).toBe(200)
	for (const { method, path, access } of endpoints) {
		if (access === 'public') continue
		const at = path.replace(':coalition', 'nsph-stockholm').replace(':statement', statementId).replace(/:\w+/g, 'x')
		const { status, body } = await (method === 'GET' ? program.get(at) : program.post(at, {}))
		expect([method, at, status, filtered(body, '.code')]).toEqual([method, at, 404, 'notFound'])
	}
	// Their own coalition does not have it either.
	expect((await program.get(`/api/v1/coalitions/andra/statements/${statementId}`)).status).toBe(404)
	expect((await program.get('/api/v1/coalitions/nobody')).status).toBe(404)
})
