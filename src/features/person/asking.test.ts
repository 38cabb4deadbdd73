import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { type Browser, type TestApp, testApp } from '#test/support/app.ts'
import { ask, isSignedIn, linkTo, locationOf, sessions } from '#test/support/sign-in.ts'
import { createWorld, granted, type World } from '#test/support/world.ts'
import { createPerson } from '#usecases/person/people.ts'

let world: World
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createWorld()
	app = testApp(world)
	disa = granted(await createPerson(world.deps, { name: 'Disa Delegat', emails: ['Disa@Example.org'] }))
})
afterEach(() => world[Symbol.asyncDispose]())

const MINUTE = 60_000

test('one mail brings a link and a code, and the code signs in the browser that asked', async () => {
	const browser = app.browser()
	const { response, code } = await ask(app, browser, ' DISA@example.org ')
	expect(response.status).toBe(303)
	expect(locationOf(response)).toBe(routes.signInCode)
	expect(app.mails).toHaveLength(1)
	expect(app.mails[0]).toMatchObject({ to: 'disa@example.org', subject: 'Logga in på Samsvar' })
	expect(await (await browser.get(routes.signInCode)).text()).toContain('disa@example.org')

	const entered = await browser.post(routes.signInCode, { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
	expect(locationOf(entered)).toBe(routes.me)
	expect(await sessions(app)).toEqual([{ person_id: disa }])
	expect(await isSignedIn(browser)).toBe(true)
})

test('the session cookie is for this host, hidden from scripts, and lasts 30 days', async () => {
	const browser = app.browser()
	const { code } = await ask(app, browser)
	const entered = await browser.post(routes.signInCode, { code })
	const cookies = entered.headers.getSetCookie()
	expect(cookies[0]).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$/)
	expect(cookies[1]).toMatch(/^__Host-known=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; Secure; SameSite=Lax$/)
	expect(cookies[2]).toMatch(/^__Host-sign-in=; Path=\/; Max-Age=0; HttpOnly; Secure; SameSite=Lax$/)
	expect(entered.headers.get('cache-control') ?? 'no-store').toContain('no-store')
})

test('no secret is stored as it is', async () => {
	const browser = app.browser()
	const { code, link } = await ask(app, browser)
	await browser.post(routes.signInCode, { code })
	const dump = JSON.stringify([
		(await world.server.client.execute('SELECT * FROM sign_in')).rows.map((row) => ({ ...row })),
		(await world.server.client.execute('SELECT * FROM session')).rows.map((row) => ({ ...row })),
	])
	for (const secret of [
		code,
		code.replace('-', ''),
		link.split('/').at(-1) ?? '-',
		browser.cookies.get('__Host-session'),
	]) {
		expect(dump).not.toContain(secret)
	}
})

test('an unknown address gets the same answer and no mail', async () => {
	const [known, stranger] = [app.browser(), app.browser()]
	const one = await known.post(routes.signIn, { email: 'disa@example.org' })
	const other = await stranger.post(routes.signIn, { email: 'okand@example.org' })
	await app.settled()
	expect(app.mails.map(({ to }) => to)).toEqual(['disa@example.org'])
	const shape = (response: Response) => [
		response.status,
		locationOf(response),
		response.headers.getSetCookie().map((line) => line.replace(/=[\w-]{43};/, '=*;')),
	]
	expect(shape(other)).toEqual(shape(one))
	const page = async (browser: Browser) => (await (await browser.get(routes.signInCode)).text()).replaceAll(/\w+@/g, '')
	expect(await page(stranger)).toBe(await page(known))
	// The same number of guesses, and the same words about them.
	const wrong = async (browser: Browser) => {
		const response = await browser.post(routes.signInCode, { code: 'AAAA-AAAA' })
		return [response.status, /Du kan försöka [^.]*/.exec(await response.text())?.[0]]
	}
	expect(await wrong(stranger)).toEqual(await wrong(known))
	expect(await wrong(stranger)).toEqual([422, 'Du kan försöka 3 gånger till'])
})

test.each(['', 'disa', 'disa@', '@example.org', 'disa@example', 'a b@example.org', `${'a'.repeat(300)}@example.org`])(
	'%j is no address: the form says so and keeps it',
	async (email) => {
		const response = await app.browser().post(routes.signIn, { email })
		const page = await response.text()
		expect(response.status).toBe(422)
		expect(page).toContain('e-postadressen')
		expect(page).toContain(`value="${email}"`)
		expect(await sessions(app)).toEqual([])
	},
)

test('an address gets a mail a minute, two in five minutes, and whoever asks is answered as always', async () => {
	const mailsBy: number[] = []
	for (let second = 0; second < 600; second += 30) {
		const { response } = await ask(app, app.browser(`192.0.2.${second / 30}`), 'DISA@example.org')
		expect([response.status, locationOf(response)]).toEqual([303, routes.signInCode])
		mailsBy.push(app.mails.length)
		world.clock.now += MINUTE / 2
	}
	expect(mailsBy).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4])
})

test('fifty requests for one address at once bring one mail', async () => {
	const answers = await Promise.all(
		Array.from({ length: 50 }, (_, index) =>
			app.browser(`192.0.2.${index}`).post(routes.signIn, { email: 'disa@example.org' }),
		),
	)
	await app.settled()
	expect(answers.filter(({ status }) => status === 303)).toHaveLength(50)
	expect(app.mails).toHaveLength(1)
})

test('who asks when a mail has just gone signs in by its code, and only who asked for that address', async () => {
	const [first, second, other] = [app.browser(), app.browser(), app.browser()]
	const { code } = await ask(app, first)
	expect((await ask(app, second)).code).toBe('')
	await ask(app, other, 'okand@example.org')
	expect((await other.post(routes.signInCode, { code })).status).toBe(422)
	expect((await second.post(routes.signInCode, { code })).status).toBe(303)
	expect(await isSignedIn(second)).toBe(true)
	// Whoever asked first is not told that it was used.
	const page = await (await first.post(routes.signInCode, { code })).text()
	expect(page).toContain('Koden stämmer inte')
	expect(await sessions(app)).toHaveLength(1)
})

test('a code works in the browser that asked and in no other', async () => {
	const { code } = await ask(app, app.browser())
	const other = app.browser()
	expect((await other.post(routes.signInCode, { code })).status).toBe(422)
	await ask(app, other, 'okand@example.org')
	expect((await other.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions(app)).toEqual([])
})

test('five wrong codes and the right one is refused too', async () => {
	const browser = app.browser()
	const { code } = await ask(app, browser)
	for (let time = 0; time < 5; time += 1) {
		expect((await browser.post(routes.signInCode, { code: 'WRNG-CDES' })).status).toBe(422)
	}
	const response = await browser.post(routes.signInCode, { code })
	expect(response.status).toBe(422)
	expect(await response.text()).toContain('gäller den inte längre')
	expect(await sessions(app)).toEqual([])
})

test('of a hundred codes at once, five are looked at', async () => {
	const browser = app.browser()
	const { code } = await ask(app, browser)
	const guesses = Array.from({ length: 100 }, () => browser.post(routes.signInCode, { code: 'WRNG-CDES' }))
	await Promise.all(guesses)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions(app)).toEqual([])
})

test('the code of an earlier mail still works when another was asked for meanwhile', async () => {
	const browser = app.browser()
	const first = await ask(app, browser)
	world.clock.now += MINUTE
	expect((await ask(app, browser)).code).not.toBe('')
	expect((await browser.post(routes.signInCode, { code: first.code })).status).toBe(303)
})

test('fifty who use a code at once make one session', async () => {
	const browser = app.browser()
	const { code } = await ask(app, browser)
	await Promise.all(Array.from({ length: 50 }, () => browser.post(routes.signInCode, { code })))
	expect((await sessions(app)).length).toBeLessThanOrEqual(1)
})

test('what is too old is refused, and leads to a new link that goes to the same page', async () => {
	const browser = app.browser()
	const { link, code } = await ask(app, browser, 'disa@example.org', '/me/profile')
	world.clock.now += 10 * MINUTE
	const gone = await browser.get(link)
	expect(gone.status).toBe(410)
	expect(await gone.text()).toContain('/sign-in?to=%2Fme%2Fprofile')
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect((await browser.get(linkTo('never-was'))).status).toBe(410)
	expect(await sessions(app)).toEqual([])
})
