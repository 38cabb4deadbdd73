import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { added, answering, correctionAt, proposed, withdrawalAt } from '#test/support/amended.ts'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { compact, leafOf, sha256 } from '#test/support/check-record.ts'
import { publishedStatement } from '#test/support/followed.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { publishAddendum } from '#usecases/publication/addenda.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { sendResponse } from '#usecases/publication/send-response.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
let member: Member
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
	const [first] = world.members as readonly [Member]
	member = first
})
afterEach(() => world[Symbol.asyncDispose]())

const PAGE = `/${SLUG}/2022/1`
const at = (statement: string) => ({ coalition: SLUG, statement })
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const publicly = async (path: string) => read(app.browser(), path)
const key = () => world.deps.newId('random')

const FORM = {
	kind: 'correction',
	first: '0',
	last: '',
	text: 'Regionen, *inte* kommunen.',
	reason: 'Fel myndighet nämndes.',
	answerBy: '2022-10-12',
	urgent: '',
}

test('the chair writes a correction, sees what it will be, changes it or asks; nothing typed is lost', async () => {
	const statement = await publishedStatement(world)
	const path = href(routes.addenda, at(statement))
	expect(await read(chair, path)).toContain('Svaret är varken rättat eller återkallat')
	expect(await read(chair, href(routes.newAddendum, at(statement), { kind: 'correction' }))).toContain('name="first"')
	const shown = await (await chair.post(path, { key: key(), ...FORM })).text()
	expect(shown).toContain('Så stod det')
	expect(shown).toContain('Regionen, <em>inte</em> kommunen.')
	const carried = hiddenFields(shown, path)
	expect(carried).toMatchObject({ ...FORM })
	const again = await (await chair.post(path, { ...carried, change: 'yes' })).text()
	expect(again).toContain('<textarea')
	expect(again).toContain('Regionen, *inte* kommunen.')
	const soon = await chair.post(path, { ...carried, answerBy: '2022-10-05', confirmed: 'yes' })
	expect(soon.status).toBe(422)
	expect(await soon.text()).toContain('minst 7 dagar')
	const past = await (await chair.post(path, { ...carried, answerBy: '2021-10-05', confirmed: 'yes' })).text()
	expect(past).toContain('Sista dag att svara ligger i förfluten tid.')
	expect(past).not.toContain('att rösta')
	const sent = await chair.post(path, { ...carried, confirmed: 'yes' })
	expect(sent.status).toBe(303)
	expect(await read(chair, sent.headers.get('location') ?? '')).toContain('Föreningarna har fått frågan.')
})

test('an association finds it among its tasks and answers in one press; another answer counts instead', async () => {
	const { statementId, addendumId } = await proposed(world)
	const delegate = await signedIn(app, member.delegate)
	const path = href(routes.addendum, { ...at(statementId), addendum: addendumId })
	const tasks = await read(delegate, href(routes.me))
	expect(tasks).toContain(`Svara för ${member.name}: får det publicerade svaret rättas eller återkallas?`)
	expect(tasks).toContain(path)
	const answers = href(routes.addendumAnswers, { ...at(statementId), addendum: addendumId })
	const answer = { key: key(), associationId: member.associationId, answer: 'agreed', reason: '' }
	expect((await delegate.post(answers, answer)).status).toBe(303)
	expect(await read(delegate, href(routes.me))).not.toContain(path)
	const objection = { ...answer, key: key(), answer: 'objected', reason: 'Det stod rätt.' }
	expect((await delegate.post(answers, objection)).status).toBe(303)
	const seen = await read(chair, path)
	expect(seen).toContain('Det stod rätt.')
	expect(seen).toContain('En förening har invänt')
	expect(seen).not.toContain(href(routes.addendumPublication, { ...at(statementId), addendum: addendumId }))
	expect(await read(chair, href(routes.history, at(statementId)))).toContain('En rättelse eller återkallelse föreslogs')
})

test('the chair finds it when time is up, publishes it in one press, and leads to what everybody reads', async () => {
	const { statementId, addendumId } = await proposed(world)
	const one = { ...at(statementId), addendum: addendumId }
	world.clock.now += 7 * DAY
	const again = await signedIn(app, world.chair)
	expect(await read(again, href(routes.me))).toContain('Föreningarna har svarat: publicera')
	const path = href(routes.addendumPublication, one)
	const form = { key: key() }
	expect((await again.post(path, form)).headers.get('location')).toBe(`${href(routes.addendum, one)}?done=published`)
	expect((await again.post(path, form)).status).toBe(303)
	expect(await allRows(world.server.client, 'SELECT ordinal FROM addendum')).toEqual([{ ordinal: 1 }])
	expect(await read(again, href(routes.addendum, one))).toContain(`href="${PAGE}/rattelse-1"`)
})

test('everybody reads the correction, and the statement says so at its head and stays what it was', async () => {
	const statementId = await publishedStatement(world)
	const files = ['json', 'md', 'pdf']
	const before = await Promise.all(files.map((each) => publicly(`${PAGE}.${each}`)))
	await added(world, correctionAt, statementId)
	world.clock.now += 60_000
	expect(await Promise.all(files.map((each) => publicly(`${PAGE}.${each}`)))).toEqual(before)
	const page = await publicly(PAGE)
	expect(page).toContain('Rättad den 3 oktober 2022')
	expect(page).toContain(`href="${PAGE}/rattelse-1"`)
	expect(page).toContain(`"correction":["https://samsvar.test${PAGE}/rattelse-1"]`)
	const entry = await publicly(`${PAGE}/rattelse-1`)
	for (const words of ['Fel myndighet nämndes.', 'Så stod det', 'Regionen, inte kommunen.', 'Vad föreningarna svarade'])
		expect(entry).toContain(words)
	expect(await publicly(`/en${PAGE}/rattelse-1`)).toContain('What it should say')
	expect((await app.browser().get(`${PAGE}/rattelse-2`)).status).toBe(404)
	expect((await app.browser().get(`${PAGE}/aterkallelse`)).status).toBe(404)
	expect((await app.browser().get(`${PAGE}/RATTELSE-1`)).status).toBe(308)
	expect(await publicly(`/${SLUG}`)).toContain('>Rättad<')
	expect(await publicly(`/${SLUG}/sitemap.xml`)).toContain(`${PAGE}/rattelse-1</loc>`)
	expect(await publicly(`/${SLUG}/feed.atom`)).toContain(`${PAGE}/rattelse-1`)
	const named = new Set((await allRows(world.server.client, 'SELECT name FROM person')).map(({ name }) => String(name)))
	for (const name of named) expect(entry).not.toContain(name)
})

test('a withdrawn statement says so first, in its lists, and in the bank', async () => {
	const { statementId } = await added(world)
	await added(world, withdrawalAt, statementId)
	world.clock.now += 60_000
	const page = await publicly(PAGE)
	expect(page.indexOf('Återkallad den')).toBeLessThan(page.indexOf('Rättad den'))
	expect(page).toContain('"creativeWorkStatus":"Withdrawn"')
	expect(await publicly(`${PAGE}/p/1`)).toContain('Återkallad den')
	expect(await publicly(`/${SLUG}`)).toContain('>Återkallad<')
	expect(await publicly(`${PAGE}/aterkallelse`)).toContain('Underlaget var fel.')
	expect(await read(chair, href(routes.positions, { coalition: SLUG }))).toContain('>Återkallad<')
	const path = href(routes.addenda, at(statementId))
	expect(await read(chair, path)).not.toContain('Föreslå en rättelse')
	const lines = (await publicly(`/${SLUG}/open-data.jsonl`)).trim().split('\n')
	const kinds = lines.map((line) => JSON.parse(line)).filter(({ ordinal }) => ordinal === 1)
	expect(kinds.map(({ kind, address }) => [kind, address])).toEqual([
		['correction', `https://samsvar.test${PAGE}/rattelse-1`],
		['withdrawal', `https://samsvar.test${PAGE}/aterkallelse`],
	])
	expect(await codeOfSending(statementId)).toBe('statementWithdrawn')
})

test('its file is the bytes that were hashed, and each part is what its leaf says', async () => {
	await added(world)
	const served = JSON.parse(await publicly(`${PAGE}/rattelse-1.json`))
	expect(sha256(compact(served.record))).toBe(served.recordHash)
	expect(served.record).toMatchObject({ format: 'samsvar-addendum/1', ordinal: 1, stretch: { first: 0, last: 0 } })
	expect(JSON.parse(await publicly(`${PAGE}.json`)).recordHash).toBe(served.record.statement.recordHash)
	for (const [leaf, { salt, value }] of Object.entries<{ salt: string; value: unknown }>(served.revealed))
		expect(leafOf(salt, value as object)).toBe(leaf)
	expect(served.revealed[served.record.reason].value).toBe('Fel myndighet nämndes.')
	const markdown = await publicly(`${PAGE}/rattelse-1.md`)
	expect(markdown).toMatch(/^# Rättelse 1 till .+ 2022:1\n/)
	expect(markdown).toContain('## Så ska det stå\n\nRegionen, inte kommunen.')
	for (const extension of ['pdf', 'docx']) {
		const response = await app.browser().get(`${PAGE}/rattelse-1.${extension}`)
		expect(response.headers.get('content-disposition')).toContain('R%C3%A4ttelse%201')
		expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
	}
})

test('a block of it that names somebody is withheld from every page and file, and the record can be checked still', async () => {
	const { statementId, addendumId } = await proposed(world, (now) => ({
		...correctionAt(now),
		blocks: [
			{ kind: 'paragraph', text: 'Fråga Siv Signatär.' },
			{ kind: 'paragraph', text: 'Annat.' },
		],
	}))
	for (const each of world.members) granted(await answering(world, each, { statementId, addendumId }))
	granted(await publishAddendum(world.deps, world.order(world.chair, { statementId, addendumId })))
	const [{ block_id: blockId } = {}] = await allRows(
		world.server.client,
		"SELECT blocks ->> '$[0].blockId' AS block_id FROM addendum",
	)
	expect(await read(chair, href(routes.redactions, at(statementId)))).toContain('Fråga Siv Signatär.')
	await withhold(statementId, blockId as BlockId)
	world.clock.now += 60_000
	for (const path of ['rattelse-1', 'rattelse-1.md', 'rattelse-1.json', 'rattelse-1.pdf'])
		expect(await publicly(`${PAGE}/${path}`), path).not.toContain('Siv Signatär')
	const served = JSON.parse(await publicly(`${PAGE}/rattelse-1.json`))
	expect(served.redacted).toEqual([{ block: 0, ground: 'Personen har begärt det.' }])
	expect(sha256(compact(served.record))).toBe(served.recordHash)
	expect(await publicly(`${PAGE}/rattelse-1`)).toContain('Annat.')
})

async function codeOfSending(statementId: StatementId) {
	const letter = {
		to: 'a@example.org',
		copyTo: '',
		subject: 'Svar',
		cover: 'Här är det.',
		files: [],
		again: false,
		reason: '',
	}
	return codeOf(await sendResponse(world.deps, world.order(world.chair, { statementId, ...letter })))
}

async function withhold(statementId: StatementId, blockId: BlockId): Promise<void> {
	const command = { statementId, blockId, ground: 'Personen har begärt det.' }
	granted(await redactBlock(world.deps, world.order(world.chair, command)))
}
