import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, HOUR, SLUG } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { createCoalition, endSeat, giveSeat } from '#usecases/members/manage-coalition.ts'
import { type IssuedCard, issueCard } from '#usecases/person/cards.ts'
import { createPerson } from '#usecases/person/people.ts'
import { createToken } from '#usecases/person/tokens.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let app: TestApp
let kurt: PersonId
let seatId: SeatId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention'])
	app = testApp(world)
	kurt = granted(await createPerson(world.deps, { name: 'Kurt Kort', emails: [] }))
	seatId = await seat(kurt)
})
afterEach(() => world[Symbol.asyncDispose]())

async function seat(personId: PersonId): Promise<SeatId> {
	const { deps, order, chair, clock, members } = world
	const associationId = members[0]?.associationId ?? null
	const command = { personId, associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
	return granted(await giveSeat(deps, order(chair, command))).value.seatId
}

const issue = async (by = world.chair, of = seatId) => issueCard(world.deps, world.order(by, { seatId: of }))
const issued = async (): Promise<IssuedCard> => granted(await issue())

async function rows(sql: string) {
	return (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
}

const use = (card: Pick<IssuedCard, 'handle'>, code = '', to = '') =>
	app.browser().post(routes.signInCard, { handle: card.handle, code, to })

test('a card has a name and ten codes that are easy to type, and none is stored as it is', async () => {
	const card = await issued()
	expect(card.handle).toMatch(/^[A-Z]+-\d{3}$/)
	expect(card.codes).toHaveLength(10)
	expect(new Set(card.codes).size).toBe(10)
	for (const code of card.codes)
		expect(code).toMatch(/^[234679ACDEFGHJKMNPQRTVWXYZ]{4}-[234679ACDEFGHJKMNPQRTVWXYZ]{4}$/)
	const dump = JSON.stringify([await rows('SELECT * FROM card'), await rows('SELECT * FROM card_code')])
	for (const code of card.codes) {
		expect(dump).not.toContain(code)
		expect(dump).not.toContain(code.replace('-', ''))
	}
	expect(await rows('SELECT person_id, issued_by, revoked_at FROM card')).toEqual([
		{ person_id: kurt, issued_by: world.chair, revoked_at: null },
	])
})

test('each code signs in once, however it is typed', async () => {
	const { handle, codes } = await issued()
	const [first = '', second = ''] = codes
	const browser = app.browser()
	const page = await (await browser.get(href(routes.signInCard, {}, { to: '/me/profile' }))).text()
	const typed = { handle: ` ${handle.toLowerCase().replace('-', ' ')}`, code: first.toLowerCase().replace('-', '') }
	const entered = await browser.post(routes.signInCard, { ...hiddenFields(page), ...typed })
	expect([entered.status, entered.headers.get('location')]).toEqual([303, '/me/profile'])
	expect(await (await browser.get(routes.profile)).text()).toContain(`${handle}, 9 koder kvar av 10`)
	expect((await use({ handle }, first)).status).toBe(422)
	expect((await use({ handle }, second)).status).toBe(303)
	expect(await rows('SELECT person_id FROM session')).toHaveLength(2)
})

test('ten who use a code at once make one session', async () => {
	const { handle, codes } = await issued()
	const answers = await Promise.all(Array.from({ length: 10 }, () => use({ handle }, codes[0])))
	expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
	expect(await rows('SELECT person_id FROM session')).toEqual([{ person_id: kurt }])
})

test('ten wrong codes and the card rests a quarter of an hour, right codes too', async () => {
	const { handle, codes } = await issued()
	for (let time = 0; time < 10; time += 1) {
		const response = await use({ handle }, 'WRNG-CDES')
		expect(response.status).toBe(422)
		expect(await response.text()).toContain('hör inte ihop')
	}
	world.clock.now += 5 * MINUTE
	const resting = await use({ handle }, codes[0])
	expect(resting.status).toBe(429)
	expect(await resting.text()).toContain('Vänta 10 minuter')
	world.clock.now += 10 * MINUTE
	expect((await use({ handle }, codes[0])).status).toBe(303)
})

test('nobody can tell which cards there are', async () => {
	const { handle } = await issued()
	const answer = async (name: string) => {
		const response = await use({ handle: name }, 'WRNG-CDES')
		return [response.status, (await response.text()).replaceAll(name, '')]
	}
	for (let time = 0; time < 11; time += 1) expect(await answer('TALL-999')).toEqual(await answer(handle))
})

test('a right code begins the counting of wrong ones anew', async () => {
	const { handle, codes } = await issued()
	for (let time = 0; time < 9; time += 1) await use({ handle }, 'WRNG-CDES')
	expect((await use({ handle }, codes[0])).status).toBe(303)
	for (let time = 0; time < 9; time += 1) await use({ handle }, 'WRNG-CDES')
	expect((await use({ handle }, codes[1])).status).toBe(303)
})

test('a new card ends the one before', async () => {
	const first = await issued()
	const second = await issued()
	expect((await use(first, first.codes[0])).status).toBe(422)
	expect((await use(second, second.codes[0])).status).toBe(303)
})

test('a card shows once more who one is', async () => {
	const { codes } = await issued()
	const browser = await signedIn(app, kurt, world.clock.now - 20 * HOUR)
	const page = await (await browser.get(href(routes.signInCard, {}, { again: '1' }))).text()
	const handle = /name="handle" value="([^"]*)"/.exec(page)?.[1] ?? ''
	expect((await browser.post(routes.signInCard, { handle, code: codes[0] ?? '' })).status).toBe(303)
	expect(await rows('SELECT authenticated_at FROM session')).toEqual([{ authenticated_at: world.clock.now }])
})

test('an erased person’s card opens nothing', async () => {
	const card = await issued()
	await erasePerson(world.deps, kurt)
	expect((await use(card, card.codes[0])).status).toBe(422)
	expect(codeOf(await issue())).toBe('notFound')
})

test('what is left out is asked for, and the name stays', async () => {
	const response = await app.browser().post(routes.signInCard, { handle: 'SOL-412', code: '' })
	expect(response.status).toBe(422)
	expect(await response.text()).toContain('value="SOL-412"')
	expect((await use({ handle: '' }, 'x')).status).toBe(422)
	expect((await use({ handle: '???' }, 'x')).status).toBe(422)
})

test('chair and secretary print cards, others do not, and no stranger learns of the seat', async () => {
	const delegate = world.members[0]?.delegate as PersonId
	expect(codeOf(await issue(delegate))).toBe('notAllowed')
	const stranger = granted(await createPerson(world.deps, { name: 'Nils Ny', emails: [] }))
	expect(codeOf(await issue(stranger))).toBe('notFound')
	expect(codeOf(await issue(world.chair, 'no-such-seat' as SeatId))).toBe('notFound')
	granted(await endSeat(world.deps, world.order(world.chair, { seatId })))
	expect(codeOf(await issue())).toBe('notFound')
	expect(await rows('SELECT * FROM card')).toEqual([])
})

test('a card is printed by somebody who has just shown who they are, and by no program', async () => {
	const { deps, chair, clock, order } = world
	await signedIn(app, chair, clock.now - 13 * HOUR)
	const [session] = await rows('SELECT hash FROM session')
	const stale = { ...order(chair, { seatId }), actor: { by: 'session', hash: String(session?.hash) } as const }
	expect(codeOf(await issueCard(deps, stale))).toBe('reauthenticate')
	const token = { name: 'x', coalition: SLUG, scopes: ['admin'], days: 30 } as const
	const { secret } = granted(await createToken(deps, { by: 'person', id: chair }, token))
	const program = { ...order(chair, { seatId }), actor: { by: 'token', hash: await sha256(secret) } as const }
	expect(codeOf(await issueCard(deps, program))).toBe('notAllowed')
})

test('no chair gets into another coalition, or the operation, by a card of their own printing', async () => {
	const { deps, order, operator, chair } = world
	const settings = {
		name: 'En annan samverkan',
		seriesPrefix: 'EAS',
		preset: 'standard',
		language: 'sv',
		listed: true,
	} as const
	granted(
		await createCoalition(deps, order(operator, { settings, demo: false, chair: kurt }, undefined, 'en-annan'), []),
	)
	expect(codeOf(await issue())).toBe('cardElsewhere')
	const operatorSeat = await seat(operator)
	expect(codeOf(await issue(chair, operatorSeat))).toBe('cardElsewhere')
	expect(await rows('SELECT * FROM card')).toEqual([])
	expect(codeOf(await issue(operator))).toBe('granted')
})

test('a chair removed between reading and writing prints nothing, and the old card stands', async () => {
	const first = await issued()
	const { deps, db, order, chair, operator } = world
	const [own] = await rows(`SELECT id FROM seat WHERE person_id = '${chair}'`)
	const removing = {
		...deps,
		db: {
			...db,
			write: async (statements: Parameters<typeof db.write>[0]) => {
				await db.write([{ sql: 'UPDATE seat SET ended_at = 1 WHERE id = ?', args: [String(own?.id)] }])
				return db.write(statements)
			},
		},
	}
	expect(codeOf(await issueCard(removing, order(chair, { seatId })))).toBe('notAllowed')
	expect(await rows('SELECT COUNT(*) AS n FROM card_code')).toEqual([{ n: 10 }])
	expect((await use(first, first.codes[0])).status).toBe(303)
	expect(operator).not.toBe(chair)
})
