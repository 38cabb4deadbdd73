import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import type { Route } from '#http/route.ts'
import { href, routes } from '#routes'
import { FORMS, urlOf } from '#test/support/access-forms.ts'
import { type AccessWorld, accessWorld, type Caller } from '#test/support/access-world.ts'
import { type Browser, type Fields, ORIGIN } from '#test/support/app.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

const callerNamed = (name: string): Caller => {
	const caller = at.callers.find((each) => each.name === name)
	if (!caller) throw new Error(`nobody is ${name}`)
	return caller
}

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Pages of one kind that are enough to know the kind by. */
const OF_A_KIND = 3

/** Follows links from page to page; gives the pages that were not there, and from where a link led to them. */
async function crawl(browser: Browser, from: readonly string[]) {
	const kinds = new Map<string, number>()
	const seen = new Set<string>()
	const broken: string[] = []
	const queue = from.map((to) => ({ to, at: 'the start' }))
	for (let next = queue.shift(); next; next = queue.shift()) {
		const url = new URL(next.to.replaceAll('&amp;', '&'), new URL(next.at === 'the start' ? '/' : next.at, ORIGIN))
		const path = url.pathname + url.search
		const kind = path.replace(UUID, ':id').replace(/=[^&]*/g, '')
		if (url.origin !== ORIGIN || seen.has(path) || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue
		seen.add(path)
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
		const response = await browser.get(path)
		// A page for everyone shows everyone the way in, members or not.
		const wayIn = path === `${next.at}/work`
		if (response.status >= 400 && !wayIn) broken.push(`${response.status} ${path} from ${next.at}`)
		const isPage = response.headers.get('content-type')?.startsWith('text/html')
		const page = isPage ? await response.text() : ''
		const redirect = response.headers.get('location')
		const links = [...page.matchAll(/<a [^>]*?href="([^"#]+)/g)].map(([, to = '']) => to)
		queue.push(...[...links, ...(redirect === null ? [] : [redirect])].map((to) => ({ to, at: path })))
	}
	return { broken, seen: seen.size }
}

test.each([
	['nobody', 15],
	['a contributor', 30],
	['a delegate', 50],
	['a chair', 80],
	['the operator', 10],
])('every link that %s is shown leads somewhere', async (name, atLeast) => {
	const caller = callerNamed(name)
	const start = ['/', ...(caller.signedIn ? [href(routes.me)] : [])]
	const { broken, seen } = await crawl(await caller.browser(), start)
	expect(broken).toEqual([])
	expect(seen).toBeGreaterThan(atLeast)
})

test('bodies and headers that no browser sends are answered', async () => {
	const { browser } = callerNamed('a chair')
	const statement = href(routes.statementTitle, { coalition: at.place.coalition, statement: at.place.statements.spare })
	const [name, value] = [...(await browser()).cookies][0] ?? []
	const cookie = `${name}=${value}`
	const send = (headers: Record<string, string>, body: BodyInit) =>
		at.app.fetch(
			new Request(new URL(statement, ORIGIN), {
				method: 'POST',
				headers: { origin: ORIGIN, cookie, ...headers },
				body,
			}),
		)
	const form = { 'content-type': 'application/x-www-form-urlencoded' }
	const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
	const answers = {
		'no form': await send({ 'content-type': 'application/json' }, '{"title":"x"}'),
		'no boundary': await send({ 'content-type': 'multipart/form-data' }, 'x'),
		'half a part': await send(multipart, '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\nx'),
		'a file': await send(
			multipart,
			'--x\r\nContent-Disposition: form-data; name="title"; filename="a.exe"\r\n\r\nx\r\n--x--\r\n',
		),
		'broken bytes': await send(form, new Uint8Array([0xff, 0xfe, 0x3d, 0xff])),
		'broken escapes': await send(form, 'title=%E0%A4%A&title=%'),
		'a hundred thousand fields': await send(form, 'a=1&'.repeat(100_000)),
		'strange cookies': await send({ ...form, cookie: '__Host-session=; __Host-session=%00; =;;; x' }, 'title=x'),
		'strange languages': await send({ ...form, 'accept-language': `${'x-'.repeat(500)};q=NaN,*;q=2` }, 'title='),
	}
	const statuses = Object.fromEntries(Object.entries(answers).map(([what, { status }]) => [what, status]))
	expect(statuses).toEqual({
		'no form': 422,
		'no boundary': 422,
		'half a part': 422,
		'a file': 422,
		'broken bytes': 422,
		'broken escapes': 303,
		'a hundred thousand fields': 422,
		'strange cookies': 401,
		'strange languages': 422,
	})
	const tooLarge = await send(form, `title=${'x'.repeat(3 * 1024 * 1024)}`)
	expect(tooLarge.status).toBe(422)
})

/** What a person, a program or an attacker could put in a field. */
const NASTY: readonly string[] = [
	'',
	' \t\n\u00a0',
	'å'.repeat(5_000),
	'x'.repeat(120_000),
	'\u0000\u0008\u001b[31m',
	'\ud800 halv',
	'\u202e\u200b\u00ad\ufeff',
	'__proto__',
	"'; DROP TABLE act; --",
	'-1',
	'9999-99-99',
	'0001-01-01',
	'10000-01-01',
	'99999999999999999999',
	'<script>alert(1)</script>',
	'\r\n\r\nSet-Cookie: a=b',
	'01a18908-8780-7eb5-8a3d-89f4d92518eb',
]

/** The form with one field after the other replaced, repeated, left out or added. */
function* spoiled(fields: Fields): Generator<readonly [string, Fields]> {
	for (const name of Object.keys(fields)) {
		for (const nasty of NASTY) yield [`${name} = ${JSON.stringify(nasty.slice(0, 20))}`, { ...fields, [name]: nasty }]
		yield [`${name} twice`, { ...fields, [name]: ['yes', 'no'] }]
		const { [name]: _left, ...rest } = fields
		yield [`without ${name}`, rest]
	}
	const strange = {
		['__proto__']: 'x',
		constructor: 'x',
		'stance-': 'support',
		'choice-': 'yes',
		'take[]': ['-1', '1e9', 'x'],
	}
	yield ['unknown fields', { ...fields, ...strange }]
	yield ['a key of any length', { ...fields, key: 'k'.repeat(50_000) }]
}

const posts = allRoutes.filter(({ method, path }) => method === 'POST' && !path.startsWith(routes.api))

/** Somebody it is for. */
function callerFor({ access }: Route): Caller {
	if (access === 'public') return callerNamed('nobody')
	if (access === 'operator') return callerNamed('the operator')
	const role = access === 'signedIn' || access.includes('chair') ? 'chair' : 'delegate'
	return callerNamed(`a ${role}`)
}

test.each(posts)('POST $path answers whatever is sent with a page, never with a fault', async (route) => {
	const fields = FORMS[route.path]?.(at.place, 0) ?? {}
	const url = urlOf(route.path, at.place)
	const browser = await callerFor(route).browser()
	const key = at.world.deps.newId('random')
	const wrong: string[] = []
	for (const [what, sent] of spoiled(fields)) {
		const response = await browser.post(url, { key, ...sent })
		const leadsOn = [303, 307].includes(response.status)
		const page = leadsOn ? '' : await response.text()
		const shown = leadsOn || page.includes('<h1')
		if (response.status >= 500 || !shown) wrong.push(`${what}: ${response.status}`)
		for (const id of deadEnds(page)) wrong.push(`${what}: the summary leads to #${id}, which is not there`)
	}
	expect(wrong).toEqual([])
})

/** What an error summary leads to and the page does not have. */
function deadEnds(page: string): string[] {
	const summary = /<div class="error-summary".*?<\/div>/s.exec(page)?.[0] ?? ''
	const led = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id)
	return led.filter((id) => !page.includes(` id="${id}"`))
}

/** Longer than any field but a whole text may be. */
const TOO_LONG = 'Det här skrev jag. '.repeat(7_000)

/** The form of a sign-in link has nothing to write in. */
const written = posts.filter(({ path }) => path !== routes.signInLink)

test.each(written)('POST $path gives back, whole, every text it refuses', async (route) => {
	const fields = FORMS[route.path]?.(at.place, 0) ?? {}
	const url = urlOf(route.path, at.place)
	const browser = await callerFor(route).browser()
	const lost: string[] = []
	for (const name of Object.keys(fields)) {
		const response = await browser.post(url, { key: at.world.deps.newId('random'), ...fields, [name]: TOO_LONG })
		const kept = [303, 307].includes(response.status) || (await response.text()).includes(TOO_LONG.trim())
		if (!kept) lost.push(`${name}: ${response.status}`)
	}
	expect(lost).toEqual([])
})

const gets = allRoutes.filter(({ method, path }) => method === 'GET' && !path.startsWith(routes.api))

/** Queries as people bend them. */
const QUERIES = [
	'constructor',
	'__proto__',
	'toString',
	'%00',
	'%E0%A4%A',
	'%ff',
	'-1',
	'//evil.example',
	'x'.repeat(9_000),
]
const ASKED = [
	'done',
	'association',
	'seat',
	'created',
	'year',
	'search',
	'to',
	'after',
	'block',
	'inquiry',
	'closesOn',
	'replaces',
	'role',
]

test.each(gets)('GET $path answers whatever its query says', async (route) => {
	const browser = await callerFor(route).browser()
	const url = urlOf(route.path, at.place)
	const wrong: string[] = []
	for (const value of QUERIES) {
		const { status } = await browser.get(`${url}?${ASKED.map((asked) => `${asked}=${value}`).join('&')}`)
		if (status >= 500) wrong.push(`${value.slice(0, 20)}: ${status}`)
	}
	expect(wrong).toEqual([])
})

/** Paths that lead nowhere, some of them no path at all. */
const NOWHERE = [
	'/%E0%A4%A',
	'/%00',
	'/%2e%2e/%2e%2e',
	'/nsph-stockholm/%ff',
	'/constructor',
	'/__proto__/work',
	'/en/en/en',
	'/.env',
	'/scripts/__proto__.js',
	'/scripts/constructor.js',
	`/${'x'.repeat(9_000)}`,
]

/** Asks for each path as a chair and as nobody; gives those that were answered otherwise than that nothing is there. */
async function found(paths: readonly string[]): Promise<string[]> {
	const wrong: string[] = []
	for (const name of ['a chair', 'nobody']) {
		const browser = await callerNamed(name).browser()
		for (const path of paths) {
			const { status } = await browser.get(path)
			// A sign-in link that is none is told like one that was used.
			const right = [303, 404, 410].includes(status) || (path === '/%2e%2e/%2e%2e' && status === 200)
			if (!right) wrong.push(`${name}: ${path.slice(0, 80)}: ${status}`)
		}
	}
	return wrong
}

test('paths that lead nowhere are not found, whoever asks', async () => {
	expect(await found(NOWHERE)).toEqual([])
})

const STRANGE_IDS = ['%00', '%E0%A4%A', 'constructor', '-', "'", '%F0%9F%98%80']

/** The names in a path of things that have an id or a slug. */
const namesIn = ({ path }: Route) => [...path.matchAll(/:(\w+)(?![\w{])/g)].map(([, name = '']) => name)

test.each(gets.filter((route) => namesIn(route).length > 0))(
	'GET $path finds nothing under a strange id',
	async (route) => {
		const paths = namesIn(route).flatMap((name) =>
			STRANGE_IDS.map((id) => urlOf(route.path.replace(`:${name}`, id), at.place)),
		)
		expect(await found(paths)).toEqual([])
	},
)
