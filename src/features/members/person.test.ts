import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SeatId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, SLUG } from '#test/support/world.ts'

let world: CoalitionWorld
let app: TestApp
let seat: SeatId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	app = testApp(world)
	seat = world.members[0]?.delegateSeat as SeatId
})
afterEach(() => world[Symbol.asyncDispose]())

test('the chair finds the form from the association’s page, and what is done is said on it', async () => {
	const at = { coalition: SLUG, seat }
	const chair = await signedIn(app, world.chair)
	const association = href(routes.association, { ...at, association: world.members[0]?.associationId ?? '' })
	expect(await (await chair.get(association)).text()).toContain(`href="${href(routes.seatAddress, at)}"`)
	const page = await (await chair.get(href(routes.seatAddress, at))).text()
	expect(page).toContain('attention@example.org')
	const named = await chair.post(href(routes.seatName, at), {
		...hiddenFields(page, href(routes.seatName, at)),
		name: 'Dísa Attention',
	})
	expect(await (await chair.get(named.headers.get('location') ?? '')).text()).toContain('ändrat till Dísa Attention')
	const proposed = await chair.post(href(routes.seatAddress, at), { email: 'ny@example.org' })
	const waiting = await (await chair.get(proposed.headers.get('location') ?? '')).text()
	expect(waiting).toContain('ny@example.org är föreslagen, men gäller inte än')
	const withdrawn = await chair.post(href(routes.seatAddressWithdrawal, at))
	expect(await (await chair.get(withdrawn.headers.get('location') ?? '')).text()).toContain('Frågan är tillbakatagen')
	expect(await allRows(world.server.client, 'SELECT outcome FROM address_change')).toEqual([{ outcome: 'withdrawn' }])
})

test('what is wrong stands beside what was typed', async () => {
	const at = { coalition: SLUG, seat }
	const chair = await signedIn(app, world.chair)
	const wrong = await chair.post(href(routes.seatAddress, at), { email: 'nowhere' })
	expect(wrong.status).toBe(422)
	expect(await wrong.text()).toContain('value="nowhere"')
	const known = await chair.post(href(routes.seatAddress, at), { email: 'attention@example.org' })
	expect([known.status, (await known.text()).includes('Adressen finns redan där')]).toEqual([409, true])
	expect((await chair.post(href(routes.seatName, at), { name: ' ' })).status).toBe(422)
})
