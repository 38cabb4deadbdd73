import { join } from 'node:path'
import { createClient } from '@libsql/client/web'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { allRoutes } from '#app'
import { database } from '#db/client.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { filesBehind } from '#files/adapters.ts'
import type { Route } from '#http/route.ts'
import { backUp } from '#local/backup/backup.ts'
import { restore } from '#local/backup/restore.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { openFiles } from '#local/files.ts'
import { createLibsqlServer } from '#local/libsql/server.ts'
import { routes } from '#routes'
import type { Place } from '#test/support/access-place.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { exported, imported, ownFolder } from '#test/support/exported.ts'
import { createWorld, type World } from '#test/support/world.ts'

/** All that is drawn anew for each response: the key of a form, by which its repetition is known. */
const masked = (body: string) => body.replace(/(<input type="hidden" name="key" value=")[^"]*/g, '$1…')

const COMPARED = ['content-type', 'location', 'etag', 'cache-control', 'last-modified', 'content-disposition']

/** Pages of the person and the installation and not of a coalition: tokens, cards and operators stay where they are. */
const NOT_OF_COALITION = (path: string) =>
	[routes.operator, routes.tokens, routes.sessions, routes.signIn].some((begin) => path.startsWith(begin))

type Seen = Record<string, { readonly status: number; readonly headers: (string | null)[]; readonly body: string }>

async function look(browser: Browser, url: string): Promise<Seen[string]> {
	const response = await browser.get(url)
	const headers = COMPARED.map((name) => response.headers.get(name))
	return { status: response.status, headers, body: masked(await response.text()) }
}

/** Pages that differ in ids alone, such as those of a text's many blocks, are looked at so often. */
const OF_A_KIND = 5
const kindOf = (url: string) => url.replace(/[0-9a-f-]{36}/g, '*')

/** What is found from these addresses by following links. */
async function crawl(browser: Browser, from: readonly string[]): Promise<Seen> {
	const seen: Seen = {}
	const kinds = new Map<string, number>()
	const waiting = [...from]
	for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
		const count = kinds.get(kindOf(url)) ?? 0
		if (url in seen || count === OF_A_KIND) continue
		kinds.set(kindOf(url), count + 1)
		seen[url] = await look(browser, url)
		for (const [, link = ''] of seen[url]?.body.matchAll(/(?:href|src)="(\/[^"#]*)/g) ?? []) {
			const next = link.replaceAll('&amp;', '&')
			if (!next.startsWith('//') && !NOT_OF_COALITION(next)) waiting.push(next)
		}
	}
	return seen
}

/** Each page that may be asked for, about a statement in each stage. */
function addresses(place: Place): string[] {
	const gets = allRoutes.filter(({ method, path }: Route) => method === 'GET' && !NOT_OF_COALITION(path))
	const stages = Object.keys(place.statements) as (keyof Place['statements'])[]
	return [...new Set(gets.flatMap(({ path }) => stages.map((statement) => urlOf(path, place, { statement }))))]
}

const callers: Record<string, (app: TestApp, persons: Record<string, PersonId>) => Promise<Browser>> = {
	nobody: async (app) => app.browser(),
	chair: (app, { chair }) => signedIn(app, chair as PersonId),
	delegate: (app, { delegate }) => signedIn(app, delegate as PersonId),
}

type Copied = (from: World, place: Place) => Promise<World>

const copies: Record<string, Copied> = {
	'was imported': async (from, place) => {
		const other = await createWorld(from.clock.now)
		onTestFinished(() => other[Symbol.asyncDispose]())
		// In another order than they came into being, so that every event has another place in the whole log.
		for (const slug of [place.elsewhere, place.coalition]) {
			const file = await exported(from.server.client, slug, from.store.directory)
			expect(await imported(other.server.client, file, undefined, other.store.directory)).toMatchObject({ ok: true })
		}
		return other
	},
	'was restored from a backup': async (from) => {
		const folder = await ownFolder()
		const data = { ...dataDirectoryAt(folder), databaseFile: from.server.file, filesPath: from.store.directory }
		const at = { now: from.clock.now, say: () => {} }
		expect(await backUp(data, join(folder, 'b.tar'), at)).toMatchObject({ ok: true })
		const there = join(folder, 'there')
		expect(await restore(join(folder, 'b.tar'), there, from.clock.now)).toMatchObject({ ok: true })
		const { databaseFile, filesPath } = dataDirectoryAt(there)
		const server = createLibsqlServer({ file: databaseFile })
		onTestFinished(server.close)
		const client = createClient({ url: 'http://libsql', fetch: (request: Request) => server.handle(request) })
		const db = database(client)
		const files = filesBehind({ fetch: openFiles(filesPath).answer })
		return { ...from, server: { ...from.server, client }, db, deps: { ...from.deps, db, files } }
	},
}

let at: AccessWorld
let persons: Record<string, PersonId>
/** What each caller sees of the demonstration, looked at once: looking changes nothing. */
const before: Record<string, Seen> = {}
beforeAll(async () => {
	at = await accessWorld()
	const { world, app, place } = at
	const { rows } = await world.server.client.execute(
		`SELECT role, person_id FROM seat JOIN slug USING (coalition_id) WHERE slug = '${place.coalition}' AND ended_at IS NULL`,
	)
	persons = Object.fromEntries(rows.map(({ role, person_id }) => [String(role), String(person_id) as PersonId]))
	for (const [name, browserOf] of Object.entries(callers)) {
		before[name] = await crawl(await browserOf(app, persons), addresses(place))
	}
	return () => world[Symbol.asyncDispose]()
}, 180_000)

test.each(Object.keys(copies))(
	'every page, file and feed is the same, byte for byte, where the demonstration %s',
	async (how) => {
		const other = await copies[how]?.(at.world, at.place)
		if (!other) throw new Error(how)
		for (const [name, browserOf] of Object.entries(callers)) {
			const browser = await browserOf(testApp(other), persons)
			const differing: string[] = []
			for (const [url, seen] of Object.entries(before[name] ?? {})) {
				const found = await look(browser, url)
				if (JSON.stringify(found) !== JSON.stringify(seen)) differing.push(url)
			}
			expect(differing, name).toEqual([])
			const shown = Object.values(before[name] ?? {}).filter(({ status }) => status === 200)
			expect(shown.length, name).toBeGreaterThan(name === 'nobody' ? 15 : 50)
		}
	},
	180_000,
)
