import { expect, test } from 'vitest'
import { RESERVED_SLUGS } from '#routes'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { golden } from '#test/support/golden.ts'
import { addGoldenCoalition, createGoldenWorld, publish } from '#test/support/published.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { createWorld, type World } from '#test/support/world.ts'

const textAt = async (world: World, path: string) => (await testApp(world).browser().get(path)).text()
const short = (text: string) => [{ kind: 'paragraph', text }] as const
/** The links to statements on a page. */
const statementsOn = (page: string) => [...page.matchAll(/href="([^"]*\/[0-9]{4}\/[0-9]+)"/g)].map(([, path]) => path)

async function rename(world: World, from: string, to: string): Promise<void> {
	await world.server.client.batch(
		[
			{ sql: 'UPDATE slug SET current = 0 WHERE slug = ?', args: [from] },
			{
				sql: 'INSERT INTO slug (slug, coalition_id, current, created_at) SELECT ?, coalition_id, 1, created_at FROM slug WHERE slug = ?',
				args: [to, from],
			},
		],
		'write',
	)
}

test('a coalition shows its statements, newest first by year, and its members in their order with their areas', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	await publish(world, { title: 'Senare samma år', blocks: short('a'), on: '2022-11-30' })
	await publish(world, { title: 'Nästa år', blocks: short('b'), on: '2023-02-01' })
	const page = await textAt(world, '/nsph-stockholm')
	expect(statementsOn(page)).toEqual(['/nsph-stockholm/2023/1', '/nsph-stockholm/2022/2', '/nsph-stockholm/2022/1'])
	const lines = shownLines(page)
	expect(lines.filter((line) => /^20[0-9]{2}$/.test(line))).toEqual(['2023', '2022'])
	expect(shownLines(elementOf(page, /<ul class="tasks">/))).toEqual(['Nästa årNSPH-SL 2023:1 · 1 februari 2023'])
	const members = golden.blocks.flatMap((block) => (block.kind === 'memberList' ? block.members : []))
	expect(shownLines(elementOf(page, /<ul lang="sv">/))).toEqual(members.map(({ name, area }) => `${name} (${area})`))
	expect(page).toContain('<a href="/nsph-stockholm/work">')
	expect(page).toContain('<link rel="alternate" type="application/atom+xml" href="/nsph-stockholm/feed.atom"')
	expect(page).not.toContain('noindex')
})

test('an empty coalition says what will come', async () => {
	await using world = await createGoldenWorld()
	expect(shownLines(await textAt(world, '/nsph-stockholm'))).toContain('Inget är publicerat än')
	expect(await textAt(world, '/nsph-stockholm/feed.atom')).toMatch(/<updated>2022-10-03T07:00:00.000Z<\/updated>/)
})

test('many statements are shown a year at a time', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	// Copies of the one row: what is tried is the list, not the publishing.
	await world.server.client.execute(
		`INSERT INTO publication SELECT 'copy-' || value, coalition_id, 2021 - value / 30, 1 + value % 30, label, title, text_hash,
			record_hash, text_bytes, record_bytes, published_at, sealed_text, revealed, overview, accent, logo FROM publication, json_each('[${Array.from({ length: 60 }, (_, n) => n)}]')`,
	)
	const latest = await textAt(world, '/nsph-stockholm')
	expect(statementsOn(latest)).toHaveLength(40)
	expect(latest).toContain('<a href="/nsph-stockholm?year=2020">2020 (30)</a>')
	const year = await textAt(world, '/en/nsph-stockholm?year=2020')
	expect(statementsOn(year)).toHaveLength(30)
	expect(year).toContain('<h2>Statements from 2020</h2>')
	expect((await testApp(world).browser().get('/nsph-stockholm?year=1999')).status).toBe(404)
})

test('a search that an earlier page was asked for leads to the archive', async () => {
	await using world = await createGoldenWorld()
	for (const prefix of ['', '/en']) {
		const response = await testApp(world).browser().get(`${prefix}/nsph-stockholm?search=peer+supportrar`)
		const archive = `${prefix}/nsph-stockholm/archive?search=peer+supportrar`
		expect([response.status, response.headers.get('location')]).toEqual([303, archive])
	}
	await publish(world)
	expect(statementsOn(await textAt(world, '/nsph-stockholm?search=+'))).toHaveLength(1)
})

test('the front page finds listed coalitions by name and never an unlisted one', async () => {
	await using world = await createGoldenWorld()
	await addGoldenCoalition(world, { slug: 'ostergotland', name: 'Funktionsrätt Östergötland', demo: true })
	await addGoldenCoalition(world, { slug: 'dold', name: 'Östgöta Dold', listed: false })
	const names = (page: string) => [...page.matchAll(/class="verb" href="[^"]*">([^<]*)</g)].map(([, name]) => name)
	expect(names(await textAt(world, '/'))).toEqual(['Funktionsrätt Östergötland', 'NSPH Stockholms län'])
	expect(names(await textAt(world, '/?search=öst'))).toEqual(['Funktionsrätt Östergötland'])
	const none = await textAt(world, '/en?search=Dold')
	expect(names(none)).toEqual([])
	expect(none).toContain('No coalition has “Dold” in its name.')
	expect(elementOf(await textAt(world, '/'), /<main/)).toMatch(
		/<h2[^>]*>Hitta en samverkan<\/h2>[\s\S]*href="\/sign-in"/,
	)
})

test('an unlisted coalition can be read by those who know its address, and asks not to be indexed', async () => {
	await using world = await createGoldenWorld({ listed: false })
	await publish(world)
	const { get } = testApp(world).browser()
	for (const path of ['/nsph-stockholm', '/nsph-stockholm/2022/1', '/en/nsph-stockholm/2022/1']) {
		const response = await get(path)
		expect(response.status).toBe(200)
		expect(await response.text()).toContain('<meta name="robots" content="noindex"')
	}
	for (const path of ['/nsph-stockholm/2022/1.md', '/nsph-stockholm/2022/1.json', '/nsph-stockholm/feed.atom']) {
		expect((await get(path)).headers.get('x-robots-tag')).toBe('noindex')
	}
})

test('the addresses of a renamed coalition lead to the new ones, whatever follows the name', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	await rename(world, 'nsph-stockholm', 'nsph-sthlm')
	const { get } = testApp(world).browser()
	for (const rest of [
		'',
		'/2022/1',
		'/2022/1.md',
		'/2022/1.json',
		'/feed.atom',
		'/feed.json',
		'/sitemap.xml',
		'?search=peer',
	]) {
		for (const prefix of rest.includes('.') ? [''] : ['', '/en']) {
			const response = await get(`${prefix}/nsph-stockholm${rest}`)
			expect([response.status, response.headers.get('location')]).toEqual([308, `${prefix}/nsph-sthlm${rest}`])
		}
	}
	expect((await get('/nsph-sthlm/2022/1')).status).toBe(200)
})

test('what there is not is answered 404 with a way on', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const { get } = testApp(world).browser()
	const helped = ['/2022/2', '/2022/01', '/2022/0', '/2021/1', '/2022', '/1999', '/2022/2.md', '/2022/2.json']
	for (const rest of helped) {
		const response = await get(`/nsph-stockholm${rest}`)
		expect(response.status, rest).toBe(404)
		expect(response.headers.get('cache-control')).toBe('private, no-store')
		expect(await response.text(), rest).toContain('<a href="/nsph-stockholm">NSPH Stockholms län</a>')
	}
	expect(await (await get('/nsph-stockholm/2022')).text()).toContain('<a href="/nsph-stockholm?year=2022">')
	expect(await (await get('/en/nsph-stockholm/2022/9')).text()).toContain(
		'There is no statement with the number 2022:9 here.',
	)
	for (const path of [
		'/finns-inte',
		'/finns-inte/2022/1',
		'/finns-inte/2022/1.json',
		'/finns-inte/feed.atom',
		'/en/finns-inte',
	]) {
		expect((await get(path)).status, path).toBe(404)
	}
})

test('a coalition whose language is English has one address for each page', async () => {
	await using world = await createGoldenWorld({ language: 'en', name: 'Mental Health Stockholm' })
	await publish(world, { language: 'en', title: 'Our answer', blocks: short('We agree.') })
	const page = await textAt(world, '/en/nsph-stockholm/2022/1')
	expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/nsph-stockholm/2022/1"`)
	expect(page).toBe(await textAt(world, '/nsph-stockholm/2022/1'))
	expect(page).not.toContain('hreflang')
	expect(page).toContain('<article class="statement" lang="en">')
})

test('the icon and the word to robots are served, and their addresses are no slugs', async () => {
	await using world = await createWorld()
	const { get } = testApp(world).browser()
	const icon = await get('/icon.svg')
	expect(icon.headers.get('content-type')).toBe('image/svg+xml')
	expect(await icon.text()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
	const robots = await get('/robots.txt')
	expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8')
	expect(await robots.text()).toMatch(/^User-agent: \*\nDisallow: \/sign-in\n/)
	expect(RESERVED_SLUGS).toEqual(expect.arrayContaining(['en', 'icon', 'robots', 'sitemap']))
})
