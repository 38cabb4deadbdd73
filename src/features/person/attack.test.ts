import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { type Browser, type TestApp, testApp } from '#test/support/app.ts'
import { ask, isSignedIn } from '#test/support/sign-in.ts'
import { createCoalitionWorld, createWorld, granted, type World } from '#test/support/world.ts'
import { issueCard } from '#usecases/person/cards.ts'
import { createPerson } from '#usecases/person/people.ts'

// An attacker and a member at once: the member gets in while the attacker goes on.

const MINUTE = 60_000
const HERE = '192.0.2.1'
const ELSEWHERE = '198.51.100.1'
const THOUSAND = Array.from({ length: 1_000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`)

let world: World
let app: TestApp

beforeEach(async () => {
	world = await createWorld(undefined, 'always')
	app = testApp(world)
	await enter('Disa Delegat', 'disa@example.org')
})
afterEach(() => world[Symbol.asyncDispose]())

const enter = async (name: string, email: string): Promise<PersonId> =>
	granted(await createPerson(world.deps, { name, emails: [email] }))

const asks = async (email: string, address?: string, browser = app.browser(address)) =>
	(await browser.post(routes.signIn, { email })).status

/** The code in the latest mail to somebody. */
function latestCode(to: string, { mails } = app): string {
	const text = mails.findLast((mail) => mail.to === to)?.text ?? ''
	return /(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])/.exec(text)?.[0] ?? ''
}

async function typesCode(browser: Browser, code: string): Promise<number> {
	return (await browser.post(routes.signInCode, { code })).status
}

test('two hundred requests for a made-up address stop the network they come from, and nobody else', async () => {
	const attacks = async (times: number) => {
		const statuses: number[] = []
		for (let time = 0; time < times; time += 1) statuses.push(await asks('hittad-pa@example.org', ELSEWHERE))
		return statuses
	}
	expect((await attacks(210)).filter((status) => status === 303)).toHaveLength(30)
	const disa = app.browser(HERE)
	const { code } = await ask(app, disa)
	expect(await attacks(50)).not.toContain(303)
	expect(await typesCode(disa, code)).toBe(303)
	expect(await isSignedIn(disa)).toBe(true)
})

test('a member signs in while a thousand networks ask for her address and for made-up ones, and go on', async () => {
	const attack = async (from: readonly string[]) => {
		for (const address of from) {
			expect(await asks('disa@example.org', address)).toBe(303)
			expect(await asks(`${address}@example.org`, address)).toBe(303)
		}
		await app.settled()
	}
	await attack(THOUSAND.slice(0, 500))
	world.clock.now += 2 * MINUTE
	// She gets no mail of her own, since one went just now. She is not told so, and signs in by the code that came.
	const disa = app.browser(HERE)
	expect((await ask(app, disa)).response.status).toBe(303)
	await attack(THOUSAND.slice(500))
	world.clock.now += 4 * MINUTE
	await attack(THOUSAND.slice(0, 10))
	expect(await typesCode(disa, latestCode('disa@example.org'))).toBe(303)
	expect(await isSignedIn(disa)).toBe(true)
	expect(app.mails.map(({ to }) => to)).toEqual(Array.from({ length: 3 }, () => 'disa@example.org'))
}, 120_000)

test('whoever is asked for all day has a code that is good at any time', async () => {
	for (let minute = 0; minute < 60; minute += 1) {
		for (const address of THOUSAND.slice(0, 5)) await asks('disa@example.org', address)
		await app.settled()
		const disa = app.browser(HERE)
		await asks('disa@example.org', HERE, disa)
		await app.settled()
		if (minute % 7 === 0) expect(await typesCode(disa, latestCode('disa@example.org'))).toBe(303)
		world.clock.now += MINUTE
		// From one network, thirty in a quarter of an hour.
		if (minute % 15 === 14) world.clock.now += MINUTE
	}
	expect(app.mails.length).toBeLessThanOrEqual(26)
	expect(app.mails.length).toBeGreaterThan(15)
}, 120_000)

test('somebody asks from the network of an attacker: a browser that knows them gets its mail, and another waits', async () => {
	const known = app.browser(HERE)
	expect(await typesCode(known, (await ask(app, known)).code)).toBe(303)
	world.clock.now += 6 * MINUTE
	for (let time = 0; time < 40; time += 1) await asks('hittad-pa@example.org', HERE)
	expect(await asks('disa@example.org', HERE)).toBe(429)
	const { response, code } = await ask(app, known)
	expect(response.status).toBe(303)
	expect(await typesCode(known, code)).toBe(303)
	// Known for her, and for nobody else.
	await enter('Elsa Annan', 'elsa@example.org')
	expect(await asks('elsa@example.org', HERE, known)).toBe(429)
	expect(await asks('hittad-pa@example.org', HERE, known)).toBe(429)
})

test('when all mails that may be sent were sent, made-up addresses having counted for nothing, known browsers get theirs', async () => {
	const known = app.browser(HERE)
	expect(await typesCode(known, (await ask(app, known)).code)).toBe(303)
	world.clock.now += 20 * MINUTE
	for (const address of THOUSAND.slice(0, 320)) await asks(`${address}@example.org`, address)
	await enter('Elsa Annan', 'elsa@example.org')
	expect((await ask(app, app.browser(ELSEWHERE), 'elsa@example.org')).code).not.toBe('')
	expect(await world.db.write(["UPDATE rate_limit SET count = 300 WHERE key = 'mail'"])).toEqual([1])
	const stranger = await ask(app, app.browser(ELSEWHERE))
	expect([stranger.response.status, stranger.code]).toEqual([303, ''])
	expect(app.lines).toContainEqual({ event: 'limitReached', limit: 'mailInAll' })
	expect((await ask(app, known)).code).not.toBe('')
}, 60_000)

test('a card opens for its owner while a thousand networks guess at it and at others', async () => {
	await using cards = await createCoalitionWorld(['Attention'], 'standard', 'always')
	const { deps, order, chair, db, members } = cards
	await db.write(["DELETE FROM address WHERE email LIKE 'attention%'"])
	const seatId = members[0]?.delegateSeat ?? ('' as never)
	const { handle, codes } = granted(await issueCard(deps, order(chair, { seatId })))
	const at = testApp(cards)
	const use = async (browser: Browser, code = 'WRNG-CDES', name = handle) =>
		(await browser.post(routes.signInCard, { handle: name, code })).status
	const attack = async (from: readonly string[]) => {
		for (const address of from) await use(at.browser(address))
		for (const address of from.slice(0, 30)) await use(at.browser(address), 'WRNG-CDES', 'TALL-999')
	}
	await attack(THOUSAND)
	const owner = at.browser(HERE)
	// Twice mistyped, then right.
	expect([await use(owner), await use(owner), await use(owner, codes[0])]).toEqual([422, 422, 303])
	await attack(THOUSAND.slice(0, 50))
	// Somebody guesses in her own network, until it has no turn left: her browser has its own.
	for (let time = 0; time < 25; time += 1) await use(at.browser(HERE), 'WRNG-CDES', `EK-${100 + time}`)
	expect(await use(at.browser(HERE), codes[1])).toBe(429)
	expect(await use(owner, codes[1])).toBe(303)
}, 120_000)
