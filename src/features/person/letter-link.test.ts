import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask, isSignedIn, linkTo, locationOf, press, sessions } from '#test/support/sign-in.ts'
import { createWorld, DAY, granted, HOUR, type World } from '#test/support/world.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createLetterLinks, createLinks } from '#usecases/person/sign-in-links.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

const HERE = '192.0.2.1'
const EMAIL = 'disa@example.org'
const TO = '/me/profile'

let world: World
let app: TestApp
let disa: PersonId
let link: string

beforeEach(async () => {
	world = await createWorld()
	app = testApp(world)
	disa = granted(await createPerson(world.deps, { name: 'Disa Delegat', emails: [EMAIL] }))
	link = await letterTo(disa)
})
afterEach(() => world[Symbol.asyncDispose]())

async function letterTo(personId: PersonId, email = EMAIL): Promise<string> {
	const until = world.clock.now + 40 * DAY
	const [secret = ''] = await createLetterLinks(world.deps, [{ personId, email, until }])
	return linkTo(secret, TO)
}

const isOpen = async (browser: Browser, at = link) => {
	const response = await browser.get(at)
	return response.status === 200 && (await response.text()).includes('Fortsätt som Disa Delegat')
}

/** What the form on the page sends along unseen; nothing of a proof where it has none. */
async function shownFields(browser: Browser, at: string): Promise<Record<string, string>> {
	const page = await (await browser.get(at)).text()
	return page.includes('name="proof"') ? hiddenFields(page) : { to: TO }
}

/** Opens a link that no longer signs in, and presses for a new one. */
async function pressForMail(browser: Browser, at = link): Promise<Response> {
	const answer = await browser.post(new URL(at, ORIGIN).pathname, { ...(await shownFields(browser, at)), mail: '1' })
	await app.settled()
	return answer
}

/** Signs in by the link, and lets what asks for a fresh sign-in be too long ago. */
async function usedLink(browser: Browser): Promise<void> {
	expect(locationOf(await press(browser, link, disa))).toBe(TO)
	world.clock.now += 13 * HOUR
}

test('a letter’s link signs in again where its person has signed in, until what it is about is over', async () => {
	const browser = app.browser(HERE)
	await usedLink(browser)
	for (let time = 0; time < 3; time += 1) {
		for (const _twice of [1, 2]) expect(await isOpen(browser)).toBe(true)
		expect(locationOf(await press(browser, link, disa))).toBe(TO)
		expect(await sessions(app)).toHaveLength(1)
		world.clock.now += 10 * DAY
	}
	world.clock.now += 10 * DAY
	expect(await isOpen(app.browser(HERE))).toBe(false)
	browser.cookies.delete('__Host-session')
	expect(await isOpen(browser)).toBe(false)
	await press(browser, link, disa)
	expect(await isSignedIn(browser)).toBe(false)
})

test('signed in by the code elsewhere, she opens a used link there too', async () => {
	await usedLink(app.browser())
	const phone = app.browser()
	expect((await phone.get(link)).status).toBe(410)
	await phone.post(routes.signInCode, { code: (await ask(app, phone)).code })
	world.clock.now += 13 * HOUR
	expect(await isOpen(phone)).toBe(true)
})

test('in another browser a used link says so, and one press has a new one sent to where the letter went', async () => {
	await usedLink(app.browser())
	const phone = app.browser(HERE)
	const response = await phone.get(link)
	const page = await response.text()
	expect(response.status).toBe(410)
	expect(page).toContain('Länken är redan använd')
	expect(page).toContain('d…@e….org')
	for (const secret of ['Disa', EMAIL, 'example']) expect(page).not.toContain(secret)
	expect(app.mails).toEqual([])
	expect(locationOf(await pressForMail(phone))).toBe(`/sign-in/code?to=${encodeURIComponent(TO)}`)
	expect(app.mails.map(({ to }) => to)).toEqual([EMAIL])
	const waiting = await (await phone.get(routes.signInCode)).text()
	expect(waiting).toContain('d…@e….org')
	expect(waiting).not.toContain(EMAIL)
	const fresh = (/https:\S+/.exec(app.mails[0]?.text ?? '')?.[0] ?? '').replace(ORIGIN, '')
	expect(locationOf(await press(phone, fresh, disa))).toBe(TO)
	// From now on the letter’s own link works here too.
	world.clock.now += 13 * HOUR
	expect(await isOpen(phone)).toBe(true)
})

test('the code in that mail is good in the browser that pressed, and only there', async () => {
	await usedLink(app.browser())
	const phone = app.browser()
	await pressForMail(phone)
	const code = /(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])/.exec(app.mails[0]?.text ?? '')?.[0] ?? ''
	expect((await app.browser().post(routes.signInCode, { code })).status).toBe(422)
	expect((await phone.post(routes.signInCode, { code })).status).toBe(303)
	expect(await isSignedIn(phone)).toBe(true)
})

test('a link that is too old has a new one sent as well, until it is forgotten to whom the letter went', async () => {
	world.clock.now += 40 * DAY
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
	const page = await (await app.browser().get(link)).text()
	expect(page).toContain('Länken är för gammal')
	await press(app.browser(), link, disa)
	expect(await sessions(app)).toEqual([])
	await pressForMail(app.browser())
	expect(app.mails).toHaveLength(1)
	world.clock.now += 140 * DAY
	expect(await (await app.browser().get(link)).text()).toContain('Den här länken gäller inte längre')
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
	expect(await allRows(world.server.client, 'SELECT id FROM sign_in')).toEqual([])
})

test('mails that are pressed for are as few as those that are asked for, and the answers are alike', async () => {
	await usedLink(app.browser())
	const answers: unknown[] = []
	for (let time = 0; time < 30; time += 1) answers.push(locationOf(await pressForMail(app.browser(HERE))))
	expect(new Set(answers)).toEqual(new Set([`/sign-in/code?to=${encodeURIComponent(TO)}`]))
	expect(app.mails).toHaveLength(1)
	const refused = await pressForMail(app.browser(HERE))
	expect(refused.status).toBe(429)
	expect(await refused.text()).toContain('Vänta 15 minuter')
	expect((await app.browser(HERE).post(routes.signIn, { email: EMAIL })).status).toBe(429)
})

test('pressed from a browser that was not shown the page, no mail goes and nobody is signed in', async () => {
	const seen = app.browser()
	await usedLink(seen)
	const shown = hiddenFields(await (await app.browser().get(link)).text())
	const scanner = app.browser()
	const path = new URL(link, ORIGIN).pathname
	for (const fields of [{ mail: '1' }, { ...shown, mail: '1' }, { ...shown, person: disa }]) {
		expect((await scanner.post(path, fields)).status).toBe(410)
	}
	await app.settled()
	expect(app.mails).toEqual([])
	// Shown where she has signed in, and pressed elsewhere.
	seen.cookies.delete('__Host-session')
	const again = hiddenFields(await (await seen.get(link)).text())
	expect((await scanner.post(path, { ...again, person: disa })).status).toBe(410)
	expect(await sessions(app)).toHaveLength(1)
})

test('of two who press an unused link at once one is signed in, and the other is shown how to get a new one', async () => {
	const both = [app.browser(), app.browser()]
	const answers = await Promise.all(both.map((browser) => press(browser, link, disa)))
	expect(await sessions(app)).toEqual([{ person_id: disa }])
	expect(answers.map(locationOf).toSorted()).toEqual([TO, link].toSorted())
	const late = both[answers.findIndex((answer) => locationOf(answer) === link)] ?? app.browser()
	expect(await (await late.get(link)).text()).toContain('Skicka en ny länk')
})

test('two presses at once where she has signed in leave one session', async () => {
	const browser = app.browser()
	await usedLink(browser)
	await Promise.all([press(browser, link, disa), press(browser, link, disa)])
	expect(await isSignedIn(browser)).toBe(true)
	expect((await sessions(app)).length).toBeLessThanOrEqual(2)
})

test('who signs out of a browser, or leaves it to another, leaves no link behind that signs in there', async () => {
	const bo = granted(await createPerson(world.deps, { name: 'Bo Annan', emails: ['bo@example.org'] }))
	for (const leave of [
		(browser: Browser) => browser.post(routes.signOut),
		async (browser: Browser) => press(browser, await letterTo(bo, 'bo@example.org'), bo),
	]) {
		link = await letterTo(disa)
		const browser = app.browser()
		await usedLink(browser)
		await leave(browser)
		browser.cookies.delete('__Host-session')
		expect((await browser.get(link)).status).toBe(410)
		// Until she signs in there again.
		await press(browser, await letterTo(disa), disa)
		world.clock.now += 13 * HOUR
		expect(await isOpen(browser)).toBe(true)
	}
})

test('who ends sessions makes used links useless everywhere, and a new link still comes for a press', async () => {
	const lent = app.browser()
	await usedLink(lent)
	const own = await signedIn(app, disa)
	expect((await own.post(routes.sessions)).status).toBe(303)
	expect(await isSignedIn(lent)).toBe(false)
	expect((await lent.get(link)).status).toBe(410)
	await press(lent, link, disa)
	expect(await isSignedIn(lent)).toBe(false)
	await pressForMail(lent)
	expect(app.mails.map(({ to }) => to)).toEqual([EMAIL])
})

test('a link signs in nowhere that its person was not for a month', async () => {
	const browser = app.browser()
	await usedLink(browser)
	world.clock.now += 29 * DAY
	browser.cookies.delete('__Host-session')
	expect(await isOpen(browser)).toBe(true)
	world.clock.now += DAY
	expect((await browser.get(link)).status).toBe(410)
})

test('a link that was asked for, or that the operator made, is good once, in her own browser too', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa], { by: 'operator' })
	const browser = app.browser()
	for (const once of [(await ask(app, browser)).link, linkTo(secret)]) {
		await press(browser, once, disa)
		browser.cookies.delete('__Host-session')
		const page = await (await browser.get(once)).text()
		expect(page).toContain('Logga in på nytt')
		await press(browser, link, disa)
		expect(await isSignedIn(browser)).toBe(true)
		browser.cookies.delete('__Host-session')
	}
})

test('no link leads to an address that is no longer hers, and none of an erased person to anything', async () => {
	await usedLink(app.browser())
	await world.db.write([{ sql: "UPDATE address SET email = 'ny@example.org' WHERE person_id = ?", args: [disa] }])
	const page = await (await app.browser().get(link)).text()
	expect(page).toContain('Logga in på nytt')
	expect(page).not.toContain('…@')
	await pressForMail(app.browser())
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: ['elsa@example.org'] }))
	const hers = await letterTo(elsa, 'elsa@example.org')
	await erasePerson(world.deps, elsa)
	expect((await app.browser().get(hers)).status).toBe(410)
	await pressForMail(app.browser(), hers)
	expect(app.mails).toEqual([])
})

test('who shares an address keeps their links when another with it is erased', async () => {
	const elsa = granted(await createPerson(world.deps, { name: 'Elsa Annan', emails: [EMAIL] }))
	await erasePerson(world.deps, elsa)
	expect(await isOpen(app.browser())).toBe(true)
})
