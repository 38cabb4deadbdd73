import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { programWith, tokenFor } from '#test/support/api.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask } from '#test/support/sign-in.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, HOUR } from '#test/support/world.ts'

let world: CoalitionWorld
let app: TestApp

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention'])
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const usesOf = async (table: string) =>
	(await allRows(world.server.client, `SELECT last_used_at FROM ${table}`)).map(({ last_used_at }) => last_used_at)

async function byMail(): Promise<Browser> {
	const browser = app.browser()
	const { code } = await ask(app, browser, 'attention@example.org')
	await browser.post(routes.signInCode, { code })
	return browser
}

const isIn = async (browser: Browser) => {
	const { status } = await browser.get(routes.me)
	await app.settled()
	return status === 200
}

test('the use of a token is noted at most hourly, and after the answer', async () => {
	const { clock, chair } = world
	const program = programWith(app, await tokenFor(app, chair))
	expect(await usesOf('token')).toEqual([null])
	const begun = clock.now
	await Promise.all(Array.from({ length: 5 }, () => program.get('')))
	await app.settled()
	expect(await usesOf('token')).toEqual([begun])
	clock.now += HOUR - 1
	await program.get('')
	await app.settled()
	expect(await usesOf('token')).toEqual([begun])
	clock.now += 1
	await program.get('')
	await app.settled()
	expect(await usesOf('token')).toEqual([begun + HOUR])
	const page = await (await signedIn(app, chair)).get(routes.tokens)
	expect(await page.text()).toContain('Senast använd')
})

test('a use that cannot be noted keeps nobody from an answer', async () => {
	const secret = await tokenFor(app, world.chair)
	const write = async () => {
		throw new Error('the disk is full')
	}
	const full = testApp({ ...world, deps: { ...world.deps, db: { ...world.db, write } } })
	expect((await programWith(full, secret).get('')).status).toBe(200)
	expect(await usesOf('token')).toEqual([null])
})

test('a session that is not used for 14 days is over; one that is used lasts 30', async () => {
	const { clock } = world
	const idle = await byMail()
	clock.now += 14 * DAY - 1
	expect(await isIn(idle)).toBe(true)
	clock.now += 14 * DAY
	expect(await isIn(idle)).toBe(false)

	const used = await byMail()
	const begun = clock.now
	for (const day of [10, 20, 29]) {
		clock.now = begun + day * DAY
		expect(await isIn(used)).toBe(true)
	}
	clock.now = begun + 30 * DAY - 1
	expect(await isIn(used)).toBe(true)
	clock.now += 1
	expect(await isIn(used)).toBe(false)
})

test('pages write nothing down within the hour', async () => {
	const browser = await signedIn(app, world.members[0]?.delegate as PersonId)
	const begun = world.clock.now
	world.clock.now += HOUR - 1
	await isIn(browser)
	expect(await usesOf('session')).toEqual([begun])
	world.clock.now += 1
	await isIn(browser)
	expect(await usesOf('session')).toEqual([begun + HOUR])
})
