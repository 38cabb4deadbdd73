import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { addressesOn } from '#test/support/addresses.ts'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, SLUG } from '#test/support/world.ts'
import { addressSecret } from '#usecases/person/address-secret.ts'

const HERS = 'attention@example.org'
const HIS = 'ordforande@example.com'

let world: CoalitionWorld
let app: TestApp
let on: ReturnType<typeof addressesOn>
let disa: PersonId
let seatId: SeatId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	app = testApp(world)
	on = addressesOn(world)
	disa = world.members[0]?.delegate as PersonId
	seatId = world.members[0]?.delegateSeat as SeatId
	await on.jobs(async () => {})
})
afterEach(() => world[Symbol.asyncDispose]())

const confirming = async (change: string) =>
	href(routes.addressConfirming, { change, secret: await addressSecret(world.deps, 'new', change) })
const refusal = async (change: string) =>
	href(routes.addressRefusal, { change, secret: await addressSecret(world.deps, 'former', change) })

async function press(browser: Browser, link: string): Promise<string> {
	const page = await (await browser.get(link)).text()
	const done = await browser.post(link, hiddenFields(page, link))
	return (await browser.get(done.headers.get('location') ?? '')).text()
}

test('opening links, and pressing them where they were not opened, changes nothing', async () => {
	const id = await on.propose(seatId, HIS)
	const scanner = app.browser()
	for (const link of [await confirming(id), await refusal(id)]) {
		expect((await scanner.get(link)).status).toBe(200)
		const page = await (await app.browser().get(link)).text()
		const pressed = await scanner.post(link, hiddenFields(page, link))
		expect(pressed.status).toBe(403)
		expect(await pressed.text()).toContain('Tryck en gång till')
	}
	world.clock.now += 14 * DAY
	await on.jobs()
	await on.jobs()
	expect(await on.outcome(id)).toBeNull()
	expect(await on.emails(disa)).toEqual([HERS])
})

test('the page of a new address names neither person nor coalition, and shows what has come of it', async () => {
	const id = await on.propose(seatId, HIS)
	const link = await confirming(id)
	const browser = app.browser()
	const page = await (await browser.get(link)).text()
	for (const word of ['Disa', 'Attention', 'NSPH']) expect(page.includes(word)).toBe(false)
	expect(await press(browser, link)).toContain('Den börjar gälla när')
	expect(await (await browser.get(link)).text()).toContain('Adressen är bekräftad')
})

test('who has the old address says no, and opens the link again', async () => {
	const id = await on.propose(seatId, HIS)
	const link = await refusal(id)
	expect(await press(app.browser(), link)).toContain('Ingen kan logga in med den')
	expect(await on.outcome(id)).toBe('refused')
	expect((await app.browser().get(await confirming(id))).status).toBe(410)
	expect((await app.browser().get(href(routes.addressRefusal, { change: id, secret: 'made-up' }))).status).toBe(410)
})

test('she sees at her next sign-in what the chair proposed, and says yes or no there', async () => {
	const id = await on.propose(seatId, HIS)
	granted(await on.confirm(id))
	const browser = await signedIn(app, disa)
	const me = await (await browser.get(routes.me)).text()
	expect(me).toContain('Den som har den kan logga in som du')
	expect(me).toContain(`href="${routes.ownAddresses}"`)
	const answers = href(routes.ownAddressAnswers, { change: id })
	expect(await (await browser.get(routes.ownAddresses)).text()).toContain(`action="${answers}"`)
	const other = await signedIn(app, world.chair)
	expect((await other.post(answers, { answer: 'refuse' })).status).toBe(404)
	expect((await browser.post(answers, { answer: 'refuse' })).status).toBe(303)
	expect(await on.outcome(id)).toBe('refused')
	expect(await (await browser.get(routes.me)).text()).not.toContain('Den som har den kan logga in som du')
})

test('somebody without an address is told who added one, and removes it by her card', async () => {
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [disa] }])
	const id = await on.propose(seatId, HIS)
	expect(await press(app.browser(), await confirming(id))).toContain('Nu kan du logga in med den')
	expect(await on.emails(disa)).toEqual([HIS])
	const browser = await signedIn(app, disa)
	await world.db.write(["UPDATE session SET way = 'card'"])
	expect(await (await browser.get(routes.me)).text()).toContain('föreslog den')
	const chairs = await signedIn(app, world.chair)
	const at = { coalition: SLUG, seat: seatId }
	expect(await (await chairs.get(href(routes.seatAddress, at))).text()).toContain('på ordförandens förslag')
	await browser.post(href(routes.ownAddressAnswers, { change: id }), { answer: 'refuse' })
	expect(await on.emails(disa)).toEqual([])
})
