import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { countOf } from '#test/support/all-rows.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { importedStatement } from '#test/support/imported.ts'
import { addedTopic, sortedUnder } from '#test/support/sorted.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { addTopic, changeTopic } from '#usecases/coalition/topics.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const LIST = href(routes.settingsTopics, { coalition: SLUG })
const topicAt = (topic: string) => href(routes.topic, { coalition: SLUG, topic })
const useAt = (topic: string) => href(routes.topicUse, { coalition: SLUG, topic })
const sortingAt = (statement: string) => href(routes.statementTopics, { coalition: SLUG, statement })
const key = () => world.deps.newId('random')
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const values = (page: string) => [...page.matchAll(/name="topics\[\]" value="([^"]*)"/g)].map(([, value]) => value)

test('a topic is added, found in the settings, renamed with its address, put away and brought back', async () => {
	expect(await read(chair, href(routes.settings, { coalition: SLUG }))).toContain('Inga än')
	const added = await chair.post(LIST, { key: key(), name: 'Tvångsvård' })
	const list = await read(chair, added.headers.get('location') ?? '')
	expect(list).toContain('Ämnet Tvångsvård finns nu.')
	expect(await read(chair, href(routes.settings, { coalition: SLUG }))).toContain('1 att välja bland')
	const [, id = ''] = /topics\/([^"?]+)"/.exec(list) ?? []
	await chair.post(topicAt(id), { key: key(), name: 'Tvång i vården' })
	const page = await read(chair, topicAt(id))
	expect(page).toContain('archive?topic=tvangsvard"')
	expect(page).toContain('Lades till som Tvångsvård')
	expect(page).toMatch(/Heter Tvång i vården<\/strong><span class="hint"> [^<]*, Ove Ordförande/)
	expect((await chair.post(useAt(id), { key: key(), used: 'no' })).headers.get('location')).toContain('done=away')
	expect(await read(chair, LIST)).toContain('Undanlagda')
	expect((await chair.post(useAt(id), { key: key(), used: 'yes' })).headers.get('location')).toContain('done=back')
	expect(await read(chair, LIST)).not.toContain('Undanlagda')
})

test('who called a topic what is found on its page, however often it was renamed after', async () => {
	const { deps, order } = world
	const topicId = await addedTopic(world, 'Tvångsvård')
	const rename = (name: string) => changeTopic(deps, order(world.chair, { topicId, name }))
	granted(await rename('Ministern ljuger'))
	for (let time = 0; time < 50; time += 1) granted(await rename(`Tvångsvård ${time}`))
	const latest = await read(chair, topicAt(topicId))
	expect(latest).not.toContain('Ministern ljuger')
	expect(latest).toContain('Visar 1–50 av 52')
	expect(latest).toContain(`href="${topicAt(topicId)}?part=2" rel="next"`)
	const earliest = await read(chair, `${topicAt(topicId)}?part=9`)
	expect(earliest).toContain('Ministern ljuger')
	expect(earliest).toContain('start="2"')
})

test('a name that is taken is told beside the field, with what was typed', async () => {
	await addedTopic(world, 'Tvångsvård')
	const sent = await chair.post(LIST, { key: key(), name: 'tvångsVÅRD' })
	expect(sent.status).toBe(409)
	const page = await sent.text()
	expect(page).toContain('Tvångsvård finns redan. Skriv ett annat namn.')
	expect(page).toContain('value="tvångsVÅRD"')
	expect(page).toMatch(/id="name"[^>]*aria-invalid="true"/)
})

test('a statement is sorted in any stage, and the page says what is the coalition’s and what was decided', async () => {
	const statement = await draftStatement(world)
	const topicId = await addedTopic(world, 'Tvångsvård')
	const text = await read(chair, href(routes.statement, { coalition: SLUG, statement }))
	expect(text).toContain(`href="${sortingAt(statement)}"`)
	const form = await read(chair, sortingAt(statement))
	expect(form).toContain('ingen del av texten')
	const sent = await chair.post(sortingAt(statement), { key: key(), 'topics[]': [topicId] })
	const after = await read(chair, sent.headers.get('location') ?? '')
	expect(after).toContain('Ämnena är sparade.')
	expect(after).toMatch(new RegExp(`value="${topicId}" checked`))
	expect(after).toContain('<strong>Tvångsvård</strong>')
	expect(await read(chair, href(routes.history, { coalition: SLUG, statement }))).toContain('Ämnen valdes')
	await chair.post(sortingAt(statement), { key: key() })
	const none = await read(chair, sortingAt(statement))
	expect(none).toContain('<strong>Inga ämnen</strong>')
	expect(none).not.toContain('checked')
})

test('an older statement is sorted too, and says so to a delegate, who cannot choose', async () => {
	const { olderId } = await importedStatement(world)
	await sortedUnder(world, { kind: 'older', id: olderId }, 'LSS')
	const at = href(routes.olderTopics, { coalition: SLUG, older: olderId })
	expect(await read(chair, href(routes.olderStatement, { coalition: SLUG, older: olderId }))).toContain(`href="${at}"`)
	const [first] = world.members
	const delegate = await signedIn(app, first?.delegate ?? world.chair)
	const page = await read(delegate, at)
	expect(page).toContain('<li>LSS</li>')
	expect(page).not.toContain('<form action="/nsph')
	expect((await delegate.post(at, { key: key() })).status).toBe(403)
	expect((await delegate.post(LIST, { key: key(), name: 'Ministern ljuger' })).status).toBe(403)
	expect(await countOf(world.server.client, 'FROM topic')).toBe(1)
})

test('a topic that was put away stays where it is, and is offered nowhere else', async () => {
	const [one, other] = [await draftStatement(world), await draftStatement(world)]
	const [topicId = ''] = await sortedUnder(world, { kind: 'statement', id: one }, 'LSS')
	await chair.post(useAt(topicId), { key: key(), used: 'no' })
	expect(values(await read(chair, sortingAt(one)))).toEqual([topicId])
	expect(values(await read(chair, sortingAt(other)))).toEqual([])
	expect((await chair.post(sortingAt(other), { key: key(), 'topics[]': [topicId] })).status).toBe(422)
})

test('what belongs to another coalition is nothing here: neither its topics nor its statements', async () => {
	const { deps, order, operator, chair: person } = world
	const settings = { name: 'En annan', seriesPrefix: 'EA', preset: 'standard', language: 'sv', listed: true } as const
	granted(
		await createCoalition(deps, order(operator, { settings, demo: false, chair: person }, undefined, 'annan'), []),
	)
	const { topicId } = granted(await addTopic(deps, order(person, { name: 'LSS' }, undefined, 'annan'))).value
	const statement = await draftStatement(world)
	expect((await chair.get(topicAt(topicId))).status).toBe(404)
	expect((await chair.post(topicAt(topicId), { key: key(), name: 'Annat' })).status).toBe(404)
	expect((await chair.post(sortingAt(statement), { key: key(), 'topics[]': [topicId] })).status).toBe(422)
	const there = href(routes.statementTopics, { coalition: 'annan', statement })
	expect((await chair.get(there)).status).toBe(404)
	expect((await chair.post(there, { key: key(), 'topics[]': [topicId] })).status).toBe(404)
	expect(await countOf(world.server.client, 'FROM statement_topic')).toBe(0)
	// The same name is free in each.
	await addedTopic(world, 'LSS')
	expect(await countOf(world.server.client, 'FROM topic')).toBe(2)
})
