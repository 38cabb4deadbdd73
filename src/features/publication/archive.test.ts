import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { decode, type TestApp, testApp } from '#test/support/app.ts'
import { addGoldenCoalition, createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { shownLines } from '#test/support/shown-text.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'
import type { CoalitionWorld } from '#test/support/world.ts'
import { indexWaiting } from '#usecases/publication/index-published.ts'

const ARCHIVE = '/nsph-stockholm/archive'
let world: CoalitionWorld
let app: TestApp
beforeEach(async () => {
	world = await createGoldenWorld()
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const textAt = async (query: Record<string, string> = {}, path = ARCHIVE) => {
	world.clock.now += 61_000
	const response = await app.browser().get(`${path}?${new URLSearchParams(query)}`)
	expect(response.status).toBe(200)
	return response.text()
}
/** The links to statements in a list, in its order. */
const statementsOn = (page: string) =>
	[...page.matchAll(/class="verb" href="([^"]*\/[0-9]{4}\/[0-9]+)"/g)].map(([, path]) => path?.slice(-6))
/** How many are found. */
const headingOf = (page: string) => /<h2>(\d+ [^<]*)<\/h2>/.exec(page)?.[1] ?? null
const indexed = () => indexWaiting(world.deps)
const short = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))

test.each([false, true])(
	'a search finds every word in number, title or text, whatever its case, and shows where; indexed: %s',
	async (isIndexed) => {
		await publish(world)
		if (isIndexed) await indexed()
		const searches: [string, number, string][] = [
			['ÅTERHÄMTNINGSGUIDEN praktiskt', 1, '<mark>Återhämtningsguiden</mark> Ett <mark>praktiskt</mark> verktyg'],
			['2022:1', 1, 'Brukarrörelsen behöver delta'],
			['peer supportrar', 1, '(exempelvis <mark>Peer</mark> <mark>supportrar</mark>, studiecirkelledare'],
			['utredningen  samverkansresurs', 1, 'NSPH-SL 2022:1'],
			['peer finnsinte', 0, 'Inget svar innehåller ”peer finnsinte”'],
			['paragraph', 0, 'Inget svar innehåller ”paragraph”'],
			["'; DROP TABLE publication; --", 0, 'Inget svar innehåller'],
			['<script>alert(1)</script>', 0, '”&lt;script&gt;alert(1)&lt;/script&gt;”'],
			['_', 0, '”_”'],
			['(', 0, '”(”'],
			['system-hinder / vård-', 1, '<mark>vård</mark>'],
			['a'.repeat(5000), 0, `”${'a'.repeat(100)}”`],
		]
		for (const [search, count, shown] of searches) {
			const page = await textAt({ search })
			expect(statementsOn(page), search).toHaveLength(count)
			expect(page, search).toContain(shown)
			expect(page).not.toContain('<script')
		}
		expect(statementsOn(await textAt({ search: ' ' }))).toHaveLength(1)
	},
)

test('a word is found in its other forms and in compounds, a short one only whole, and a phrase as it stands', async () => {
	const text = 'Vårdens brukarinflytandet ska öka. Ett EU-direktiv och länsgemensam samverkansstruktur behövs.'
	await publish(world, { title: 'Första', blocks: short(text) })
	await publish(world, {
		title: 'English',
		language: 'en',
		blocks: short('The studies showed happiness.'),
		on: '2022-11-01',
	})
	await indexed()
	const found = async (search: string) => headingOf(await textAt({ search }))
	for (const search of [
		'vården',
		'inflytande',
		'inflytandets',
		'direktivet',
		'brukar',
		'eu',
		'studied',
		'happy',
		'"länsgemensam samverkansstruktur"',
	])
		expect(decode((await found(search)) ?? ''), search).toBe(`1 träff på ”${search}”`)
	for (const search of ['inflyttning', 'en', 'st', '"brukar"', '"samverkansstruktur länsgemensam"', '"vården"'])
		expect(await found(search), search).toBeNull()
	expect(await textAt({ search: 'inflytandets' })).toContain('brukar<mark>inflytandet</mark>')
	expect(await textAt({ search: 'eu' })).toContain('<mark>EU</mark>-direktiv')
})

test('the best come first: by title, then by position, then the newest; positions are found by themselves', async () => {
	const position: Block = { kind: 'position', text: 'Stärk stödet till anhöriga.' }
	await publish(world, { title: 'Stöd till anhöriga', blocks: short('Om något.') })
	await publish(world, {
		title: 'Andra',
		blocks: [{ kind: 'position', text: 'Något annat.' }, position],
		on: '2022-11-01',
	})
	await publish(world, { title: 'Tredje', blocks: short('Anhöriga nämns här.', 'Och här.'), on: '2022-12-01' })
	await publish(world, { title: 'Fjärde', blocks: short('Anhöriga nämns här med.'), on: '2023-02-01' })
	await indexed()
	const page = await textAt({ search: 'anhörig' })
	expect(statementsOn(page)).toEqual(['2022/1', '2022/2', '2023/1', '2022/3'])
	expect(page).toContain(
		'<a href="/nsph-stockholm/2022/2/p/2">Ståndpunkt 2</a>: <span lang="sv">Stärk stödet till <mark>anhörig</mark>a.</span>',
	)
	expect(page).not.toContain('/p/1')
})

test('what is withheld leaves the index in the same moment, and comes back without it', async () => {
	const texts = short('Siv Signatär skriver.', 'Den andra texten står kvar.')
	const statementId = await publish(world, { blocks: texts })
	await indexed()
	expect(statementsOn(await textAt({ search: 'signatär' }))).toHaveLength(1)
	await withholdBlocks(world, statementId, 'Siv Signatär')
	const raw = () => world.server.client.execute(`SELECT rowid FROM search_index WHERE search_index MATCH '"signatär"'`)
	for (const moment of ['at once', 'indexed']) {
		if (moment === 'indexed') await indexed()
		expect((await raw()).rows, moment).toEqual([])
		expect(statementsOn(await textAt({ search: 'signatär' })), moment).toEqual([])
		expect(statementsOn(await textAt({ search: 'skriver' })), moment).toEqual([])
		expect(statementsOn(await textAt({ search: GROUND })), moment).toEqual([])
		expect(statementsOn(await textAt({ search: 'andra kvar' })), moment).toHaveLength(1)
	}
})

test('what is withheld while it is on its way into the index does not come into it', async () => {
	const statementId = await publish(world, { blocks: short('Siv Signatär skriver.', 'Resten.') })
	const { db } = world.deps
	const write: typeof db.write = async (statements) => {
		await withholdBlocks(world, statementId, 'Siv Signatär')
		return db.write(statements)
	}
	await indexWaiting({ db: { ...db, write } })
	const { rows } = await world.server.client.execute(
		'SELECT (SELECT COUNT(*) FROM search_entry) AS entries, (SELECT COUNT(*) FROM search_index) AS rows, (SELECT COUNT(*) FROM search_waiting) AS waiting',
	)
	expect({ ...rows[0] }).toEqual({ entries: 0, rows: 0, waiting: 1 })
	await indexed()
	expect(statementsOn(await textAt({ search: 'signatär' }))).toEqual([])
	expect(statementsOn(await textAt({ search: 'resten' }))).toHaveLength(1)
})

test('an archive is narrowed by year, by who asked, by inquiry and by language, with counts of what each choice leaves', async () => {
	const other = { ...INQUIRY, title: 'Elevhälsa', sender: 'Skolverket', references: 'SV 12' }
	await publish(world, { title: 'Ett', blocks: short('ett ord'), inquiry: INQUIRY })
	await publish(world, { title: 'Två', blocks: short('två ord'), inquiry: other, on: '2022-11-01' })
	await publish(world, { title: 'Three', language: 'en', blocks: short('ord'), inquiry: other, on: '2023-02-01' })
	const page = await textAt()
	expect(statementsOn(page)).toEqual(['2023/1', '2022/2', '2022/1'])
	expect(headingOf(page)).toBe('3 svar')
	expect(shownLines(page)).toEqual(expect.arrayContaining(['2023 (1)', '2022 (2)']))
	expect(page).toContain('<option value="Skolverket">Skolverket (2)</option>')
	const asked: [Record<string, string>, string[]][] = [
		[{ year: '2022' }, ['2022/2', '2022/1']],
		[{ authority: 'Skolverket' }, ['2023/1', '2022/2']],
		[{ authority: 'Skolverket', year: '2022' }, ['2022/2']],
		[{ inquiry: 'rs 2022-0417' }, ['2022/1']],
		[{ inquiry: 'elevHÄLSA' }, ['2023/1', '2022/2']],
		[{ language: 'en' }, ['2023/1']],
		[{ language: 'en', year: '2022' }, []],
		[{ search: 'två', authority: 'Skolverket' }, ['2022/2']],
		[{ search: 'två', authority: 'Region Stockholm' }, []],
		[{ year: 'x', language: 'tlh' }, ['2023/1', '2022/2', '2022/1']],
	]
	for (const [query, found] of asked) expect(statementsOn(await textAt(query)), JSON.stringify(query)).toEqual(found)
	const narrowed = await textAt({ authority: 'Skolverket', year: '2022' })
	// Of the other years it counts what they would give with what else was chosen.
	expect(narrowed).toContain('href="/nsph-stockholm/archive?year=2023&amp;authority=Skolverket"')
	expect(headingOf(narrowed)).toBe('1 svar')
	expect(shownLines(narrowed)).toEqual(expect.arrayContaining(['2023 (1)', '2022 (1)']))
	expect(narrowed).toContain('<input type="hidden" name="year" value="2022"')
	const english = await textAt({ year: '2022' }, `/en${ARCHIVE}`)
	expect(headingOf(english)).toBe('2 statements')
	expect(english).toContain('/en/nsph-stockholm/archive?')
})

test('it is shown in parts of twenty, and says so of an archive that is empty', async () => {
	expect(shownLines(await textAt())).toContain('Inget är publicerat än')
	await publish(world, { blocks: short('ord') })
	await indexed()
	await world.server.client.batch(
		[
			`INSERT INTO publication SELECT 'copy-' || value, coalition_id, year, 2 + value, label, title, text_hash, record_hash, text_bytes,
				record_bytes, published_at, sealed_text, revealed, overview, accent, logo FROM publication, json_each('[${Array.from({ length: 44 }, (_, n) => n)}]')`,
			`INSERT INTO archive_entry SELECT 'copy-' || value, coalition_id, year, 2 + value, language, authority, inquiry, inquiry_references
				FROM archive_entry, json_each('[${Array.from({ length: 44 }, (_, n) => n)}]')`,
		],
		'write',
	)
	const second = await textAt({ part: '2', year: '2022' })
	expect(statementsOn(second)).toHaveLength(20)
	expect(headingOf(second)).toBe('45 svar')
	expect(second).toContain('href="/nsph-stockholm/archive?year=2022" rel="prev"')
	expect(second).toContain('href="/nsph-stockholm/archive?year=2022&amp;part=3" rel="next"')
	expect(statementsOn(await textAt({ part: '3' }))).toHaveLength(5)
	expect(headingOf(await textAt({ search: 'ord' }))).toBe('1 träff på ”ord”')
})

test('nothing of another coalition is found, nor counted, though its rows stand in the same index', async () => {
	const other = await addGoldenCoalition(world, { slug: 'annan', name: 'En annan' })
	const same = { title: 'Samma', blocks: short('samma ord'), inquiry: INQUIRY }
	await publish(world, same)
	await publish(other, { ...same, on: '2022-11-01' })
	await indexed()
	for (const slug of ['nsph-stockholm', 'annan']) {
		const page = await textAt({ search: 'samma' }, `/${slug}/archive`)
		expect([...page.matchAll(/class="verb" href="([^"]*)"/g)].map(([, to]) => to)).toEqual([`/${slug}/2022/1`])
		expect(shownLines(page)).toContain('2022 (1)')
		expect(page).toContain('Region Stockholm (1)')
	}
})

test('what was published before there was an archive comes into it as its record tells, under leaves or not', async () => {
	await publish(world, { title: 'Ett', blocks: short('ett'), inquiry: { ...INQUIRY, sender: 'Region "Stockholm"' } })
	await publish(world, { title: 'Två', blocks: short('två'), inquiry: INQUIRY, fixedBefore: true, on: '2022-11-01' })
	await publish(world, { title: 'Three', language: 'en', blocks: short('three'), on: '2022-12-01' })
	const { client } = world.server
	const entries = async () =>
		(await client.execute('SELECT * FROM archive_entry ORDER BY statement_id')).rows.map((row) => ({ ...row }))
	const [made, waiting] = [await entries(), await client.execute('SELECT * FROM search_waiting')]
	const migration = readFileSync('migrations/0026_archive.sql', 'utf8').split('--> statement-breakpoint')
	const filling = migration.filter((statement) => statement.includes('INSERT INTO'))
	await client.batch(['DELETE FROM archive_entry', 'DELETE FROM search_waiting', ...filling], 'write')
	expect(await entries()).toEqual(made)
	expect(made.map(({ authority }) => authority).sort()).toEqual(['', 'Region "Stockholm"', 'Region Stockholm'])
	expect((await client.execute('SELECT * FROM search_waiting')).rows).toHaveLength(waiting.rows.length)
})
