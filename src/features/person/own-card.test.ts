import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, ORIGIN, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask, linkTo, press } from '#test/support/sign-in.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, HOUR, SLUG } from '#test/support/world.ts'
import { issueCard, issueCards } from '#usecases/person/cards.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let world: CoalitionWorld
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	app = testApp(world)
	disa = world.members[0]?.delegate as PersonId
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
})
afterEach(() => world[Symbol.asyncDispose]())

const cards = () =>
	allRows(world.server.client, 'SELECT person_id, issued_by, revoked_at FROM card ORDER BY created_at')

async function byMail(): Promise<Browser> {
	const browser = app.browser()
	const { code } = await ask(app, browser, 'attention@example.org')
	expect((await browser.post(routes.signInCode, { code })).status).toBe(303)
	return browser
}

/** The card on a page. */
function cardOn(page: string) {
	const [handle = '', ...codes] = [...page.matchAll(/class="code">([^<]+)</g)].map(([, text = '']) => text)
	return { handle, codes }
}

test('nobody prints a card for somebody who has an address, however trusted', async () => {
	const { deps, order, chair, operator, members } = world
	const seatIds = members.map(({ delegateSeat }) => delegateSeat)
	for (const by of [chair, operator]) {
		expect(codeOf(await issueCard(deps, order(by, { seatId: seatIds[0] as never })))).toBe('cardForAddress')
		expect(codeOf(await issueCards(deps, order(by, { seatIds })))).toBe('cardForAddress')
	}
	expect(await cards()).toEqual([])
	const at = { coalition: SLUG, seat: String(seatIds[0]) }
	const browser = await signedIn(app, chair)
	const refused = await browser.post(href(routes.seatCards, at))
	expect(refused.status).toBe(409)
	expect(await refused.text()).toContain('gör sitt kort själv')
	const page = await (await browser.get(href(routes.seatCards, at))).text()
	expect(page).toContain('Disa Attention har e-post och gör sitt kort själv')
	expect(page).not.toContain(`action="${href(routes.seatCards, at)}"`)
	const shown = await (
		await browser.get(href(routes.association, { ...at, association: members[0]?.associationId ?? '' }))
	).text()
	expect(shown).not.toContain(href(routes.seatCards, at))
})

test('an address that came meanwhile keeps a card from being printed', async () => {
	const { deps, db, order, chair, members } = world
	await db.write(['DELETE FROM address'])
	const meanwhile = {
		...deps,
		db: {
			...db,
			write: async (statements: Parameters<typeof db.write>[0]) => {
				const sql = "INSERT OR IGNORE INTO address (person_id, email, created_at) VALUES (?, 'ny@example.org', 0)"
				await db.write([{ sql, args: [disa] }])
				return db.write(statements)
			},
		},
	}
	const seatIds = members.map(({ delegateSeat }) => delegateSeat)
	expect(codeOf(await issueCards(meanwhile, order(chair, { seatIds })))).toBe('notAllowed')
	expect(await cards()).toEqual([])
})

test('whoever signed in by mail makes her own card, is told of it by mail, and is seen to act by card', async () => {
	const browser = await byMail()
	expect(await (await browser.get(routes.profile)).text()).toContain(`href="${routes.ownCard}"`)
	const page = await (await browser.get(routes.ownCard)).text()
	expect(page).toContain(`action="${routes.ownCard}"`)
	const before = app.mails.length
	const made = await browser.post(routes.ownCard)
	expect(made.status).toBe(200)
	const card = cardOn(await made.text())
	expect(card.codes).toHaveLength(10)
	expect(await cards()).toEqual([{ person_id: disa, issued_by: disa, revoked_at: null }])
	await app.settled()
	expect(app.mails.slice(before)).toMatchObject([
		{ to: 'attention@example.org', subject: 'Ett nytt kort för att logga in på Samsvar' },
	])
	const text = app.mails.at(-1)?.text ?? ''
	expect(text).toContain(card.handle)
	expect(text).toContain(`${ORIGIN}${routes.ownCard}`)
	for (const secret of [...card.codes, 'Disa']) expect(text).not.toContain(secret)
	const other = app.browser()
	expect((await other.post(routes.signInCard, { handle: card.handle, code: card.codes[0] ?? '' })).status).toBe(303)
	expect(await allRows(world.server.client, "SELECT person_id FROM session WHERE way = 'card'")).toEqual([
		{ person_id: disa },
	])
	// Holding a card is no way to more cards.
	const refused = await other.post(routes.ownCard)
	expect(refused.status).toBe(403)
	expect(await refused.text()).toContain('again=1')
	expect(await cards()).toHaveLength(1)
})

test('a link of the operator, an old sign-in and one of another sort make no card', async () => {
	const [secret = ''] = await createLinks(world.deps, [disa], { by: 'operator' })
	const operators = app.browser()
	await press(operators, linkTo(secret), disa)
	expect((await operators.post(routes.ownCard)).status).toBe(403)
	expect((await (await signedIn(app, disa)).post(routes.ownCard)).status).toBe(403)
	const stale = await byMail()
	world.clock.now += 13 * HOUR
	expect((await stale.post(routes.ownCard)).status).toBe(403)
	expect((await app.browser().post(routes.ownCard)).status).toBe(401)
	expect(await cards()).toEqual([])
})

test('a card of somebody without an address is told to nobody; a token is told to whoever it acts for', async () => {
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [disa] }])
	granted(await issueCard(world.deps, world.order(world.chair, { seatId: world.members[0]?.delegateSeat as never })))
	const anbo = await signedIn(app, world.members[1]?.delegate as PersonId)
	await anbo.post(routes.tokens, { name: 'Kalendern', coalition: SLUG, 'scopes[]': ['read'], days: '30' })
	await app.settled()
	expect(app.mails).toMatchObject([{ to: 'anbo@example.org', subject: 'En ny nyckel för program i ditt namn' }])
	expect(app.mails[0]?.text).toContain('”Kalendern”')
	expect(app.mails[0]?.text).not.toContain('samsvar_')
})

test('what mail did not take is told later, once', async () => {
	const { deps, clock } = world
	const browser = await byMail()
	const broken = testApp(world, async () => {
		throw new Error('the way there is broken')
	})
	const through = broken.browser()
	through.cookies.set('__Host-session', browser.cookies.get('__Host-session') ?? '')
	expect((await through.post(routes.ownCard)).status).toBe(200)
	await broken.settled()
	const sent: string[] = []
	const jobs = () => runJobs({ ...deps, mail: async ({ to }) => void sent.push(to), origin: ORIGIN })
	await jobs()
	expect(sent).toEqual([])
	clock.now += HOUR
	await jobs()
	await jobs()
	clock.now += HOUR
	await jobs()
	expect(sent).toEqual(['attention@example.org'])
})
