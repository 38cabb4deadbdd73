import { afterEach, beforeEach, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { BILL, followedStatement } from '#test/support/followed.ts'
import { followedOlder } from '#test/support/followed-older.ts'
import { contestedStatement, importedStatement, OLDER } from '#test/support/imported.ts'
import { shownForms } from '#test/support/shown-forms.ts'
import { elementOf } from '#test/support/shown-text.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, type Member, SLUG } from '#test/support/world.ts'
import { recordOlderOutcomes } from '#usecases/publication/follow-older.ts'
import { correctOlder, removeOlder } from '#usecases/publication/older.ts'

let world: CoalitionWorld
let app: TestApp
let chair: Browser
beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
	chair = await signedIn(app, world.chair)
})
afterEach(() => world[Symbol.asyncDispose]())

const pageOf = (older: string) => href(routes.olderOutcomes, { coalition: SLUG, older })
const read = async (browser: Browser, path: string) => (await browser.get(path)).text()
const key = () => world.deps.newId('random')
/** As nobody has kept a page that long. */
const later = async (path: string) => {
	world.clock.now += DAY
	return read(app.browser(), path)
}
const DECISION = {
	...{ kind: 'decision', title: 'Beslut S2018/1', url: 'https://example.org/beslut', datedOn: '2018-09-30' },
	...{ 'outcome-1': 'rejected', 'page-1': '3', 'note-1': 'Kostar för mycket.' },
}
const linesOf = async (kind: string) =>
	(await later(`/${SLUG}/open-data.jsonl`))
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line))
		.filter((line) => line.kind === kind)

test('the chair records what a document says of an older statement, and everybody reads it with where it says so', async () => {
	const { olderId } = await importedStatement(world)
	const path = pageOf(olderId)
	expect(await read(chair, href(routes.olderStatement, { coalition: SLUG, older: olderId }))).toContain(
		`href="${path}"`,
	)
	expect(await read(chair, path)).toContain('Inget är noterat än.')
	const sent = await chair.post(path, { key: key(), ...DECISION })
	expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?done=recorded`])
	const [member] = world.members as readonly [Member]
	const seen = await read(await signedIn(app, member.delegate), path)
	expect(seen).toContain('Fick inte gehör')
	expect(shownForms(seen).filter(({ to }) => to === path)).toEqual([])
	for (const page of [`/${SLUG}/2017/3`, `/en/${SLUG}/2017/3`]) {
		const shown = elementOf(await later(page), /<section id="outcomes"/)
		expect(shown).toContain('<a href="https://example.org/beslut"><cite lang="sv">Beslut S2018/1</cite></a>')
		expect(shown).toContain('href="#p1"')
	}
})

test('a document is read again, and of no position it is shown nowhere', async () => {
	const { olderId, documentId } = await followedOlder(world, null)
	const path = href(routes.olderOutcomeCorrection, { coalition: SLUG, older: olderId, document: documentId })
	expect(await read(chair, path)).toContain('Prop. 2022/23:7')
	expect(await later(`/${SLUG}/2017/a1`)).toContain('Prop. 2022/23:7')
	const none = { ...DECISION, 'outcome-1': '', 'page-1': '', 'note-1': '' }
	expect((await chair.post(path, { key: key(), ...none })).status).toBe(303)
	const page = await later(`/${SLUG}/2017/a1`)
	expect(page).not.toContain('id="outcomes"')
	const other = href(routes.olderOutcomeCorrection, { coalition: SLUG, older: olderId, document: 'none' })
	expect((await chair.get(other)).status).toBe(404)
})

test('ledger and picture have it with what is published here, by year, and say where an association does not know of it', async () => {
	const { olderId } = await contestedStatement(world)
	granted(await recordOlderOutcomes(world.deps, world.order(world.chair, { olderId, ...BILL })))
	await importedStatement(world, { number: null, title: 'Yttrande om färdtjänst', decidedOn: '2017' })
	await followedStatement(world)
	const page = await later(href(routes.ledger, { coalition: SLUG }))
	expect(page).toContain('2017: 2 ståndpunkter, fick gehör: 0, fick delvis gehör: 1,')
	expect(page).toMatch(/2022: \d+ ståndpunkter/)
	expect(page.indexOf(`href="/${SLUG}/2022/1#p1"`)).toBeLessThan(page.indexOf(`href="/${SLUG}/2017/3#p1"`))
	expect(page.indexOf(`href="/${SLUG}/2017/3#p1"`)).toBeLessThan(page.indexOf(`href="/${SLUG}/2017/a1#p1"`))
	expect(page.match(/ · Importerat/g)).toHaveLength(2)
	expect(page.match(/känner inte till det/g)).toHaveLength(1)
	const one = await later(href(routes.ledger, { coalition: SLUG }, { year: '2017', outcome: 'partly' }))
	expect(one.match(/#p1"/g)).toHaveLength(1)
})

test('open data names document and outcome, of what was brought in as of what was published here', async () => {
	await followedOlder(world)
	await followedStatement(world)
	const [first] = BILL.outcomes
	const told = { position: 1, outcome: first.outcome, page: first.page, note: first.note, document: BILL.document }
	expect((await linesOf('outcome')).map(({ kind: _, statement: __, ...line }) => line)).toEqual([told, told])
	expect((await linesOf('outcome')).map(({ statement }) => statement)).toEqual(
		(await linesOf('statement')).map(({ label }) => label),
	)
})

test('what was recorded goes with a position that is corrected, and with a statement that is taken away', async () => {
	const { olderId } = await followedOlder(world)
	const correct = (content: typeof OLDER) =>
		correctOlder(world.deps, world.order(world.chair, { olderId, content, reason: 'Fel text.' }))
	granted(await correct({ ...OLDER, title: 'Svar på strategin' }))
	expect(await later(`/${SLUG}/2017/3`)).toContain('Fick delvis gehör')
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel svar.' })))
	const ledger = href(routes.ledger, { coalition: SLUG })
	expect(await later(`/${SLUG}/2017/3`)).not.toContain('Fick delvis gehör')
	expect(await later(ledger)).not.toContain('/2017/3')
	expect(await linesOf('outcome')).toEqual([])
	expect((await chair.get(pageOf(olderId))).status).toBe(404)
	granted(await correct(OLDER))
	expect(await later(ledger)).toContain('Fick delvis gehör')
	granted(await correct({ ...OLDER, blocks: [{ kind: 'position', text: 'Något helt annat.' }] }))
	expect(await later(`/${SLUG}/2017/3`)).not.toContain('Fick delvis gehör')
	expect(await later(ledger)).toContain('Något helt annat.')
	expect(await later(ledger)).not.toContain('s. 12–14')
})

test('a program records, reads and corrects it, and is told who does not know of the statement', async () => {
	const { chair: program, delegates } = await programs(world)
	const { olderId } = await contestedStatement(world)
	const path = `older/${olderId}/outcomes`
	const bill = { ...BILL.document, outcomes: [...BILL.outcomes] }
	expect(outcomeOf(await delegates[0].post(path, bill))).toBe('403 notAllowed')
	const sent = await program.post(path, bill)
	expect(outcomeOf(sent)).toBe('done')
	const documentId = filtered(sent.body, '.documentId')
	expect((await delegates[0].get(path)).body).toMatchObject({
		positions: [{ number: 1, subPoints: ['Även barn.'] }],
		documents: [{ documentId, ...bill }],
		contestedBy: [expect.any(String)],
	})
	const corrections = `${path}/${documentId}/corrections`
	expect(outcomeOf(await program.post(corrections, { ...BILL.document, outcomes: [] }))).toBe('done')
	expect((await program.get(path)).body).toMatchObject({ documents: [{ documentId, outcomes: [] }] })
	expect(outcomeOf(await program.post(`${path}/none/corrections`, { ...bill, outcomes: [] }))).toBe('404 notFound')
})
