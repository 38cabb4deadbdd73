import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { type Browser, signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld, INQUIRY, PLANTED, publish } from '#test/support/published.ts'
import { type CoalitionWorld, type Member, SLUG } from '#test/support/world.ts'

const PAGES = ['', '/archive', '/2022/1'].flatMap((rest) => [`/${SLUG}${rest}`, `/en/${SLUG}${rest}`])
const FILES = [`/${SLUG}/2022/1.md`, `/${SLUG}/2022/1.json`, `/${SLUG}/feed.atom`]
const KEPT = ['/', '/en', ...PAGES, ...FILES]
const NOT_KEPT = [
	`/${SLUG}/archive?search=peer`,
	`/${SLUG}/archive?search=${PLANTED}`,
	`/${SLUG}?year=2022`,
	'/?search=nsph',
]
const MISSING = [`/${SLUG}/2022`, `/${SLUG}/2022/7`, '/finns-inte']

/** A published text with everything that hangs on persons: votes, dissent, a refusal, stances, comments, an inquiry. */
async function richWorld(): Promise<CoalitionWorld> {
	const world = await createGoldenWorld()
	await publish(world, {
		inquiry: INQUIRY,
		comment: { text: `Synpunkt: ${PLANTED}.`, answer: `Svar: ${PLANTED}.` },
		answers: {
			0: { stances: { 7: { stance: 'support', reason: 'Bra.' } }, dissent: { kind: 'separateOpinion', text: 'Mer.' } },
			1: { choice: 'no', dissent: { kind: 'reservation', text: 'Nej.' }, declines: 'Delar inte synen.' },
			2: null,
		},
	})
	return world
}

const everything = async (browser: Browser, path: string, headers = {}) => {
	const response = await browser.get(path, headers)
	return { status: response.status, headers: [...response.headers], body: await response.text() }
}

test('no person, no comment and no id stands in any public byte', async () => {
	await using world = await richWorld()
	const browser = testApp(world).browser()
	for (const path of [...KEPT, ...NOT_KEPT, ...MISSING, '/robots.txt', '/icon.svg']) {
		const { headers, body } = await everything(browser, path)
		// What was searched for is said again, and stands in the addresses of what else can be chosen.
		const said = [`”${PLANTED}”`, `value="${PLANTED}"`, `search=${PLANTED}`]
		const bytes = JSON.stringify(headers) + said.reduce((text, each) => text.replaceAll(each, ''), body)
		expect(bytes.toLowerCase(), path).not.toContain(PLANTED.toLowerCase())
		expect(bytes, path).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i)
		expect(bytes, path).not.toMatch(/example\.org/)
	}
})

test('a person who is signed in, or whose browser prefers another language, gets the same bytes and headers', async () => {
	await using world = await richWorld()
	const app = testApp(world)
	const member = world.members[0] as Member
	const browsers = [app.browser(), await signedIn(app, member.delegate), await signedIn(app, world.chair)]
	browsers[1]?.cookies.set('__Host-language', 'en')
	for (const path of [...KEPT, ...NOT_KEPT]) {
		const seen = await Promise.all(browsers.map((browser) => everything(browser, path, { 'accept-language': 'en' })))
		const stranger = await everything(app.browser(), path)
		expect(stranger.status, path).toBe(200)
		for (const answer of seen) expect(answer, path).toEqual(stranger)
		const names = stranger.headers.map(([name]) => name)
		expect(names, path).not.toContain('set-cookie')
		expect(names, path).not.toContain('vary')
	}
})

test('a page may be kept for a minute from when it was made, and has a strong tag', async () => {
	await using world = await richWorld()
	const { get } = testApp(world).browser()
	for (const path of KEPT) {
		const first = await get(path)
		world.clock.now += 20_000
		const second = await get(path)
		expect(first.headers.get('cache-control')).toBe('public, max-age=60')
		expect([first.headers.get('age'), second.headers.get('age')]).toEqual(['0', '20'])
		expect(first.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/)
		expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
	}
	for (const path of NOT_KEPT) {
		await get(path)
		world.clock.now += 20_000
		expect((await get(path)).headers.get('age')).toBe('0')
	}
})

test('a browser that has the page is told so in 304, and HEAD has no body', async () => {
	await using world = await richWorld()
	const app = testApp(world)
	const { get } = app.browser()
	const path = `/${SLUG}/2022/1`
	const tag = (await get(path)).headers.get('etag') ?? ''
	for (const asked of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
		const response = await get(path, { 'if-none-match': asked })
		expect([response.status, await response.text()]).toEqual([304, ''])
		expect(response.headers.get('etag')).toBe(tag)
		expect(response.headers.get('content-security-policy')).toContain("style-src 'sha256-")
	}
	expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
	const head = await app.fetch(new Request(`https://samsvar.test${path}`, { method: 'HEAD' }))
	expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag])
})

test('what was published shows within a minute', async () => {
	await using world = await richWorld()
	const { get } = testApp(world).browser()
	const lists = [`/${SLUG}`, `/${SLUG}/feed.atom`]
	expect((await get(`/${SLUG}/2022/2`)).status).toBe(404)
	await publish(world, { title: 'Det nya svaret', blocks: [{ kind: 'paragraph', text: 'Nytt.' }], on: '2022-11-30' })
	for (const path of lists) await get(path)
	expect((await get(`/${SLUG}/2022/2`)).status).toBe(200)
	world.clock.now += 60_000
	for (const path of lists) expect(await (await get(path)).text(), path).toContain('Det nya svaret')
	expect(await (await get(`/${SLUG}/2022/1`)).text()).toContain(
		'Nyare: NSPH-SL 2022:2, <span lang="sv">Det nya svaret</span>',
	)
})

test('those who ask at once wait for one rendering', async () => {
	await using world = await richWorld()
	let reads = 0
	const db = database({
		batch: (statements, mode) => {
			reads += 1
			return world.server.client.batch(statements, mode)
		},
	})
	const { get } = testApp({ ...world, deps: { ...world.deps, db } }).browser()
	const answers = await Promise.all(Array.from({ length: 30 }, () => get(`/${SLUG}/2022/1`)))
	expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200))
	expect(reads).toBe(1)
})
