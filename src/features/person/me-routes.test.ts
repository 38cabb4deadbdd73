import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, DAY, granted, HOUR, SLUG } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createToken, revokeToken } from '#usecases/person/tokens.ts'

let world: CoalitionWorld
let app: TestApp
let disa: PersonId
let browser: Browser

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention'])
	app = testApp(world)
	disa = world.members[0]?.delegate as PersonId
	browser = await signedIn(app, disa)
})
afterEach(() => world[Symbol.asyncDispose]())

const TOKEN = { name: 'Bokhyllan', coalition: SLUG, 'scopes[]': ['read', 'vote'], days: '30' }

async function tokens() {
	const { rows } = await world.server.client.execute('SELECT * FROM token')
	return rows.map((row) => ({ ...row }))
}

test('the profile shows how one gets in, and no card where there is none', async () => {
	const page = await (await browser.get(routes.profile)).text()
	expect(page).toContain('Disa Attention')
	expect(page).toContain('attention@example.org')
	expect(page).toContain('Du har inget kort')
})

test('a language chosen for good holds here at once, and for mail; as the coalition is the default', async () => {
	const page = await (await browser.get(routes.profile)).text()
	expect(page).toMatch(/value="coalition" checked/)
	const saved = await browser.post(routes.profile, { ...hiddenFields(page, routes.profile), language: 'en' })
	expect(saved.headers.get('location')).toBe('/me/profile?done=saved')
	const after = await (await browser.get('/me/profile?done=saved')).text()
	expect(after).toContain('The profile is saved')
	expect(
		(await world.server.client.execute({ sql: 'SELECT language FROM person WHERE id = ?', args: [disa] })).rows[0],
	).toMatchObject({ language: 'en' })
	// Another browser follows the person.
	expect(await (await (await signedIn(app, disa)).get(routes.me)).text()).toContain('My tasks')
	await browser.post(routes.profile, { language: 'coalition' })
	expect(await (await browser.get(routes.me)).text()).toContain('Mina uppgifter')
})

test('a language there is not is refused', async () => {
	expect((await browser.post(routes.profile, { language: 'fi' })).status).toBe(422)
	expect((await browser.post(routes.profile, {})).status).toBe(422)
	expect((await app.browser().post(routes.profile, { language: 'en' })).status).toBe(401)
})

test('a token is shown once, stored as a hash, and listed with what it may do', async () => {
	const page = await (await browser.get(routes.tokens)).text()
	const made = await browser.post(routes.tokens, { ...hiddenFields(page, routes.tokens), ...TOKEN })
	expect(made.status).toBe(200)
	const secret = /samsvar_[\w-]{43}/.exec(await made.text())?.[0] ?? ''
	expect(await tokens()).toMatchObject([
		{
			hash: await sha256(secret),
			person_id: disa,
			name: 'Bokhyllan',
			scopes: 'read vote',
			expires_at: world.clock.now + 30 * DAY,
			revoked_at: null,
		},
	])
	expect(JSON.stringify(await tokens())).not.toContain(secret)
	const list = await (await browser.get(routes.tokens)).text()
	expect(list).toContain('Bokhyllan')
	expect(list).toContain('läsa och rösta')
	expect(list).not.toContain(secret)
})

test('a revoked token is over, and revoking it twice is no fault', async () => {
	await browser.post(routes.tokens, TOKEN)
	const [token] = await tokens()
	const revoke = href(routes.token, { token: String(token?.id) })
	const page = await (await browser.get(routes.tokens)).text()
	expect(page).toContain(`action="${revoke}"`)
	expect((await browser.post(revoke)).headers.get('location')).toBe('/me/tokens?done=revoked')
	world.clock.now += HOUR
	expect((await browser.post(revoke)).status).toBe(303)
	expect(await tokens()).toMatchObject([{ revoked_at: world.clock.now - HOUR }])
	expect(await (await browser.get(routes.tokens)).text()).not.toContain(`action="${revoke}"`)
})

test('nobody revokes the token of another', async () => {
	await browser.post(routes.tokens, TOKEN)
	const [token] = await tokens()
	const other = await signedIn(app, world.chair)
	const revoke = href(routes.token, { token: String(token?.id) })
	expect((await other.post(revoke)).status).toBe(404)
	expect((await app.browser().post(revoke)).status).toBe(401)
	expect(await tokens()).toMatchObject([{ revoked_at: null }])
	expect(await (await other.get(routes.tokens)).text()).not.toContain('Bokhyllan')
})

test.each([
	['no name', { ...TOKEN, name: ' ' }],
	['nothing it may do', { ...TOKEN, 'scopes[]': [] }],
	['a scope there is not', { ...TOKEN, 'scopes[]': ['root'] }],
	['a time there is not', { ...TOKEN, days: '36500' }],
	['a coalition there is not', { ...TOKEN, coalition: 'en-annan' }],
])('%s: the form says so, and keeps what was typed', async (_name, fields) => {
	const response = await browser.post(routes.tokens, fields)
	expect(response.status).toBe(422)
	const page = await response.text()
	expect(page).toContain('error-summary')
	if (fields.name === 'Bokhyllan') expect(page).toContain('value="Bokhyllan"')
	expect(await tokens()).toEqual([])
})

test('a token is made by somebody who has just shown who they are, and never by a token', async () => {
	const stale = await signedIn(app, disa, world.clock.now - 13 * HOUR)
	const refused = await stale.post(routes.tokens, TOKEN)
	expect(refused.status).toBe(403)
	expect(await refused.text()).toContain('/sign-in?again=1&amp;to=%2Fme%2Ftokens')
	expect(await tokens()).toEqual([])

	const command = { name: 'x', coalition: SLUG, scopes: ['admin'], days: 30 } as const
	const { secret } = granted(await createToken(world.deps, { by: 'person', id: disa }, command))
	const byToken = { by: 'token', hash: await sha256(secret) } as const
	expect(codeOf(await createToken(world.deps, byToken, command))).toBe('reauthenticate')
})

test('without a seat there is nothing to make a token for', async () => {
	const stranger = granted(await createPerson(world.deps, { name: 'Nils Ny', emails: [] }))
	const own = await signedIn(app, stranger)
	expect((await own.post(routes.tokens, TOKEN)).status).toBe(422)
	granted(await endSeat(world.deps, world.order(world.chair, { seatId: world.members[0]?.delegateSeat as never })))
	expect((await browser.post(routes.tokens, TOKEN)).status).toBe(422)
	expect(await (await browser.get(routes.tokens)).text()).toContain('Du har inget uppdrag just nu')
	expect(codeOf(await revokeToken(world.deps, { by: 'person', id: stranger }, 'no-such'))).toBe('notFound')
})

test('a person mends their own name, and it is theirs in the list of members at once', async () => {
	const page = await (await browser.get(routes.profile)).text()
	const fields = { ...hiddenFields(page, routes.profile), language: 'sv' }
	const saved = await browser.post(routes.profile, { ...fields, name: '  Disa Nyman ' })
	expect(saved.headers.get('location')).toBe('/me/profile?done=saved')
	const chair = await signedIn(app, world.chair)
	expect(await (await chair.get(href(routes.members, { coalition: SLUG }))).text()).toContain('Disa Nyman')
	const refused = await browser.post(routes.profile, { ...fields, name: ' ' })
	expect(refused.status).toBe(422)
	expect(await refused.text()).toContain('Fyll i namnet.')
	const { rows } = await world.server.client.execute({ sql: 'SELECT name FROM person WHERE id = ?', args: [disa] })
	expect(rows[0]?.name).toBe('Disa Nyman')
})
