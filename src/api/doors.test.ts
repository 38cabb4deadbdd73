import { expect, test, vi } from 'vitest'
import { answerTo, programOf, programWith, tokenFor } from '#test/support/api.ts'
import { ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY, draftStatement, granted, openedBallot } from '#test/support/world.ts'
import { createCoalition, endSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { revokeToken } from '#usecases/person/tokens.ts'
import { BODY_LIMIT } from './body.ts'
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

test('a zero character in an address or a value finds nothing, here and on pages', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const program = await programOf(app, world.chair)
	const path = `statements/${await draftStatement(world)}`
	expect((await program.get('statements/%00')).status).toBe(404)
	expect((await program.get('/api/v1/coalitions/%00')).status).toBe(404)
	const removal = await program.post(`${path}/blocks/a%00b/removals`, { basedOn: '\0' })
	expect(removal).toMatchObject({ status: 409, body: { code: 'blockGone' } })
	const browser = await signedIn(app, world.chair)
	expect((await browser.get('/nsph-stockholm/statements/%00')).status).toBe(404)
	expect((await browser.get('/%00')).status).toBe(404)
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

test('answers what cannot be read with the status that says why', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const token = await tokenFor(app, world.chair)
	const send = async (body: BodyInit | null, type: string | null, path = 'inquiries') => {
		const headers = new Headers({ authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() })
		if (type !== null) headers.set('content-type', type)
		const request = new Request(`${ORIGIN}${COALITION}/${path}`, {
			method: 'POST',
			body,
			headers,
			...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
		} as RequestInit)
		if (type === null) request.headers.delete('content-type')
		const { status, body: answer } = await answerTo(app, request)
		return status === 201 ? 201 : `${status} ${filtered(answer, '.code')}`
	}
	const json = 'application/json'
	const good = '{"title":"X"}'
	expect(await send(good, json)).toBe(201)
	expect(await send(good, 'application/json; charset=UTF-8')).toBe(201)
	expect(await send(new Blob([good]).stream(), json)).toBe(201)
	expect(await send('{', json)).toBe('400 badJson')
	expect(await send(new Uint8Array([0x22, 0xff, 0x22]), json)).toBe('400 badJson')
	expect(await send('['.repeat(200_000), json)).toBe('400 badJson')
	expect(await send(good, null)).toBe('415 wrongContentType')
	expect(await send(good, 'text/plain')).toBe('415 wrongContentType')
	expect(await send(good, 'application/json; charset=latin1')).toBe('415 wrongContentType')
	expect(await send('title=X', 'application/x-www-form-urlencoded')).toBe('415 wrongContentType')
	expect(await send(good, '__proto__')).toBe('415 wrongContentType')
	const large = `"${'x'.repeat(BODY_LIMIT)}"`
	expect(await send(large, json)).toBe('413 tooLarge')
	expect(await send(new Blob([large]).stream(), json)).toBe('413 tooLarge')
	for (const body of ['null', '1', '[]', '"x"', '{}', null]) expect(await send(body, json)).toMatch(/^422 /)
	expect(await send('{"title":"X","tilte":"Y"}', json)).toBe('422 invalid')
	expect(await send('{"title":"X","__proto__":{"a":1}}', json)).toBe('422 invalid')
	expect(await send('{"title":1e999}', json)).toBe('422 invalid')
	expect(await send('{"title":"\\ud800"}', json)).toBe(201)
	expect(await send(new Uint8Array(0), null, 'inquiries/x/declining')).toBe('422 empty')
})

test('names every wrong value of a body by its place', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const program = await programOf(app, world.chair)
	const statementId = await draftStatement(world)
	const path = `statements/${statementId}/meeting-decision`
	const votes = [{ associationId: '', choice: 'maybe' }]
	const { status, body } = await program.post(path, { heldOn: '2022-02-30', votes, signoffDueAt: 'soon' })
	expect(status).toBe(422)
	expect(body).toMatchObject({
		errors: [
			{ pointer: '/heldOn', code: 'invalid' },
			{ pointer: '/minutes', code: 'empty' },
			{ pointer: '/votes/0/associationId', code: 'empty' },
			{ pointer: '/votes/0/choice', code: 'invalid' },
			{ pointer: '/signoffDueAt', code: 'invalid' },
		],
	})
	expect(await program.post('inquiries', { title: 'X', 'a/b~c': 1 })).toMatchObject({
		body: { code: 'invalid', field: 'a/b~c', errors: [{ pointer: '/a~1b~0c' }] },
	})
})

test('says why in the language that was asked for, with the facts of the refusal and instants in ISO 8601', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const program = await programOf(app, world.chair)
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId, 'light')
	const close = (language: string) =>
		program.post(`statements/${statementId}/ballots/${ballotId}/closing`, undefined, crypto.randomUUID(), {
			'accept-language': language,
		})
	const swedish = await close('sv-SE,sv;q=0.9,en;q=0.1')
	const english = await close('en')
	expect(swedish.status).toBe(409)
	expect(swedish.body).toMatchObject({ code: 'timeToObject', closesAt: '2022-10-10T07:00:00Z' })
	expect([swedish.headers.get('content-language'), english.headers.get('content-language')]).toEqual(['sv', 'en'])
	expect(filtered(swedish.body, '.detail')).toMatch(/^Alla ska ha/)
	expect(filtered(english.body, '.detail')).toMatch(/^Everyone is to have/)
	expect(await program.post(`statements/${statementId}/publication`, { textHash })).toMatchObject({
		status: 409,
		body: { code: 'wrongStage', stage: 'deciding', allowed: ['signing'] },
	})
})

test('an unknown address and a wrong method are problems too', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const ask = (method: string, path: string) => app.fetch(new Request(ORIGIN + path, { method }))
	for (const [method, path] of [
		['GET', '/api/v1'],
		['GET', '/api/v1/nothing'],
		['POST', '/api/v1/coalitions'],
		['DELETE', '/api/v1/coalitions/a/b/c/d/e/f/g'],
		['GET', `${COALITION}/statements/`],
		['GET', `${COALITION}/%E0%A4%A`],
	] as const) {
		const response = await ask(method, path)
		expect([path, response.status, response.headers.get('content-type')]).toEqual([
			path,
			404,
			'application/problem+json',
		])
		expect(await response.json()).toMatchObject({ code: 'noSuchRoute' })
	}
	const allowed = async (method: string, path: string) => {
		const response = await ask(method, path)
		return [response.status, response.headers.get('allow')]
	}
	expect(await allowed('GET', `${COALITION}/statements/x/ballots/y/votes`)).toEqual([405, 'POST'])
	expect(await allowed('HEAD', `${COALITION}/statements/x/ballots/y/votes`)).toEqual([405, 'POST'])
	expect(await allowed('DELETE', `${COALITION}/statements`)).toEqual([405, 'GET, HEAD, POST'])
	expect(await allowed('OPTIONS', `${COALITION}/statements/x`)).toEqual([405, 'GET, HEAD'])
	expect(await allowed('POST', '/api/v1/openapi.json')).toEqual([405, 'GET, HEAD'])
})

test('our own fault is a problem with a reference, and nothing of what was sent is logged', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const program = await programOf(app, world.chair)
	await world.server.client.execute('DROP TABLE inquiry')
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const { status, body } = await program.post('inquiries', { title: 'Hemlig rubrik' })
	const logged = log.mock.calls.map(String)
	log.mockRestore()
	expect(status).toBe(500)
	expect(logged).toHaveLength(1)
	expect(logged[0]).toContain(filtered(body, '.reference'))
	expect(logged[0]).not.toContain('Hemlig')
})
