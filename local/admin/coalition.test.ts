import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { countOf } from '#test/support/all-rows.ts'
import { hiddenFields, ORIGIN, testApp } from '#test/support/app.ts'
import { on, runCommand } from '#test/support/run-command.ts'
import { createWorld, type World } from '#test/support/world.ts'
import { command } from './coalition.ts'

const WANTED = ['create', '--name', 'Hjärnkoll Åmål', '--prefix', 'HJÅ', '--chair-name', 'Åke Ordförande']

const run = (world: World, ...args: string[]) => runCommand(command, on(world), args)

test('a coalition is created with a link that lets its chair in', async () => {
	await using world = await createWorld()
	const { code, printed, said } = await run(world, ...WANTED, '--chair-email', 'Ake@Example.org', '--unlisted')
	expect(said).toContain(`Hjärnkoll Åmål is created: ${ORIGIN}/hjarnkoll-amal`)
	expect(said).toContain('Åke Ordförande is invited by mail')
	expect(code).toBe(0)
	const link = (printed[0] ?? '').replace(ORIGIN, '')
	const browser = testApp(world).browser()
	const asked = await (await browser.get(link)).text()
	const path = new URL(link, ORIGIN).pathname
	const person = /name="person" value="([^"]+)"/.exec(asked)?.[1] ?? ''
	const entered = await browser.post(path, { ...hiddenFields(asked, path), person })
	const members = href(routes.members, { coalition: 'hjarnkoll-amal' })
	expect(entered.headers.get('location')).toBe(members)
	expect((await browser.get(members)).status).toBe(200)
	expect(await countOf(world.server.client, "FROM coalition WHERE listed = 0 AND series_prefix = 'HJÅ'")).toBe(1)
	expect(await countOf(world.server.client, "FROM address WHERE email = 'ake@example.org'")).toBe(1)
})

test('where there is no operator yet, one is made for it', async () => {
	await using world = await createWorld()
	await world.server.client.execute('DELETE FROM person')
	expect(await run(world, ...WANTED, '--slug', 'hjarnkoll')).toMatchObject({ code: 0 })
	expect(await countOf(world.server.client, 'FROM person WHERE operator = 1')).toBe(1)
})

test.each([
	[['--slug', 'me'], 'Nothing was created. The address is taken.'],
	[['--slug', 'å'], 'Nothing was created. Check the address'],
	[['--prefix', '-'], 'Nothing was created. Check the prefix'],
	[['--slug', 'hjarnkoll', '--name', ' '], 'Nothing was created. Fill in the name.'],
	[['--chair-name', ''], 'Nothing was created. Fill in the name of the chair.'],
	[['--chair-email', 'ake@'], 'Nothing was created. Check the e-mail address'],
])('%j is refused and creates nobody', async (change, sentence) => {
	await using world = await createWorld()
	const persons = await countOf(world.server.client, 'FROM person')
	const { code, printed, said } = await run(world, ...WANTED, ...change)
	expect({ code, printed }).toEqual({ code: 1, printed: [] })
	expect(said).toContain(sentence)
	expect(await countOf(world.server.client, 'FROM person')).toBe(persons)
	expect(await countOf(world.server.client, 'FROM coalition')).toBe(0)
})

test('a taken address is refused', async () => {
	await using world = await createWorld()
	expect(await run(world, ...WANTED)).toMatchObject({ code: 0 })
	expect(await run(world, ...WANTED)).toMatchObject({ code: 1, printed: [] })
	expect(await countOf(world.server.client, 'FROM coalition')).toBe(1)
})

test.each([
	[['create'], '--name is missing.'],
	[WANTED.slice(1), 'coalition create'],
	[['destroy'], 'coalition create'],
	[[...WANTED, '--language', 'de'], '--language cannot be that.'],
	[[...WANTED, '--preset', 'x'], '--preset cannot be that.'],
	[[...WANTED, '--colour', 'red'], "Unknown option '--colour'"],
])('coalition %j is wrongly called', async (args, sentence) => {
	await using world = await createWorld()
	const { code, printed, said } = await run(world, ...args)
	expect({ code, printed }).toEqual({ code: 2, printed: [] })
	expect(said).toContain(sentence)
	expect(said).toContain('--chair-email ADDR')
})
