import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { dump } from '#test/support/dump.ts'
import { ask } from '#test/support/sign-in.ts'
import { createWorld, DAY, granted, HOUR, type World } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { createPerson } from '#usecases/person/people.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

const MINUTE = 60_000
const HERE = '192.0.2.1'
let world: World
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createWorld(undefined, 'always')
	app = testApp(world)
	disa = granted(await createPerson(world.deps, { name: 'Disa Delegat', emails: ['disa@example.org'] }))
})
afterEach(() => world[Symbol.asyncDispose]())

const asks = async (at: TestApp, address: string) =>
	(await at.browser(address).post(routes.signIn, { email: 'okand@example.org' })).status

const usesCard = async (address: string, handle: string) =>
	(await app.browser(address).post(routes.signInCard, { handle, code: 'WRNG-CDES' })).status

async function askedUntilRefused(address: string, at = app): Promise<number> {
	for (let time = 0; time < 100; time += 1) if ((await asks(at, address)) === 429) return time
	return Number.POSITIVE_INFINITY
}

test('a network asks thirty times in a quarter of an hour, is told how long to wait, and then may again', async () => {
	expect(await askedUntilRefused(HERE)).toBe(30)
	world.clock.now += 5 * MINUTE
	const refused = await app.browser(HERE).post(routes.signIn, { email: 'disa@example.org' })
	expect(await refused.text()).toContain('Vänta 10 minuter')
	expect(app.lines.at(-1)).toEqual({ event: 'limitReached', limit: 'asking' })
	expect(await asks(app, '192.0.2.2')).toBe(303)
	expect((await ask(app, app.browser('2001:db8::1'))).code).not.toBe('')
	world.clock.now += 10 * MINUTE
	expect(await asks(app, HERE)).toBe(303)
})

test('a hundred requests of one network at once are a hundred', async () => {
	const statuses = await Promise.all(Array.from({ length: 100 }, () => asks(app, HERE)))
	expect(statuses.filter((status) => status === 303)).toHaveLength(30)
})

test('all addresses of one subscriber are one network, whichever instance answers and whatever headers are made up', async () => {
	const other = testApp(world)
	for (let time = 0; time < 30; time += 1) {
		const at = time % 2 === 0 ? app : other
		expect(await asks(at, `2001:db8:1:2::${time}`)).toBe(303)
	}
	expect(await asks(app, '2001:db8:1:2:ffff::')).toBe(429)
	const headers = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9' }
	const made = await other.browser('2001:db8:1:2::9').post(routes.signIn, { email: 'okand@example.org' }, headers)
	expect(made.status).toBe(429)
	expect(await asks(other, '2001:db8:1:3::1')).toBe(303)
})

test('a network guesses at cards twenty times, and others go on', async () => {
	const statuses: number[] = []
	for (let time = 0; time < 22; time += 1) statuses.push(await usesCard(HERE, `TALL-${100 + time}`))
	expect(statuses.lastIndexOf(422)).toBe(19)
	expect(statuses.slice(20)).toEqual([429, 429])
	expect(app.lines.at(-1)).toEqual({ event: 'limitReached', limit: 'cardsFromPlace' })
	expect(await usesCard('192.0.2.2', 'TALL-100')).toBe(422)
	expect(await asks(app, HERE)).toBe(303)
})

test('one card is guessed at ten times, and three times from each network more', async () => {
	for (let time = 0; time < 10; time += 1) expect(await usesCard(`198.51.100.${time}`, 'TALL-100')).toBe(422)
	const statuses: number[] = []
	for (let time = 0; time < 5; time += 1) statuses.push(await usesCard(HERE, 'TALL-100'))
	expect(statuses).toEqual([422, 422, 422, 429, 429])
	expect(app.lines.at(-1)).toEqual({ event: 'limitReached', limit: 'card' })
	expect(await usesCard(HERE, 'TALL-101')).toBe(422)
})

test('what is kept of networks and addresses leads to neither without the key, and not for longer than an hour', async () => {
	await ask(app, app.browser(HERE))
	await usesCard(HERE, 'TALL-100')
	const kept = JSON.stringify(await dump(world.server.client))
	expect(kept).not.toContain(HERE)
	const rows = await allRows(world.server.client, 'SELECT key FROM rate_limit')
	expect(rows.length).toBeGreaterThan(5)
	for (const of of [
		HERE,
		`network:${HERE}`,
		`limit:network:${HERE}`,
		'limit:mail:disa@example.org',
		'limit:card:TALL-100',
	]) {
		expect(kept).not.toContain(await sha256(of))
	}
	world.clock.now += HOUR
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
	expect(await allRows(world.server.client, 'SELECT key FROM rate_limit')).toEqual([])
	expect(await allRows(world.server.client, 'SELECT id FROM sign_in')).toEqual([])
})

test('a known browser is kept as a hash beside its person, for 400 days since they last signed in there, or until they are erased', async () => {
	const browser = app.browser(HERE)
	const known = async () => allRows(world.server.client, 'SELECT * FROM known_browser')
	await browser.post(routes.signInCode, { code: (await ask(app, browser)).code })
	const cookie = browser.cookies.get('__Host-known') ?? ''
	const row = { hash: await sha256(cookie), person_id: disa, expires_at: world.clock.now + 400 * DAY, left_at: null }
	expect(await known()).toEqual([row])
	await browser.post(routes.signOut)
	expect(await known()).toEqual([{ ...row, left_at: world.clock.now }])
	world.clock.now += 30 * DAY
	await browser.post(routes.signInCode, { code: (await ask(app, browser)).code })
	expect(browser.cookies.get('__Host-known')).toBe(cookie)
	expect(await known()).toEqual([{ ...row, expires_at: world.clock.now + 400 * DAY }])
	// A cookie that nobody was given makes no browser known.
	await askedUntilRefused(HERE)
	const forger = app.browser(HERE)
	forger.cookies.set('__Host-known', 'a'.repeat(43))
	expect((await forger.post(routes.signIn, { email: 'disa@example.org' })).status).toBe(429)
	expect((await browser.post(routes.signIn, { email: 'disa@example.org' })).status).toBe(303)
	// Nor does one that was too long ago.
	world.clock.now += 400 * DAY
	await askedUntilRefused(HERE)
	expect((await browser.post(routes.signIn, { email: 'disa@example.org' })).status).toBe(429)
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
	expect(await known()).toEqual([])
	world.clock.now += HOUR
	await browser.post(routes.signInCode, { code: (await ask(app, browser)).code })
	expect(await known()).toHaveLength(1)
	await erasePerson(world.deps, disa)
	expect(await known()).toEqual([])
})
