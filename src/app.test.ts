import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import type { Route } from '#http/route.ts'
import { href, routes } from '#routes'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, type Caller, callerNamed } from '#test/support/access-world.ts'
import { type Browser, ORIGIN } from '#test/support/app.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

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
	const caller = callerNamed(at, name)
	const start = ['/', ...(caller.signedIn ? [href(routes.me)] : [])]
	const { broken, seen } = await crawl(await caller.browser(), start)
	expect(broken).toEqual([])
	expect(seen).toBeGreaterThan(atLeast)
})

test('bodies and headers that no browser sends are answered', async () => {
	const { browser } = callerNamed(at, 'a chair')
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
	expect(tooLarge.status).toBe(413)
})

/** Somebody it is for. */
function callerFor({ access }: Route): Caller {
	if (access === 'public') return callerNamed(at, 'nobody')
	if (access === 'operator') return callerNamed(at, 'the operator')
	const role = access === 'signedIn' || access.includes('chair') ? 'chair' : 'delegate'
	return callerNamed(at, `a ${role}`)
}

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
async function found(paths: readonly string[], member = callerNamed(at, 'a chair')): Promise<string[]> {
	const wrong: string[] = []
	for (const { name, browser: open } of [member, callerNamed(at, 'nobody')]) {
		const browser = await open()
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
		const { access } = route
		// Where chairs have no business, whoever it is for finds as little.
		const forChairs = typeof access === 'string' || access.includes('chair')
		expect(await found(paths, forChairs ? undefined : callerFor(route))).toEqual([])
	},
)
