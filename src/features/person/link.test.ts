import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask, isSignedIn, linkTo, locationOf, press, sessions } from '#test/support/sign-in.ts'
import { createWorld, DAY, granted, HOUR, type World } from '#test/support/world.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

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

test('opening a link changes nothing, however often and by whatever opens it', async () => {
	const browser = app.browser()
	const { link } = await ask(app, browser)
	for (let time = 0; time < 3; time += 1) {
		const scanner = app.browser()
		expect((await scanner.get(link)).status).toBe(200)
		const head = await app.fetch(new Request(ORIGIN + link, { method: 'HEAD' }))
		expect(head.status).toBe(200)
		expect(await head.text()).toBe('')
	}
	expect(await sessions(app)).toEqual([])
	expect(locationOf(await press(browser, link, disa))).toBe(routes.me)
	expect(await sessions(app)).toEqual([{ person_id: disa }])
})

test('a scanner that posts what it found, without the browser it was shown in, gets nothing', async () => {
	const { link } = await ask(app, app.browser())
	const [seen, scanner] = [app.browser(), app.browser()]
	const page = await (await seen.get(link)).text()
	const fields = { ...hiddenFields(page), person: disa }
	const response = await scanner.post(link, fields)
	expect(response.status).toBe(403)
	expect(await response.text()).toContain('Tryck en gång till')
	expect((await scanner.post(link, { person: disa })).status).toBe(403)
	expect(await sessions(app)).toEqual([])
	// The page it was given says what to do, and works.
	const again = hiddenFields(await (await scanner.post(link, fields)).text())
	expect((await scanner.post(link, { ...again, person: disa })).status).toBe(303)
})

test('a proof for one link is none for another', async () => {
	const browser = app.browser()
	const first = await ask(app, browser)
	world.clock.now += MINUTE
	const second = await ask(app, browser)
	const fields = { ...hiddenFields(await (await browser.get(first.link)).text()), person: disa }
	expect((await browser.post(second.link, fields)).status).toBe(403)
	expect((await browser.post(first.link, fields)).status).toBe(303)
})

test('a link opened in another browser than the one that asked signs that one in, by its button', async () => {
	const [desktop, phone] = [app.browser(), app.browser()]
	const { link } = await ask(app, desktop)
	expect((await press(phone, link, disa)).status).toBe(303)
	expect(await isSignedIn(phone)).toBe(true)
	expect(await isSignedIn(desktop)).toBe(false)
})

test('link and code are used up together, once', async () => {
	const browser = app.browser()
	const { link, code } = await ask(app, browser)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(303)
	const thief = app.browser()
	expect((await thief.get(link)).status).toBe(410)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(422)
	expect(await sessions(app)).toHaveLength(1)
})

test('fifty who use a link at once make one session', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const browser = app.browser()
	const fields = { ...hiddenFields(await (await browser.get(linkTo(secret))).text()), person: disa }
	const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	const answers = await Promise.all(
		Array.from({ length: 50 }, () => app.browser().post(linkTo(secret), fields, { cookie })),
	)
	expect(await sessions(app)).toEqual([{ person_id: disa }])
	const made = answers.filter((answer) =>
		answer.headers.getSetCookie().some((line) => line.startsWith('__Host-session')),
	)
	expect(made).toHaveLength(1)
	expect(answers.every(({ status }) => status === 303)).toBe(true)
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
	expect(locationOf(await browser.get(linkTo(secret, '/nsph/statements/1/ballot?x=1')))).toBe(
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
	expect(locationOf(await browser.get(linkTo(secret, '/me/profile')))).toBe('/me/profile')
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
	expect(await sessions(app)).toEqual([{ person_id: disa }])
})

test('those who share an address choose who they are, by link and by code', async () => {
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: ['disa@example.org'] }))
	const bo = granted(await createPerson(world.deps, { name: 'Bo Utomstående', emails: ['bo@example.org'] }))
	const byLink = app.browser()
	const { link } = await ask(app, byLink)
	expect(app.mails).toHaveLength(1)
	const page = await (await byLink.get(link)).text()
	expect(page).toContain('Fortsätt som Disa Delegat')
	expect(page).toContain('Fortsätt som Elsa Annan')
	// Only one of those who have the address.
	await press(byLink, link, bo)
	expect(await sessions(app)).toEqual([])
	await press(byLink, link, elsa)
	expect(await sessions(app)).toEqual([{ person_id: elsa }])

	world.clock.now += MINUTE
	const byCode = app.browser()
	const { code } = await ask(app, byCode, 'disa@example.org', '/me/profile')
	const chooser = await byCode.post(routes.signInCode, { code, to: '/me/profile' })
	expect(locationOf(chooser)).toMatch(/^\/sign-in\/link\/[\w-]{43}\?to=%2Fme%2Fprofile$/)
	expect(await sessions(app)).toHaveLength(1)
	expect(locationOf(await press(byCode, locationOf(chooser) ?? '', disa))).toBe('/me/profile')
	expect(await sessions(app)).toHaveLength(2)
	expect((await byCode.post(routes.signInCode, { code })).status).toBe(422)
})

test('a personal link signs in nobody but its person, even one with the same address', async () => {
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: ['disa@example.org'] }))
	const [secret = ''] = await createLinks(world.deps, [disa])
	const page = await (await app.browser().get(linkTo(secret))).text()
	expect(page).not.toContain('Elsa')
	await press(app.browser(), linkTo(secret), elsa)
	expect(await sessions(app)).toEqual([])
})

test('an erased person gets in by nothing, and is signed out at once', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa])
	const asked = app.browser()
	const { link, code } = await ask(app, asked)
	const browser = await signedIn(app, disa)
	await erasePerson(world.deps, disa)
	expect(locationOf(await browser.get(routes.me))).toContain(routes.signIn)
	for (const path of [linkTo(secret), link]) expect((await app.browser().get(path)).status).toBe(410)
	expect((await asked.post(routes.signInCode, { code })).status).toBe(422)
	const before = app.mails.length
	await ask(app, app.browser())
	expect(app.mails).toHaveLength(before)
	expect(await sessions(app)).toEqual([])
})
