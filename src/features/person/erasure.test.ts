import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, type TestApp, testApp } from '#test/support/app.ts'
import { ask } from '#test/support/sign-in.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'

let world: CoalitionWorld
let app: TestApp
let disa: PersonId

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	app = testApp(world)
	disa = world.members[0]?.delegate as PersonId
})
afterEach(() => world[Symbol.asyncDispose]())

async function byMail(email: string): Promise<Browser> {
	const browser = app.browser()
	const { code } = await ask(app, browser, email)
	expect((await browser.post(routes.signInCode, { code })).status).toBe(303)
	return browser
}

const person = async (id: PersonId) =>
	(await allRows(world.server.client, 'SELECT name, erased_at FROM person WHERE id = ?', [id]))[0]

test('whoever says that it is for good is erased, and is nobody in that browser', async () => {
	const browser = await byMail('attention@example.org')
	expect((await browser.post(routes.ownErasure)).status).toBe(422)
	expect((await person(disa))?.erased_at).toBeNull()
	const done = await browser.post(routes.ownErasure, { forGood: 'yes' })
	expect(await done.text()).toContain('Du är raderad')
	expect(app.lines).toContainEqual({ event: 'erasedSelf', person: disa })
	expect(await person(disa)).toMatchObject({ name: '', erased_at: world.clock.now })
	for (const table of ['address', 'session'])
		expect(await allRows(world.server.client, `SELECT 1 FROM ${table} WHERE person_id = ?`, [disa])).toEqual([])
	expect((await browser.get(routes.profile)).status).not.toBe(200)
})

test('not by a card that somebody found, where she has an address', async () => {
	const browser = await byMail('attention@example.org')
	await world.db.write(["UPDATE session SET way = 'card'"])
	expect((await browser.post(routes.ownErasure, { forGood: 'yes' })).status).toBe(403)
	expect((await person(disa))?.erased_at).toBeNull()
})

test('the only chair, and the operator, are not erased; of two chairs at once one is', async () => {
	const { deps, order, chair, operator, clock } = world
	await world.db.write([
		...[chair, operator].map((id, index) => ({
			sql: 'INSERT OR IGNORE INTO address (person_id, email, created_at) VALUES (?, ?, 0)',
			args: [id, `tjanst${index}@example.org`],
		})),
	])
	const alone = await byMail('tjanst0@example.org')
	const page = await (await alone.get(routes.ownErasure)).text()
	expect(page).toContain('Du är den enda ordföranden')
	expect(page).not.toContain(`action="${routes.ownErasure}"`)
	expect((await alone.post(routes.ownErasure, { forGood: 'yes' })).status).toBe(409)
	const second = await byMail('attention@example.org')
	const given = {
		personId: disa,
		associationId: null,
		role: 'chair',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, order(chair, given)))
	const both = await Promise.all([alone, second].map((one) => one.post(routes.ownErasure, { forGood: 'yes' })))
	expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
	const runs = await byMail('tjanst1@example.org')
	expect(await (await runs.get(routes.ownErasure)).text()).toContain('Du driver tjänsten')
	expect((await runs.post(routes.ownErasure, { forGood: 'yes' })).status).toBe(409)
	expect(await allRows(world.server.client, 'SELECT 1 FROM person WHERE erased_at IS NOT NULL')).toHaveLength(1)
})

test('an association’s only voice is warned while it is asked for its vote', async () => {
	const browser = await byMail('attention@example.org')
	expect(await (await browser.get(routes.ownErasure)).text()).not.toContain('En omröstning är öppen')
	await openedBallot(world, await draftStatement(world))
	expect(await (await browser.get(routes.ownErasure)).text()).toContain('ingen annan kan rösta för Attention')
})
