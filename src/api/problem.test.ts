import { expect, test, vi } from 'vitest'
import { answerTo, programOf, tokenFor } from '#test/support/api.ts'
import { ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, draftStatement, openedBallot } from '#test/support/world.ts'
import { BODY_LIMIT } from './body.ts'

const COALITION = '/api/v1/coalitions/nsph-stockholm'

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
