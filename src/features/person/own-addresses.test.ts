import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { addressesOn, sessionOf } from '#test/support/addresses.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask } from '#test/support/sign-in.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld } from '#test/support/world.ts'

const HERS = 'attention@example.org'
const NEW = 'disa.ny@example.org'

let world: CoalitionWorld
let app: TestApp
let on: ReturnType<typeof addressesOn>
let disa: PersonId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	app = testApp(world)
	on = addressesOn(world)
	disa = world.members[0]?.delegate as PersonId
	await on.jobs(async () => {})
})
afterEach(() => world[Symbol.asyncDispose]())

async function byMail(email = HERS): Promise<Browser> {
	const browser = app.browser()
	const { code } = await ask(app, browser, email)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(303)
	return browser
}

/** The path of the link in the last mail to an address. */
async function linkTo(email: string): Promise<string> {
	await on.jobs()
	const mails = on.mails.concat(app.mails).filter(({ to, subject }) => to === email && subject.includes('Är det din'))
	return (/https:\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '').replace(ORIGIN, '')
}

/** Opens a link and presses what is on it. */
async function press(browser: Browser, link: string): Promise<Response> {
	const page = await (await browser.get(link)).text()
	return browser.post(link, hiddenFields(page, link))
}

test('she adds an address: it is hers when she opens its link signed in, and the old one is told', async () => {
	const browser = await byMail()
	const asked = await browser.post(routes.ownAddresses, { email: ` ${NEW.toUpperCase()} ` })
	expect(asked.headers.get('location')).toBe(href(routes.ownAddresses, {}, { done: 'asked' }))
	await app.settled()
	const link = await linkTo(NEW)
	expect(await on.emails(disa)).toEqual([HERS])
	const stranger = app.browser()
	expect(await (await stranger.get(link)).text()).toContain('Logga in först')
	const nonce = await stranger.get(link)
	expect(nonce.status).toBe(200)
	await stranger.post(link, { proof: '' })
	expect(await on.emails(disa)).toEqual([HERS])
	const done = await press(browser, link)
	expect(await (await browser.get(done.headers.get('location') ?? '')).text()).toContain('Nu kan du logga in med den')
	expect(await on.emails(disa)).toEqual([HERS, NEW])
	await on.jobs()
	expect([...on.mails, ...app.mails].filter(({ to }) => to === HERS).map(({ subject }) => subject)).toContain(
		'En ny e-postadress i Samsvar',
	)
	expect((await press(browser, link).catch(() => null))?.status ?? 'no form').toBe('no form')
	await byMail(NEW)
})

test('a stranger with the link, who is signed in as somebody else, confirms nothing of hers', async () => {
	const browser = await byMail()
	await browser.post(routes.ownAddresses, { email: NEW })
	await app.settled()
	const link = await linkTo(NEW)
	const other = await byMail('anbo@example.org')
	expect(await (await other.get(link)).text()).not.toContain('<button type="submit" class="button primary">Bekräfta')
	const own = await browser.get(link)
	const { proof = '' } = hiddenFields(await own.text(), link)
	await other.post(link, { proof })
	const [change] = await allRows(world.server.client, 'SELECT id FROM address_change')
	const id = String(change?.id)
	expect(codeOf(await on.confirm(id))).toBe('signInRequired')
	const his = await sessionOf(world, world.members[1]?.delegate as PersonId)
	expect(codeOf(await on.confirm(id, his))).toBe('signInRequired')
	expect(await on.emails(disa)).toEqual([HERS])
})

test('she removes one of two, and not the last without a card', async () => {
	const browser = await byMail()
	const last = await browser.post(routes.ownAddressRemovals, { email: HERS })
	expect(last.status).toBe(409)
	expect(await last.text()).toContain('Utan den adressen kan du inte logga in')
	await world.db.write([
		{ sql: 'INSERT INTO address (person_id, email, created_at) VALUES (?, ?, 1)', args: [disa, NEW] },
	])
	expect(await (await browser.get(routes.ownAddresses)).text()).toContain(`action="${routes.ownAddressRemovals}"`)
	expect((await browser.post(routes.ownAddressRemovals, { email: HERS })).status).toBe(303)
	expect(await on.emails(disa)).toEqual([NEW])
	await app.settled()
	await on.jobs()
	const told = [...on.mails, ...app.mails].filter(({ subject }) => subject.includes('borttagen')).map(({ to }) => to)
	expect(told.sort()).toEqual([HERS, NEW])
	expect((await browser.post(routes.ownCard)).status).toBe(200)
	expect((await browser.post(routes.ownAddressRemovals, { email: NEW })).status).toBe(303)
	expect(await on.emails(disa)).toEqual([])
})

test('by card, or long after, or ten times a day, nobody changes the addresses of somebody who has one', async () => {
	const { clock, db } = world
	const byCard = await signedIn(app, disa)
	await db.write(["UPDATE session SET way = 'card'"])
	for (const path of [routes.ownAddresses, routes.ownAddressRemovals]) {
		const refused = await byCard.post(path, { email: NEW })
		expect(refused.status).toBe(403)
		expect(await refused.text()).toContain('Logga in med e-post')
	}
	const browser = await byMail()
	for (let turn = 0; turn < 10; turn += 1)
		expect((await browser.post(routes.ownAddresses, { email: `ny${turn}@example.org` })).status).toBe(303)
	expect((await browser.post(routes.ownAddresses, { email: NEW })).status).toBe(429)
	expect(await allRows(world.server.client, 'SELECT 1 FROM address_change WHERE ended_at IS NULL')).toHaveLength(1)
	clock.now += 13 * 60 * 60_000
	expect((await browser.post(routes.ownAddresses, { email: NEW })).status).toBe(403)
})

test('somebody who signs in by card alone may add her first address', async () => {
	const { db } = world
	await db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [disa] }])
	const browser = await signedIn(app, disa)
	await db.write(["UPDATE session SET way = 'card'"])
	expect((await browser.post(routes.ownAddresses, { email: NEW })).status).toBe(303)
	await app.settled()
	await press(browser, await linkTo(NEW))
	expect(await on.emails(disa)).toEqual([NEW])
})

test('a page and a form say what is wrong with what was typed', async () => {
	const browser = await byMail()
	for (const [email, words] of [
		['', 'Fyll i e-postadressen'],
		['nowhere', 'e-postadressen'],
		[HERS, 'Adressen finns redan där'],
	] as const) {
		const page = await (await browser.post(routes.ownAddresses, { email })).text()
		expect(page.includes(words)).toBe(true)
	}
})
