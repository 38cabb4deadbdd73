import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { ask } from '#test/support/sign-in.ts'
import { type CoalitionWorld, createCoalitionWorld, HOUR } from '#test/support/world.ts'

let world: CoalitionWorld
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention'])
	app = testApp(world)
	disa = world.members[0]?.delegate as PersonId
})
afterEach(() => world[Symbol.asyncDispose]())

const pageOf = async (browser: Browser, language = 'sv') =>
	(await browser.get(routes.sessions, { 'accept-language': language })).text()

const endings = (page: string) => [...page.matchAll(/action="(\/me\/sessions\/[^"]+)"/g)].map(([, path = '']) => path)

const isIn = async (browser: Browser) => (await browser.get(routes.me)).status === 200

test('one’s own sign-ins are listed with when, how and which is this one, and one is ended with a press', async () => {
	const other = await signedIn(app, disa)
	world.clock.now += HOUR
	const here = app.browser()
	const { code } = await ask(app, here, 'attention@example.org')
	await here.post(routes.signInCode, { code })
	await signedIn(app, world.chair)
	expect(await (await here.get(routes.profile)).text()).toContain(`href="${routes.sessions}"`)
	const page = await pageOf(here)
	const [first = '', second = ''] = endings(page)
	expect(endings(page)).toHaveLength(2)
	expect(page).toContain('med kod via e-post')
	expect(page.match(/Den här webbläsaren/g)).toHaveLength(1)
	expect(page.indexOf('Den här webbläsaren')).toBeLessThan(page.indexOf(first))
	expect(page).not.toContain(here.cookies.get('__Host-session') ?? 'none')
	expect((await here.post(second)).headers.get('location')).toBe('/me/sessions?done=ended')
	expect(await isIn(other)).toBe(false)
	expect(await isIn(here)).toBe(true)
	expect((await here.post(first)).status).toBe(303)
	expect(await isIn(here)).toBe(false)
})

test('all others are ended at once, and this one stays', async () => {
	const others = [await signedIn(app, disa), await signedIn(app, disa)]
	const here = await signedIn(app, disa)
	const chair = await signedIn(app, world.chair)
	expect(await pageOf(here)).toContain(`action="${routes.sessions}"`)
	expect((await here.post(routes.sessions)).status).toBe(303)
	for (const other of others) expect(await isIn(other)).toBe(false)
	expect(await isIn(here)).toBe(true)
	expect(await isIn(chair)).toBe(true)
	const page = await pageOf(here)
	expect(page).not.toContain(`action="${routes.sessions}"`)
})

test('nobody ends the sign-in of another, and strangers none', async () => {
	const here = await signedIn(app, disa)
	const [own = ''] = endings(await pageOf(here))
	const chair = await signedIn(app, world.chair)
	expect((await chair.post(own)).status).toBe(303)
	expect((await app.browser().post(own)).status).toBe(401)
	expect((await app.browser().post(routes.sessions)).status).toBe(401)
	expect((await chair.post('/me/sessions/none')).status).toBe(404)
	expect(await isIn(here)).toBe(true)
})
