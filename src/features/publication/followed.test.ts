import { Readable } from 'node:stream'
import publishedSchema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' }
import { parseSitemapIndex } from 'sitemap'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { jsonFaults } from '#test/support/json-rules.ts'
import { addGoldenCoalition, createGoldenWorld, publish } from '#test/support/published.ts'
import { sitemapFaults } from '#test/support/sitemap-rules.ts'
import { withholdBlocks } from '#test/support/withheld.ts'

const SLUG = '/nsph-stockholm'
const read = z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
const short = (text: string) => [{ kind: 'paragraph', text }] as const
/** What stands between these tags, one after the other. */
const inside = (document: string, tag: string) =>
	[...document.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, text]) => text)

test('the JSON feed keeps the rules of its kind, and has the entries that the Atom feed has, by the same names', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	await publish(world, { title: 'Å "andra" <sidan>', blocks: short('a & b'), on: '2022-11-30' })
	const { get } = testApp(world).browser()
	const response = await get(`${SLUG}/feed.json`)
	expect(response.headers.get('content-type')).toBe('application/feed+json')
	expect(response.headers.get('access-control-allow-origin')).toBe('*')
	const feed = read.parse(await response.json())
	const faults = jsonFaults(publishedSchema)
	expect(faults(feed)).toEqual([])
	expect(faults({ ...feed, version: 1, items: [{ id: 'x', url: 'x' }] })).not.toEqual([])
	expect(feed).toMatchObject({
		title: 'Svar från NSPH Stockholms län',
		home_page_url: ORIGIN + SLUG,
		feed_url: `${ORIGIN}${SLUG}/feed.json`,
		items: [
			{ title: 'NSPH-SL 2022:2: Å "andra" <sidan>', url: `${ORIGIN}${SLUG}/2022/2`, content_text: 'a & b' },
			{ url: `${ORIGIN}${SLUG}/2022/1`, date_published: '2022-10-14T08:00:00Z', language: 'sv' },
		],
	})
	const atom = await (await get(`${SLUG}/feed.atom`)).text()
	const names = feed.items.map(({ id }) => id)
	expect(inside(atom, 'id')).toEqual([ORIGIN + SLUG, ...names])
	const page = await (await get(SLUG)).text()
	expect(page).toContain(`<link rel="alternate" type="application/feed+json" href="${SLUG}/feed.json"`)
})

test('the JSON feed shows nothing that is withheld, and is dated by when that was done', async () => {
	await using world = await createGoldenWorld()
	const statementId = await publish(world, { title: 'Kort', blocks: [...short('En hemlighet.'), ...short('Resten.')] })
	world.clock.now += 1_000
	await withholdBlocks(world, statementId, 'hemlighet')
	const feed = await (await testApp(world).browser().get(`${SLUG}/feed.json`)).text()
	expect(feed).not.toContain('hemlighet')
	expect(JSON.parse(feed).items[0]).toMatchObject({ content_text: 'Resten.', date_modified: '2022-10-14T08:00:01Z' })
})

test('search engines find the pages of the listed coalitions, in each language, and of no other', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	await addGoldenCoalition(world, { slug: 'dold', name: 'Östgöta Dold', listed: false })
	await addGoldenCoalition(world, { slug: 'english', name: 'In English', language: 'en' })
	const { get } = testApp(world).browser()
	const robots = await (await get('/robots.txt')).text()
	expect(robots).toMatch(new RegExp(`^Sitemap: ${ORIGIN}/sitemap\\.xml$`, 'm'))
	const index = await get('/sitemap.xml')
	expect(index.headers.get('content-type')).toBe('application/xml; charset=utf-8')
	const files = await parseSitemapIndex(Readable.from([await index.text()]))
	expect(files).toEqual([
		{ url: `${ORIGIN}/english/sitemap.xml`, lastmod: expect.stringMatching(/^2022-/) },
		{ url: `${ORIGIN}${SLUG}/sitemap.xml`, lastmod: '2022-10-14T08:00:00Z' },
	])
	const own = await (await get(`${SLUG}/sitemap.xml`)).text()
	expect(sitemapFaults(own)).toEqual([])
	const addresses = [SLUG, `/en${SLUG}`, `${SLUG}/2022/1`, `/en${SLUG}/2022/1`].map((path) => ORIGIN + path)
	expect(inside(own, 'loc')).toEqual(addresses)
	for (const address of addresses) expect((await get(address.slice(ORIGIN.length))).status).toBe(200)
	const link = (language: string, path: string) =>
		`<xhtml:link rel="alternate" hreflang="${language}" href="${ORIGIN}${path}"/>`
	expect(own).toContain(link('sv', `${SLUG}/2022/1`) + link('en', `/en${SLUG}/2022/1`))
	const english = await (await get('/english/sitemap.xml')).text()
	expect(sitemapFaults(english)).toEqual([])
	expect(inside(english, 'loc')).toEqual([`${ORIGIN}/english`])
	expect(english).not.toContain('hreflang')
	for (const slug of ['dold', 'finns-inte']) expect((await get(`/${slug}/sitemap.xml`)).status, slug).toBe(404)
	expect((await get('/dold/feed.json')).headers.get('x-robots-tag')).toBe('noindex')
})

test('the schema finds what is wrong with a sitemap', () => {
	const of = (inner: string) =>
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${inner}</urlset>`
	const loc = '<loc>https://samsvar.test/a</loc>'
	expect(sitemapFaults(of(`<url>${loc}</url>`))).toEqual([])
	for (const wrong of ['', `<url>${loc}<lastmod>i går</lastmod></url>`, `<url>${loc}<xhtml:link rel="next"/></url>`]) {
		expect(sitemapFaults(of(wrong))).not.toEqual([])
	}
})
