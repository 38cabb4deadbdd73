import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PersonId } from '#domain/id.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { createWorld, DAY, granted, HOUR, type World } from '#test/support/world.ts'
import { erasePerson } from '#usecases/erase-person.ts'
import { createPerson } from '#usecases/people.ts'
import { createLinks } from '#usecases/sign-in-links.ts'

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
const location = (response: Response) => response.headers.get('location')
const linkTo = (secret: string, to?: string) => href(routes.signInLink, { secret }, { to })

async function sessions(): Promise<{ person_id: unknown }[]> {
	return (await world.server.client.execute('SELECT person_id FROM session')).rows.map((row) => ({
		person_id: row.person_id,
	}))
}

/** Asks for a mail and gives the link's path and the code in it. */
async function ask(browser: Browser, email = 'disa@example.org', to = '') {
	const before = app.mails.length
	const response = await browser.post(routes.signIn, { email, to })
	await app.settled()
	const text = app.mails[before]?.text ?? ''
	return {
		response,
		link: (/https:\S+/.exec(text)?.[0] ?? '').replace(ORIGIN, ''),
		code: /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text)?.[0] ?? '',
	}
}

/** Opens a link and presses the button on it for a person. */
async function press(browser: Browser, link: string, person: PersonId): Promise<Response> {
	const page = await (await browser.get(link)).text()
	return browser.post(new URL(link, ORIGIN).pathname, { ...hiddenFields(page), person })
}

async function isSignedIn(browser: Browser, name = 'Disa Delegat'): Promise<boolean> {
	return (await (await browser.get(routes.signIn)).text()).includes(name)
}

test('one mail brings a link and a code, and the code signs in the browser that asked', async () => {
	const browser = app.browser()
	const { response, code } = await ask(browser, ' DISA@example.org ')
	expect(response.status).toBe(303)
	expect(location(response)).toBe(routes.signInCode)
	expect(app.mails).toHaveLength(1)
	expect(app.mails[0]).toMatchObject({ to: 'disa@example.org', subject: 'Logga in på Samsvar' })
	expect(await (await browser.get(routes.signInCode)).text()).toContain('disa@example.org')

	const entered = await browser.post(routes.signInCode, { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
	expect(location(entered)).toBe(routes.me)
	expect(await sessions()).toEqual([{ person_id: disa }])
	expect(await isSignedIn(browser)).toBe(true)
})

test('the session cookie is for this host, hidden from scripts, and lasts 30 days', async () => {
	const browser = app.browser()
	const { code } = await ask(browser)
	const entered = await browser.post(routes.signInCode, { code })
	const cookies = entered.headers.getSetCookie()
	expect(cookies[0]).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax$/)
	expect(cookies[1]).toMatch(/^__Host-sign-in=; Path=\/; Max-Age=0; HttpOnly; Secure; SameSite=Lax$/)
	expect(entered.headers.get('cache-control') ?? 'no-store').toContain('no-store')
})

test('no secret is stored as it is', async () => {
	const browser = app.browser()
	const { code, link } = await ask(browser)
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
		location(response),
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
		expect(await sessions()).toEqual([])
	},
)

test('an address gets five mails in a quarter of an hour, and is told how long to wait', async () => {
	for (let time = 0; time < 5; time += 1) expect((await ask(app.browser())).response.status).toBe(303)
	world.clock.now += 5 * MINUTE
	const { response } = await ask(app.browser(), 'DISA@example.org')
	expect(response.status).toBe(429)
	expect(await response.text()).toContain('Vänta 10 minuter')
	expect(app.mails).toHaveLength(5)
	world.clock.now += 10 * MINUTE
	expect((await ask(app.browser())).response.status).toBe(303)
})

test('fifty requests for one address at once bring five mails', async () => {
	const answers = await Promise.all(
		Array.from({ length: 50 }, () => app.browser().post(routes.signIn, { email: 'disa@example.org' })),
	)
	await app.settled()
	expect(answers.filter(({ status }) => status === 303)).toHaveLength(5)
	expect(app.mails).toHaveLength(5)
})

test('all addresses together get a number of mails', async () => {
	await ask(app.browser(), 'okand@example.org')
	await world.server.client.execute('UPDATE rate_limit SET count = 300')
	const { response } = await ask(app.browser())
	expect(response.status).toBe(429)
})

test('opening a link changes nothing, however often and by whatever opens it', async () => {
	const browser = app.browser()
	const { link } = await ask(browser)
	for (let time = 0; time < 3; time += 1) {
		const scanner = app.browser()
		expect((await scanner.get(link)).status).toBe(200)
		const head = await app.fetch(new Request(ORIGIN + link, { method: 'HEAD' }))
		expect(head.status).toBe(200)
		expect(await head.text()).toBe('')
	}
	expect(await sessions()).toEqual([])
	expect(location(await press(browser, link, disa))).toBe(routes.me)
	expect(await sessions()).toEqual([{ person_id: disa }])
})

test('a scanner that posts what it found, without the browser it was shown in, gets nothing', async () => {
	const { link } = await ask(app.browser())
	const [seen, scanner] = [app.browser(), app.browser()]
	const page = await (await seen.get(link)).text()
	const fields = { ...hiddenFields(page), person: disa }
	const response = await scanner.post(link, fields)
	expect(response.status).toBe(403)
	expect(await response.text()).toContain('Tryck en gång till')
	expect((await scanner.post(link, { person: disa })).status).toBe(403)
	expect(await sessions()).toEqual([])
	// The page it was given says what to do, and works.
	const again = hiddenFields(await (await scanner.post(link, fields)).text())
	expect((await scanner.post(link, { ...again, person: disa })).status).toBe(303)
})

test('a proof for one link is none for another', async () => {
	const browser = app.browser()
	const [first, second] = [await ask(browser), await ask(browser)]
	const fields = { ...hiddenFields(await (await browser.get(first.link)).text()), person: disa }
	expect((await browser.post(second.link, fields)).status).toBe(403)
	expect((await browser.post(first.link, fields)).status).toBe(303)
})

test('a link opened in another browser than the one that asked signs that one in, by its button', async () => {
	const [desktop, phone] = [app.browser(), app.browser()]
	const { link } = await ask(desktop)
	expect((await press(phone, link, disa)).status).toBe(303)
	expect(await isSignedIn(phone)).toBe(true)
	expect(await isSignedIn(desktop)).toBe(false)
})

test('a code works in the browser that asked and in no other', async () => {
	const { code } = await ask(app.browser())
	const other = app.browser()
	expect((await other.post(routes.signInCode, { code })).status).toBe(422)
	await ask(other, 'okand@example.org')
	expect((await other.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions()).toEqual([])
})

test('five wrong codes and the right one is refused too', async () => {
	const browser = app.browser()
	const { code } = await ask(browser)
	for (let time = 0; time < 5; time += 1) {
		expect((await browser.post(routes.signInCode, { code: 'WRNG-CDES' })).status).toBe(422)
	}
	const response = await browser.post(routes.signInCode, { code })
	expect(response.status).toBe(422)
	expect(await response.text()).toContain('gäller den inte längre')
	expect(await sessions()).toEqual([])
})

test('of a hundred codes at once, five are looked at', async () => {
	const browser = app.browser()
	const { code } = await ask(browser)
	const guesses = Array.from({ length: 100 }, () => browser.post(routes.signInCode, { code: 'WRNG-CDES' }))
	await Promise.all(guesses)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions()).toEqual([])
})

test('the code of an earlier mail still works when another was asked for meanwhile', async () => {
	const browser = app.browser()
	const first = await ask(browser)
	await ask(browser)
	expect((await browser.post(routes.signInCode, { code: first.code })).status).toBe(303)
})

test('link and code are used up together, once', async () => {
	const browser = app.browser()
	const { link, code } = await ask(browser)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(303)
	const thief = app.browser()
	expect((await thief.get(link)).status).toBe(410)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions()).toHaveLength(1)
})

test('fifty who use a link at once make one session', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = app.browser()
	const fields = { ...hiddenFields(await (await browser.get(linkTo(secret))).text()), person: disa }
	const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	const answers = await Promise.all(
		Array.from({ length: 50 }, () => app.browser().post(linkTo(secret), fields, { cookie })),
	)
	expect(await sessions()).toEqual([{ person_id: disa }])
	const made = answers.filter((answer) =>
		answer.headers.getSetCookie().some((line) => line.startsWith('__Host-session')),
	)
	expect(made).toHaveLength(1)
	expect(answers.every(({ status }) => status === 303)).toBe(true)
})

test('fifty who use a code at once make one session', async () => {
	const browser = app.browser()
	const { code } = await ask(browser)
	await Promise.all(Array.from({ length: 50 }, () => browser.post(routes.signInCode, { code })))
	expect((await sessions()).length).toBeLessThanOrEqual(1)
})

test('what is too old is refused, and leads to a new link that goes to the same page', async () => {
	const browser = app.browser()
	const { link, code } = await ask(browser, 'disa@example.org', '/me/profile')
	world.clock.now += 31 * MINUTE
	const gone = await browser.get(link)
	expect(gone.status).toBe(410)
	expect(await gone.text()).toContain('/sign-in?to=%2Fme%2Fprofile')
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect((await browser.get(linkTo('never-was'))).status).toBe(410)
	expect(await sessions()).toEqual([])
})

test('a personal link is good for a week', async () => {
	const [first = '', second = ''] = await createLinks(world.deps, [disa, disa])
	world.clock.now += 7 * DAY - MINUTE
	expect((await press(app.browser(), linkTo(first), disa)).status).toBe(303)
	world.clock.now += MINUTE
	expect((await app.browser().get(linkTo(second))).status).toBe(410)
})

test('who is signed in as the person a link is for goes straight on, and nothing is used up', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = await signedIn(app, disa)
	expect(location(await browser.get(linkTo(secret, '/nsph/statements/1/ballot?x=1')))).toBe(
		'/nsph/statements/1/ballot?x=1',
	)
	expect((await app.browser().get(linkTo(secret))).status).toBe(200)
})

test('who signed in long ago presses once, and is then fresh enough to sign off', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = await signedIn(app, disa, world.clock.now - 13 * HOUR)
	expect((await browser.get(linkTo(secret, '/me'))).status).toBe(200)
	expect((await press(browser, linkTo(secret, '/me'), disa)).status).toBe(303)
	const { rows } = await world.server.client.execute('SELECT authenticated_at FROM session')
	expect(rows.map((row) => row.authenticated_at)).toEqual([world.clock.now])
})

test('a used link still leads those who are signed in to the page', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = app.browser()
	await press(browser, linkTo(secret, '/me/profile'), disa)
	expect(location(await browser.get(linkTo(secret, '/me/profile')))).toBe('/me/profile')
	expect((await app.browser().get(linkTo(secret, '/me/profile'))).status).toBe(410)
})

test('somebody else’s link asks before it takes the place of who is signed in', async () => {
	const bo = granted(await createPerson(world.deps, { name: 'Bo Annan', emails: [] }))
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = await signedIn(app, bo)
	const page = await (await browser.get(linkTo(secret))).text()
	expect(page).toContain('Fortsätt som Disa Delegat')
	expect(page).toContain('Nu är Bo Annan inloggad här')
	await press(browser, linkTo(secret), disa)
	expect(await sessions()).toEqual([{ person_id: disa }])
})

test('those who share an address choose who they are, by link and by code', async () => {
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: ['disa@example.org'] }))
	const bo = granted(await createPerson(world.deps, { name: 'Bo Utomstående', emails: ['bo@example.org'] }))
	const byLink = app.browser()
	const { link } = await ask(byLink)
	expect(app.mails).toHaveLength(1)
	const page = await (await byLink.get(link)).text()
	expect(page).toContain('Fortsätt som Disa Delegat')
	expect(page).toContain('Fortsätt som Elsa Annan')
	// Only one of those who have the address.
	await press(byLink, link, bo)
	expect(await sessions()).toEqual([])
	await press(byLink, link, elsa)
	expect(await sessions()).toEqual([{ person_id: elsa }])

	const byCode = app.browser()
	const { code } = await ask(byCode, 'disa@example.org', '/me/profile')
	const chooser = await byCode.post(routes.signInCode, { code, to: '/me/profile' })
	expect(location(chooser)).toMatch(/^\/sign-in\/link\/[\w-]{43}\?to=%2Fme%2Fprofile$/)
	expect(await sessions()).toHaveLength(1)
	expect(location(await press(byCode, location(chooser) ?? '', disa))).toBe('/me/profile')
	expect(await sessions()).toHaveLength(2)
	expect((await byCode.post(routes.signInCode, { code })).status).toBe(422)
})

test('a personal link signs in nobody but its person, even one with the same address', async () => {
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: ['disa@example.org'] }))
	const [secret = ''] = await createLinks(world.deps, [disa])
	const page = await (await app.browser().get(linkTo(secret))).text()
	expect(page).not.toContain('Elsa')
	await press(app.browser(), linkTo(secret), elsa)
	expect(await sessions()).toEqual([])
})

test('an erased person gets in by nothing, and is signed out at once', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const asked = app.browser()
	const { link, code } = await ask(asked)
	const browser = await signedIn(app, disa)
	await erasePerson(world.deps, disa)
	expect(location(await browser.get(routes.me))).toContain(routes.signIn)
	for (const path of [linkTo(secret), link]) expect((await app.browser().get(path)).status).toBe(410)
	expect((await asked.post(routes.signInCode, { code })).status).toBe(422)
	const before = app.mails.length
	await ask(app.browser())
	expect(app.mails).toHaveLength(before)
	expect(await sessions()).toEqual([])
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/..//evil.example', '/\t/evil.example'])(
	'%j is nowhere to be sent to',
	async (to) => {
		const [first = '', second = ''] = await createLinks(world.deps, [disa, disa])
		const browser = app.browser()
		expect(location(await press(browser, linkTo(first, to), disa))).toBe(routes.me)
		expect(location(await browser.get(linkTo(second, to)))).toBe(routes.me)
		const page = await (await browser.get(href(routes.signIn, {}, { to }))).text()
		expect(hiddenFields(page).to).toBe('')
		expect(page).not.toMatch(/href="[^"?]*evil/)
		const { code } = await ask(browser, 'disa@example.org', to)
		expect(app.mails.at(-1)?.text).not.toContain('evil')
		expect(location(await browser.post(routes.signInCode, { code, to }))).toBe(routes.me)
		expect(location(await browser.get(href(routes.language, {}, { to: 'en', back: to })))).toBe('/')
	},
)

test('the way to a page is kept from sign-in to code to page', async () => {
	const browser = app.browser()
	const refused = await browser.get('/me/profile')
	expect(location(refused)).toBe('/sign-in?to=%2Fme%2Fprofile')
	const page = await (await browser.get(location(refused) ?? '')).text()
	const { response, code, link } = await ask(browser, 'disa@example.org', hiddenFields(page).to)
	expect(location(response)).toBe('/sign-in/code?to=%2Fme%2Fprofile')
	expect(link).toContain('?to=%2Fme%2Fprofile')
	const fields = hiddenFields(await (await browser.get(location(response) ?? '')).text())
	expect(location(await browser.post(routes.signInCode, { ...fields, code }))).toBe('/me/profile')
})

test('showing once more who one is renews the session and ends the one before', async () => {
	const browser = await signedIn(app, disa, world.clock.now - 20 * HOUR)
	const old = browser.cookies.get('__Host-session') ?? ''
	const page = await (await browser.get(href(routes.signIn, {}, { again: '1', to: '/me' }))).text()
	expect(page).toContain('Visa att det är du')
	expect(page).toContain('value="disa@example.org"')
	const { code } = await ask(browser)
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
	expect(left.headers.getSetCookie()[0]).toMatch(/^__Host-session=; Path=\/; Max-Age=0;/)
	expect(await (await browser.get(location(left) ?? '')).text()).toContain('Du är utloggad')
	expect(await isSignedIn(copy)).toBe(false)
	expect(await sessions()).toEqual([])
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
	expect(await sessions()).toHaveLength(1)
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
	expect(location(chosen)).toBe('/sign-in?to=%2Fme')
	expect(await (await browser.get(routes.signIn)).text()).toContain('You need no password')
	await browser.get(href(routes.language, {}, { to: 'klingon' }))
	expect(await (await browser.get(routes.signIn)).text()).toContain('You need no password')
	await ask(browser)
	expect(app.mails.at(-1)?.subject).toBe('Sign in to Samsvar')
})

test('nothing that is logged names anybody, whether it goes well or not', async () => {
	const logs = (['debug', 'log', 'info', 'warn', 'error'] as const).map((level) =>
		vi.spyOn(console, level).mockImplementation(() => {}),
	)
	const browser = app.browser()
	const { link, code } = await ask(browser)
	await browser.post(routes.signInCode, { code: 'WRNG-CDES' })
	await press(app.browser(), link, disa)
	await browser.post(routes.signInCode, { code })
	const broken = testApp(world, async () => {
		throw new Error('the mail server answered 550 to RCPT')
	})
	await broken.browser().post(routes.signIn, { email: 'disa@example.org' })
	await broken.settled()
	const lines = logs.flatMap((log) => log.mock.calls.flat())
	for (const log of logs) log.mockRestore()
	expect(lines).toEqual(['Error: the mail server answered 550 to RCPT'])
})
