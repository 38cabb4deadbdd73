import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AdminCommand } from '#local/admin-command.ts'
import { hiddenFields, ORIGIN, testApp } from '#test/support/app.ts'
import { on, runCommand } from '#test/support/run-command.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { addAssociation } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { command as erase } from './erase.ts'
import { command as signInLink } from './sign-in-link.ts'
import { command as token } from './token.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld(['Attention'])
})
afterEach(() => world[Symbol.asyncDispose]())

const run = (command: AdminCommand, ...args: string[]) => runCommand(command, on(world), args)

test('a link for a person, named by address or id, lets them in', async () => {
	for (const named of ['Ove@Example.org', world.chair]) {
		const { code, printed } = await run(signInLink, named)
		expect(code).toBe(0)
		expect(printed).toHaveLength(1)
		const link = (printed[0] ?? '').replace(ORIGIN, '')
		const browser = testApp(world).browser()
		const page = await (await browser.get(link)).text()
		const entered = await browser.post(link, { ...hiddenFields(page), person: world.chair })
		expect(entered.headers.get('location')).toBe('/me')
	}
})

test('a token for a person is for their coalition and does what they may do', async () => {
	const { code, printed } = await run(token, 'ove@example.org')
	expect(code).toBe(0)
	const actor = { by: 'token', hash: await sha256(printed[0] ?? '') } as const
	const order = { ...world.order(world.chair, { name: 'Ny', area: 'x' }), actor }
	expect((await addAssociation(world.deps, order)).ok).toBe(true)
	const narrow = await run(token, 'ove@example.org', '--scopes', 'read', '--days', '1', '--coalition', SLUG)
	const reading = { by: 'token', hash: await sha256(narrow.printed[0] ?? '') } as const
	expect(
		await addAssociation(world.deps, { ...world.order(world.chair, { name: 'X', area: 'x' }), actor: reading }),
	).toMatchObject({
		reason: { code: 'scopeMissing' },
	})
})

test('who is not there, shared or without a seat is told', async () => {
	expect(await run(signInLink, 'nobody@example.org')).toMatchObject({ code: 1, printed: [] })
	granted(await createPerson(world.deps, { name: 'Elsa', emails: ['ove@example.org'] }))
	const shared = await run(signInLink, 'ove@example.org')
	expect(shared).toMatchObject({ code: 1, printed: [] })
	expect(shared.said).toContain(`${world.chair}  Ove Ordförande`)
	const seatless = granted(await createPerson(world.deps, { name: 'Nils', emails: ['nils@example.org'] }))
	expect(await run(token, seatless)).toMatchObject({ code: 1, printed: [], said: 'The person has no seat.' })
	expect(await run(token, seatless, '--coalition', SLUG)).toMatchObject({ code: 1, printed: [] })
})

test.each([[[]], [['a', 'b']], [['a', '--scopes', 'root']], [['a', '--unknown']]])(
	'token %j is wrongly called',
	async (args) => {
		expect(await run(token, ...args)).toMatchObject({ code: 2, printed: [] })
	},
)

test('sign-in-link without one person is wrongly called', async () => {
	expect(await run(signInLink)).toMatchObject({ code: 2, printed: [] })
	expect(await run(signInLink, 'a', 'b')).toMatchObject({ code: 2, printed: [] })
})

test('a person is erased only for good, and then nobody finds them by their address or reads their name', async () => {
	const disa = world.members[0]?.delegate ?? world.chair
	const named = async () =>
		(await world.server.client.execute({ sql: 'SELECT name FROM person WHERE id = ?', args: [disa] })).rows[0]?.name
	expect((await run(erase, 'attention@example.org')).code).toBe(2)
	expect(await named()).toBe('Disa Attention')
	const { code, printed } = await run(erase, 'attention@example.org', '--for-good')
	expect([code, printed]).toEqual([0, [disa]])
	expect(await named()).toBe('')
	expect((await run(erase, 'attention@example.org', '--for-good')).code).toBe(1)
})
