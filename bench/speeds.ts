import type { Bundle } from '#local/build.ts'
import { href, routes } from '#routes'
import { SLUG } from '#test/support/world.ts'
import { bytesOf, type PageBytes } from './bytes.ts'
import { get, startGenerator } from './load.ts'
import { createPlace, settingsOn, signedIn, votesIn } from './place.ts'
import { baseline, type Runtime, startRuntime, workerOf } from './runtime.ts'
import { compare } from './speed.ts'

/** Ballots held at once, so that there are votes enough to be cast; and statements under way where pages are read. */
const BALLOTS = 600
const UNDER_WAY = 5
const STATEMENT = { coalition: SLUG, year: '2022', number: '1' }
const PAGES: Readonly<Record<string, string>> = {
	'front page': routes.home,
	coalition: href(routes.coalition, { coalition: SLUG }),
	'coalition, searched': href(routes.coalition, { coalition: SLUG }, { q: 'brukare' }),
	'statement (the golden example)': href(routes.published, STATEMENT),
	'the same in English': href(routes.publishedEnglish, STATEMENT),
	feed: href(routes.feed, { coalition: SLUG }),
	'statement as Markdown': href(routes.publishedMarkdown, { coalition: SLUG, year: '2022', file: '1.md' }),
	'record of the statement': href(routes.publishedRecord, { coalition: SLUG, year: '2022', file: '1.json' }),
}

const one = (runtime: Runtime, name: string, worker: string, request: string, status = '200') => ({
	name,
	port: portOf(runtime, worker),
	requests: [request],
	repeat: true,
	status,
})

/** What reading costs; and the bytes of every kind of public page. */
export async function readingSpeeds(bundle: Bundle) {
	const { world } = await createPlace(UNDER_WAY)
	try {
		const samsvar = workerOf(bundle, settingsOn(world, world.server.url))
		const { body, headers, pages } = await answered(bundle, samsvar)
		const bare = await baseline('bare', { PAGE: body, HEADERS: JSON.stringify(headers) })
		await using runtime = await startRuntime({ samsvar, hello: await baseline('hello'), bare }, bundle)
		using generator = startGenerator()
		const page = get(PAGES['statement (the golden example)'] ?? '')
		const cookie = await signedIn(world, world.chair)
		const work = get(href(routes.workspace, { coalition: SLUG }), { cookie })
		const publicPage = await compare(
			runtime,
			generator,
			[
				one(runtime, 'bare handler', 'bare', page),
				one(runtime, 'public page', 'samsvar', page),
				one(runtime, 'hello', 'hello', page),
			],
			// So short an answer varies most.
			{ rounds: 11, seconds: 2, connections: 16 },
		)
		const workspace = await compare(
			runtime,
			generator,
			[one(runtime, 'hello', 'hello', work), one(runtime, 'workspace', 'samsvar', work)],
			{ rounds: 5, seconds: 2, connections: 8 },
		)
		return { publicPage, workspace, pages }
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

/** What a vote costs. */
export async function votingSpeeds(bundle: Bundle) {
	const place = await createPlace(BALLOTS)
	const { world } = place
	try {
		await world.server.client.execute('CREATE TABLE bench_act (id TEXT PRIMARY KEY, at INTEGER NOT NULL)')
		await world.server.client.execute('CREATE TABLE bench_event (act_id TEXT NOT NULL)')
		const samsvar = workerOf(bundle, settingsOn(world, world.server.url))
		const bare = await baseline('read-and-write', { LIBSQL_URL: world.server.url })
		await using runtime = await startRuntime({ samsvar, bare }, bundle)
		using generator = startGenerator()
		const vote = { port: portOf(runtime, 'samsvar'), requests: await votesIn(place), repeat: false, status: '303' }
		return await compare(
			runtime,
			generator,
			[one(runtime, 'one read and one guarded write', 'bare', get('/'), '204'), { name: 'vote', ...vote }],
			{ rounds: 5, seconds: 2, connections: 8 },
		)
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

/** What the public page answers, for the bare handler to answer too; and every kind of public page's size. */
async function answered(bundle: Bundle, samsvar: Parameters<typeof startRuntime>[0][string]) {
	await using runtime = await startRuntime({ samsvar }, bundle)
	const origin = `http://127.0.0.1:${portOf(runtime, 'samsvar')}`
	const pages: PageBytes[] = []
	for (const [name, path] of Object.entries(PAGES)) pages.push(await bytesOf(name, origin + path))
	const response = await fetch(origin + PAGES['statement (the golden example)'])
	const body = await response.text()
	// Of the line, not of the page.
	const own = [...response.headers].filter(
		([name]) => !['connection', 'content-length', 'transfer-encoding'].includes(name),
	)
	return { body, headers: Object.fromEntries(own), pages }
}

function portOf({ ports }: Runtime, worker: string): number {
	const port = ports[worker]
	if (port === undefined) throw new Error(`${worker} does not listen`)
	return port
}
