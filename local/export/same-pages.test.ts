import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { allRoutes } from '#app'
import type { PersonId } from '#domain/id.ts'
import type { Route } from '#http/route.ts'
import { routes } from '#routes'
import { urlOf } from '#test/support/access-forms.ts'
import { accessWorld, type Place } from '#test/support/access-world.ts'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { createWorld } from '#test/support/world.ts'
import { exportCoalition } from './export-coalition.ts'
import { importCoalition } from './import-coalition.ts'

/** All that is drawn anew for each response: the key of a form, by which its repetition is known. */
const masked = (body: string) => body.replace(/(<input type="hidden" name="key" value=")[^"]*/g, '$1…')

const COMPARED = ['content-type', 'location', 'etag', 'cache-control', 'last-modified', 'content-disposition']

/** Pages of the person and the installation and not of a coalition: tokens, cards and operators stay where they are. */
const NOT_OF_COALITION = (path: string) =>
	path.startsWith(routes.operator) || path.startsWith(routes.tokens) || path.startsWith(routes.signIn)

type Seen = Record<string, { readonly status: number; readonly headers: (string | null)[]; readonly body: string }>

async function look(browser: Browser, url: string): Promise<Seen[string]> {
	const response = await browser.get(url)
	const headers = COMPARED.map((name) => response.headers.get(name))
	return { status: response.status, headers, body: masked(await response.text()) }
}

/** Everything that is found from these addresses by following links. */
async function crawl(browser: Browser, from: readonly string[]): Promise<Seen> {
	const seen: Seen = {}
	const waiting = [...from]
	for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
		if (url in seen) continue
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

test('every page, file and feed is the same, byte for byte, where the demonstration was imported', async () => {
	const { world, app, place } = await accessWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-pages-'))
	onTestFinished(() => rm(folder, { recursive: true }))
	const filesPath = join(folder, 'files')
	await using other = await createWorld(world.clock.now)
	// In another order than they came into being, so that every event has another place in the whole log.
	for (const slug of [place.elsewhere, place.coalition]) {
		const file = join(folder, `${slug}.tar`)
		expect(await exportCoalition(world.server.client, { slug, file, filesPath })).toMatchObject({ ok: true })
		const wanted = { file, slug: undefined, filesPath, folder, say: () => {} }
		expect(await importCoalition(other.server.client, wanted)).toMatchObject({ ok: true })
	}

	const { rows } = await world.server.client.execute(
		`SELECT role, person_id FROM seat JOIN slug USING (coalition_id) WHERE slug = '${place.coalition}' AND ended_at IS NULL`,
	)
	const persons = Object.fromEntries(rows.map(({ role, person_id }) => [String(role), String(person_id) as PersonId]))
	for (const [name, browserOf] of Object.entries(callers)) {
		const before = await crawl(await browserOf(app, persons), addresses(place))
		const browser = await browserOf(testApp(other), persons)
		const differing: string[] = []
		for (const [url, seen] of Object.entries(before)) {
			const found = await look(browser, url)
			if (JSON.stringify(found) !== JSON.stringify(seen)) differing.push(url)
		}
		expect(differing, name).toEqual([])
		const shown = Object.values(before).filter(({ status }) => status === 200)
		expect(shown.length, name).toBeGreaterThan(name === 'nobody' ? 15 : 60)
	}
}, 120_000)
