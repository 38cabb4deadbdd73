import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { Refused } from '#mail/port.ts'
import { href, routes } from '#routes'
import { hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask, isSignedIn, linkTo, locationOf, press, sessions } from '#test/support/sign-in.ts'
import { createWorld, DAY, granted, HOUR, type World } from '#test/support/world.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let world: World
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createWorld()
	app = testApp(world)
	disa = granted(await createPerson(world.deps, { name: 'Disa Delegat', emails: ['Disa@Example.org'] }))
})
afterEach(() => world[Symbol.asyncDispose]())

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/..//evil.example', '/\t/evil.example'])(
	'%j is nowhere to be sent to',
	async (to) => {
		const [first = '', second = ''] = await createLinks(world.deps, [disa, disa])
		const browser = app.browser()
		expect(locationOf(await press(browser, linkTo(first, to), disa))).toBe(routes.me)
		expect(locationOf(await browser.get(linkTo(second, to)))).toBe(routes.me)
		const page = await (await browser.get(href(routes.signIn, {}, { to }))).text()
		expect(hiddenFields(page).to).toBe('')
		expect(page).not.toMatch(/href="[^"?]*evil/)
		const { code } = await ask(app, browser, 'disa@example.org', to)
		expect(app.mails.at(-1)?.text).not.toContain('evil')
		expect(locationOf(await browser.post(routes.signInCode, { code, to }))).toBe(routes.me)
		expect(locationOf(await browser.get(href(routes.language, {}, { to: 'en', back: to })))).toBe('/')
	},
)

test('the way to a page is kept from sign-in to code to page', async () => {
	const browser = app.browser()
	const refused = await browser.get('/me/profile')
	expect(locationOf(refused)).toBe('/sign-in?to=%2Fme%2Fprofile')
	const page = await (await browser.get(locationOf(refused) ?? '')).text()
	const { response, code, link } = await ask(app, browser, 'disa@example.org', hiddenFields(page).to)
	expect(locationOf(response)).toBe('/sign-in/code?to=%2Fme%2Fprofile')
	expect(link).toContain('?to=%2Fme%2Fprofile')
	const fields = hiddenFields(await (await browser.get(locationOf(response) ?? '')).text())
	expect(locationOf(await browser.post(routes.signInCode, { ...fields, code }))).toBe('/me/profile')
})

test('showing once more who one is renews the session and ends the one before', async () => {
	const browser = await signedIn(app, disa, world.clock.now - 20 * HOUR)
	const old = browser.cookies.get('__Host-session') ?? ''
	const page = await (await browser.get(href(routes.signIn, {}, { again: '1', to: '/me' }))).text()
	expect(page).toContain('Visa att det är du')
	expect(page).toContain('value="disa@example.org"')
	const { code } = await ask(app, browser)
	await browser.post(routes.signInCode, { code })
	const { rows } = await world.server.client.execute('SELECT authenticated_at FROM session')
	expect(rows.map((row) => row.authenticated_at)).toEqual([world.clock.now])
	const stale = app.browser()
	stale.cookies.set('__Host-session', old)
	expect(await isSignedIn(stale)).toBe(false)
})

test('signing out ends the session, also for whoever copied it', async () => {
	const browser = await signedIn(app, disa)
	const copy = app.browser()
	copy.cookies.set('__Host-session', browser.cookies.get('__Host-session') ?? '')
	const left = await browser.post(routes.signOut)
	expect(left.status).toBe(303)
	expect(left.headers.get('clear-site-data')).toBe('"cache"')
	expect(left.headers.getSetCookie()[0]).toMatch(/^__Host-session=; Path=\/; Max-Age=0;/)
	expect(await (await browser.get(locationOf(left) ?? '')).text()).toContain('Du är utloggad')
	expect(await isSignedIn(copy)).toBe(false)
	expect(await sessions(app)).toEqual([])
	expect((await app.browser().post(routes.signOut)).status).toBe(303)
})

test('a session ends after 30 days', async () => {
	const browser = await signedIn(app, disa)
	world.clock.now += 30 * DAY - 1
	expect(await isSignedIn(browser)).toBe(true)
	world.clock.now += 1
	expect(await isSignedIn(browser)).toBe(false)
})

test.each([
	['no origin at all', { origin: '' }],
	['an opaque origin', { origin: 'null' }],
	['another site', { origin: 'https://evil.example' }],
	['our name with another port', { origin: `${ORIGIN}:8443` }],
	['our name over http', { origin: ORIGIN.replace('https', 'http') }],
])('a form from %s is refused', async (_name, headers) => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = await signedIn(app, disa)
	for (const path of [routes.signIn, routes.signInCode, routes.signInCard, routes.signOut, linkTo(secret)]) {
		expect((await browser.post(path, { email: 'disa@example.org' }, headers)).status).toBe(403)
	}
	await app.settled()
	expect(app.mails).toEqual([])
	expect(await sessions(app)).toHaveLength(1)
})

test('a form without Origin or Sec-Fetch-Site is refused', async () => {
	const body = new URLSearchParams({ email: 'disa@example.org' })
	const send = (headers: Record<string, string>) =>
		app.fetch(new Request(ORIGIN + routes.signIn, { method: 'POST', body, headers }))
	expect((await send({})).status).toBe(403)
	expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
	expect((await send({ 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

test('a chosen language stays in the browser, and changes nothing else', async () => {
	const browser = app.browser()
	const chosen = await browser.get(href(routes.language, {}, { to: 'en', back: '/sign-in?to=%2Fme' }))
	expect(locationOf(chosen)).toBe('/sign-in?to=%2Fme')
	expect(await (await browser.get(routes.signIn)).text()).toContain('You need no password')
	await browser.get(href(routes.language, {}, { to: 'klingon' }))
	expect(await (await browser.get(routes.signIn)).text()).toContain('You need no password')
	await ask(app, browser)
	expect(app.mails.at(-1)?.subject).toBe('Sign in to Samsvar')
})

test('nothing that is logged names anybody, whether it goes well or not', async () => {
	const logs = (['debug', 'log', 'info', 'warn', 'error'] as const).map((level) =>
		vi.spyOn(console, level).mockImplementation(() => {}),
	)
	const browser = app.browser()
	const { link, code } = await ask(app, browser)
	await browser.post(routes.signInCode, { code: 'WRNG-CDES' })
	await press(app.browser(), link, disa)
	await browser.post(routes.signInCode, { code })
	const broken = testApp(world, async () => {
		throw new Refused('550 5.1.1 <disa@example.org>: no such user', '550', 'disa@example.org')
	})
	world.clock.now += 60_000
	await broken.browser().post(routes.signIn, { email: 'disa@example.org' })
	await broken.settled()
	const lines = logs.flatMap((log) => log.mock.calls.flat())
	for (const log of logs) log.mockRestore()
	expect(lines.map((line) => JSON.parse(line))).toEqual([
		{ event: 'backgroundFailed', error: 'Error', stack: expect.any(Array), code: '550' },
	])
	expect(lines.join()).not.toMatch(/disa|example/i)
})
