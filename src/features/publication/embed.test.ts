import { expect, test } from 'vitest'
import * as z from 'zod'
import { decode, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { jsonFaults } from '#test/support/json-rules.ts'
import { addGoldenCoalition, createGoldenWorld, publish } from '#test/support/published.ts'
import { shownLines } from '#test/support/shown-text.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'
import type { World } from '#test/support/world.ts'

const SLUG = '/nsph-stockholm'
const PAGE = `${SLUG}/2022/1`
const HOSTILE = '"><img src=x onerror=alert(1)>'

/** What https://oembed.com/ asks of a response of the type `rich`, and the optional parts that ours have. */
const OEMBED = {
	type: 'object',
	required: ['type', 'version', 'html', 'width', 'height'],
	additionalProperties: false,
	properties: {
		type: { const: 'rich' },
		version: { const: '1.0' },
		title: { type: 'string' },
		author_name: { type: 'string' },
		author_url: { type: 'string', format: 'uri' },
		provider_name: { type: 'string' },
		provider_url: { type: 'string', format: 'uri' },
		cache_age: { type: 'integer', minimum: 0 },
		html: { type: 'string', minLength: 1 },
		width: { type: 'integer', minimum: 1 },
		height: { type: 'integer', minimum: 1 },
	},
}
const faults = jsonFaults(OEMBED)
const answered = z.looseObject({ html: z.string(), title: z.string(), width: z.number(), height: z.number() })

const ask = (world: World, path: string, more = '') =>
	testApp(world)
		.browser()
		.get(`/oembed?url=${encodeURIComponent(ORIGIN + path)}${more}`)

async function shown(world: World, path: string, more = '') {
	const response = await ask(world, path, more)
	expect([path, response.status]).toEqual([path, 200])
	expect(response.headers.get('content-type')).toBe('application/json')
	expect(response.headers.get('access-control-allow-origin')).toBe('*')
	const body = answered.parse(await response.json())
	expect(faults(body)).toEqual([])
	return body
}

test('each public page says where other sites learn how to show it, and is shown there', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const { get } = testApp(world).browser()
	for (const path of [SLUG, PAGE, `${PAGE}/p/9b`, `/en${SLUG}`, `/en${PAGE}`, `/en${PAGE}/p/7`]) {
		const page = await (await get(path)).text()
		const [, found = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? []
		const { title, html } = await shown(world, path)
		expect(decode(found)).toBe(`${ORIGIN}/oembed?url=${encodeURIComponent(ORIGIN + path)}`)
		expect(title).toMatch(/NSPH/)
		expect(html).toContain(`${ORIGIN}${path}`)
	}
	const statement = await shown(world, PAGE)
	expect(statement.title).toMatch(/^NSPH-SL 2022:1: Brukarrörelsen/)
	expect(statement.html).toMatch(/^<blockquote lang="sv"><p>Om huvudmännen/)
	expect(await shown(world, `/en${PAGE}/p/9b`)).toMatchObject({ title: 'NSPH-SL 2022:1: Position 9 b' })
	expect(faults({ ...statement, width: '600' })).not.toEqual([])
})

test('a frame is no larger than was asked for', async () => {
	await using world = await createGoldenWorld()
	const { html, width, height } = await shown(world, SLUG, '&maxwidth=320&maxheight=200&format=json')
	expect([width, height]).toEqual([320, 200])
	expect(html).toContain(`<iframe src="${ORIGIN}${SLUG}/embed"`)
	expect(html).toContain('width="320" height="200"')
	expect((await shown(world, SLUG, '&maxwidth=-1&maxheight=x')).width).toBe(600)
})

test('nothing else is shown, in no other format', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	for (const path of ['/', '/sign-in/x', '/finns-inte', `${SLUG}/2022/2`, `${PAGE}/p/11`, `${SLUG}/work`]) {
		expect([path, (await ask(world, path)).status]).toEqual([path, 404])
	}
	const { get } = testApp(world).browser()
	expect((await get('/oembed')).status).toBe(404)
	expect((await get(`/oembed?url=${encodeURIComponent(`https://elsewhere.test${PAGE}`)}`)).status).toBe(404)
	expect((await ask(world, PAGE, '&format=xml')).status).toBe(501)
})

test('what was written is shown as it was written, and what is withheld is not', async () => {
	await using world = await createGoldenWorld({ name: HOSTILE })
	const blocks = [
		{ kind: 'paragraph', text: HOSTILE },
		{ kind: 'position', text: 'En hemlighet.' },
	] as const
	await withholdBlocks(world, await publish(world, { title: HOSTILE, blocks }), 'hemlighet')
	for (const path of [SLUG, PAGE, `${PAGE}/p/1`]) {
		const { html } = await shown(world, path)
		expect(html).not.toMatch(/<img|hemlighet/)
	}
	expect((await shown(world, `${PAGE}/p/1`)).html).toContain(`[Uppgift borttagen: ${GROUND}]`)
	const page = await (await testApp(world).browser().get(SLUG)).text()
	const [, list = ''] = /<code[^>]*>(&lt;ul&gt;.*?)<\/code>/.exec(page) ?? []
	expect(decode(list).replaceAll('&gt;', '>')).not.toContain('<img')
})

test('the list alone may stand in a frame of any site, without a cookie or a form', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	await addGoldenCoalition(world, { slug: 'tom', name: 'Tom samverkan' })
	const { get } = testApp(world).browser()
	for (const path of [`${SLUG}/embed`, `/en${SLUG}/embed`]) {
		const response = await get(path, { cookie: '__Host-session=x' })
		expect(response.headers.get('content-security-policy')).toMatch(/; frame-ancestors \*$/)
		expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
		expect(response.headers.get('x-samsvar-framed')).toBeNull()
		expect(response.headers.get('set-cookie')).toBeNull()
		const page = await response.text()
		expect(page).toContain(`href="${ORIGIN}${path.replace('/embed', '')}/2022/1"`)
		expect(page).toContain('<base target="_top"/>')
		expect(page).not.toMatch(/<form|<script|<input/)
	}
	expect(shownLines(await (await get('/tom/embed')).text())).toContain('Inget är publicerat än')
	expect((await get('/finns-inte/embed')).status).toBe(404)
	for (const path of [SLUG, PAGE, `${PAGE}/p/1`]) {
		expect((await get(path)).headers.get('content-security-policy')).toMatch(/; frame-ancestors 'none'$/)
	}
})

test('what is to be copied stands on the public page, and for members among the settings', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const app = testApp(world)
	const copied = `&lt;iframe src=&quot;${ORIGIN}${SLUG}/embed&quot;`
	const page = await (await app.browser().get(SLUG)).text()
	expect(page).toContain(copied)
	expect(page).toContain(`&lt;li&gt;&lt;a href=&quot;${ORIGIN}${PAGE}&quot; lang=&quot;sv&quot;&gt;Brukarrörelsen`)
	const chair = await signedIn(app, world.chair)
	expect(await (await chair.get(`${SLUG}/settings`)).text()).toContain(copied)
})
