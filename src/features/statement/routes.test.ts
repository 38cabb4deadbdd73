import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, signedIn, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'
import { textsOf as texts } from '#test/support/written.ts'

async function atWork(world: CoalitionWorld) {
	const statement = await draftStatement(world)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statement}`
	return { app, statement, base, chair: await signedIn(app, world.chair) }
}

async function page(browser: Browser, path: string) {
	const response = await browser.get(path)
	return { status: response.status, html: await response.text() }
}

test('a pasted text is shown as what it becomes, and written once confirmed', async () => {
	await using world = await createCoalitionWorld()
	const { statement, base, chair } = await atWork(world)
	const before = await texts(world, statement)
	const text =
		'En rubrik för alltihop\r\n\r\nEtt stycke som säger något.\r\n\r\n1. En ståndpunkt.\r\n\r\nLämna ett svar'
	const shown = await chair.post(`${base}/paste`, { key: '1', text })
	expect(shown.status).toBe(200)
	expect(await shown.text()).toContain('Ett stycke som säger något.')
	expect(await texts(world, statement)).toEqual(before)
	const used = await chair.post(`${base}/paste`, { key: '1', text, confirmed: '1', 'take[]': ['0'] })
	expect(used.status).toBe(303)
	expect(await texts(world, statement)).toContain('En ståndpunkt.')
})

const START = { key: '1', title: 'Svar', kind: 'response', language: 'sv', template: 'response', inquiry: '' }

test('a new statement starts from a template that is filled with what is known', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const response = await chair.post(`/${SLUG}/statements`, START)
	expect(response.status).toBe(303)
	const again = await chair.post(`/${SLUG}/statements`, START)
	expect(again.headers.get('location')).toBe(response.headers.get('location'))
	const { html } = await page(chair, response.headers.get('location') ?? '')
	expect(html).toContain('Sammanfattning')
	expect(html).not.toContain('{{')
})

test('a statement that starts from a template is there with its text or not at all, wherever a reply is lost', async () => {
	await using world = await createCoalitionWorld()
	const { client, faults } = world.server
	const chair = await signedIn(testApp(world), world.chair)
	const start = () => chair.post(`/${SLUG}/statements`, START)
	faults.push({ at: 'beforeCommit', does: 'drop' })
	expect((await start()).status).toBe(500)
	expect(await allRows(client, 'SELECT id FROM statement')).toEqual([])
	faults.splice(0, 1, { at: 'afterCommit', does: 'drop' })
	expect((await start()).status).toBe(500)
	const [started] = await allRows(client, 'SELECT id FROM statement')
	const statement = String(started?.id) as StatementId
	expect(await texts(world, statement)).toContain('Sammanfattning')
	faults.pop()
	const written = await texts(world, statement)
	expect((await start()).headers.get('location')).toContain(statement)
	expect(await texts(world, statement)).toEqual(written)
})

test('starting twice from one page makes one statement, and never takes away what was written in it since', async () => {
	await using world = await createCoalitionWorld()
	const chair = await signedIn(testApp(world), world.chair)
	const start = async () => (await chair.post(`/${SLUG}/statements`, START)).headers.get('location')
	const [first, second] = await Promise.all([start(), start()])
	expect(first).toBe(second)
	const [only, ...more] = await allRows(world.server.client, 'SELECT id FROM statement')
	expect(more).toEqual([])
	const fields = { key: '2', after: '', as: 'text', text: 'Skrivet efteråt.' }
	await chair.post(`/${SLUG}/statements/${only?.id}/blocks`, fields)
	expect(await start()).toBe(first)
	expect(await texts(world, String(only?.id) as StatementId)).toContain('Skrivet efteråt.')
})

test('a pasted text and its title are taken together or not at all, wherever a reply is lost', async () => {
	await using world = await createCoalitionWorld()
	const { statement, base, chair } = await atWork(world)
	const { client, faults } = world.server
	const text = 'Remissvar om arvoden\n\nEtt stycke som säger något.\n\n1. En ståndpunkt.'
	const paste = () => chair.post(`${base}/paste`, { key: '1', text, confirmed: '1', takeTitle: '1' })
	const stand = async () => ({
		titles: await allRows(client, 'SELECT title FROM statement'),
		texts: await texts(world, statement),
	})
	const before = await stand()
	faults.push({ at: 'beforeCommit', does: 'drop' })
	expect((await paste()).status).toBe(500)
	expect(await stand()).toEqual(before)
	faults.splice(0, 1, { at: 'afterCommit', does: 'drop' })
	expect((await paste()).status).toBe(500)
	const after = await stand()
	expect(after.titles).toEqual([{ title: 'Remissvar om arvoden' }])
	expect(after.texts).toContain('En ståndpunkt.')
	faults.pop()
	expect((await paste()).status).toBe(303)
	expect(await stand()).toEqual(after)
})

test('a title that is too long or missing is refused, and what was typed stands in the field', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair } = await atWork(world)
	const long = 'å'.repeat(5000)
	const response = await chair.post(`${base}/title`, { key: '1', title: long })
	expect(response.status).toBe(422)
	expect(await response.text()).toContain(long)
	expect((await chair.post(`${base}/title`, { key: '2', title: '   ' })).status).toBe(422)
})
