import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import type { Database } from '#db/client.ts'
import type { Route } from '#http/route.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, callerFor, EVERY_SCOPE } from '#test/support/access-world.ts'
import { allRows } from '#test/support/all-rows.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'

// Every way to the database and back is felt by whoever waits, and every row that is looked at costs. Both are counted here for
// every page and form, in the order in which the whole is walked.

let at: AccessWorld
/** Batches since the last request began. */
let batches: string[][] = []
/** Every statement that was sent. */
const sent = new Set<string>()

beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

/** The database, with each batch noted. */
function noting(db: Database): Database {
	const note = (statements: readonly unknown[]) => {
		const texts = statements.map((statement) =>
			typeof statement === 'string' ? statement : String(Object(statement).sql),
		)
		batches.push(texts)
		for (const text of texts) sent.add(text)
	}
	return {
		read: (...queries) => {
			note(queries.flatMap(({ statements }) => statements))
			// The mapped tuple is the same one, which the compiler cannot see.
			return db.read(...queries) as never
		},
		write: (statements) => {
			note(statements)
			return db.write(statements)
		},
	}
}

const isApi = ({ path }: Pick<Route, 'path'>) => path.startsWith(routes.api)

/** Sends what the route takes, and gives the batches that whoever asked had to wait for. */
async function waitedFor(route: Route): Promise<readonly string[][]> {
	const { deps } = at.world
	const app = testApp({ ...at.world, deps: { ...deps, db: noting(deps.db) } })
	const caller = callerFor(at.callers, route.access)
	const browser = app.browser()
	for (const [name, value] of (await caller.browser()).cookies) browser.cookies.set(name, value)
	const token = await caller.token(isApi(route) ? EVERY_SCOPE : [])
	const url = urlOf(route.path, at.place, { token: token?.id ?? 'none' })
	const key = deps.newId('random')
	batches = []
	const response = isApi(route)
		? await app.fetch(
				new Request(new URL(url, ORIGIN), {
					method: route.method === 'ALL' ? 'GET' : route.method,
					headers: { authorization: `Bearer ${token?.secret}`, 'idempotency-key': key },
				}),
			)
		: route.method === 'POST'
			? await browser.post(url, { key, ...FORMS[route.path]?.(at.place, 0) })
			: await browser.get(url)
	await response.text()
	// Mail is looked for when it was answered.
	const waited = batches.filter((batch) => !batch.some((sql) => /WITH due AS/.test(sql)))
	await app.settled()
	return waited
}

/** What is had in more round trips than one, and why. */
const MORE_TO_READ: Readonly<Record<string, number>> = {
	// Who asks; under which number it is published; what the files are made from, which is much and is read for nobody else.
	[routes.sendingPack]: 3,
	// Making one takes up to a second, so that how many a person has made is counted, where it is not kept.
	[routes.draftPdf]: 2,
	[routes.draftDocx]: 2,
	// What compares a text with all that was adopted is counted before it is, for whoever may ask.
	[routes.likenesses]: 3,
}

/** Forms that go to the database more often than twice, and why. */
const MORE: Readonly<Record<string, number>> = {
	// Whether there is a turn left is read, so that who has none costs no write; then it is counted, whatever becomes of it.
	[routes.signIn]: 4,
	[routes.signInCard]: 4,
	// How many were asked is counted before another is, whatever becomes of it.
	[routes.ownAddresses]: 3,
	// What is shown once and kept nowhere is shown in the answer to the form, on a page that is read.
	[routes.tokens]: 3,
	[routes.operatorLinks]: 3,
	[routes.seatCards]: 4,
	[routes.cards]: 4,
	// No batch crosses the directory of persons and a coalition: the persons are written first.
	[routes.operatorCoalitions]: 3,
	[routes.seats]: 3,
	[routes.roster]: 3,
	// Who sends is known, and how much they sent is counted, before anything large is read or kept.
	[routes.notices]: 4,
	[routes.noticeFiles]: 4,
	[routes.inquiryFiles]: 4,
	[routes.settingsLogo]: 4,
	// Nobody can vote any more before the votes are counted: two acts (docs/decisions/0004).
	[routes.ballotClosing]: 4,
	// Who asks, before the files are made that are shown; under which number they are of, and what they are made from.
	[routes.sending]: 4,
}

test('a page asks the database once, and a form twice', async () => {
	const wrong: string[] = []
	for (const route of allRoutes.filter((each) => !isApi(each))) {
		const trips = (await waitedFor(route)).length
		const limit = route.method === 'GET' ? (MORE_TO_READ[route.path] ?? 1) : (MORE[route.path] ?? 2)
		const isWrong = route.path in MORE && route.method === 'POST' ? trips !== limit : trips > limit
		if (isWrong) wrong.push(`${route.method} ${route.path}: ${trips}`)
	}
	expect(wrong).toEqual([])
})

/** Where what is looked through is what is asked for: the operator's list of all coalitions, and codes that a job has still to key. */
const ALL_OF_THEM = [/AS has_chair/, /FROM card_code WHERE length\(code_hash\) = 64 LIMIT/]

/** What a statement calls by that name: a table, for the most part; or several things. Nothing where it made it itself. */
function named(sql: string, name: string): string[] {
	if (new RegExp(`\\b${name} AS (MATERIALIZED )?\\(`).test(sql)) return []
	const called = [...sql.matchAll(new RegExp(`(\\w+|\\)) AS ${name}\\b`, 'g'))].map(([, what = '']) => what)
	return called.length > 0 ? called : [name]
}

test('no statement looks through a whole table', async () => {
	for (const route of allRoutes) await waitedFor(route)
	const { deps, server } = at.world
	await runJobs({ ...deps, db: noting(deps.db), mail: async () => undefined, origin: ORIGIN })
	expect(sent.size).toBeGreaterThan(200)
	const names = await allRows(server.client, "SELECT name FROM sqlite_master WHERE type = 'table'")
	const tables = new Set(names.map(({ name }) => String(name)))
	const wrong: string[] = []
	for (const sql of sent) {
		if (ALL_OF_THEM.some((known) => known.test(sql))) continue
		for (const { detail } of await allRows(server.client, `EXPLAIN QUERY PLAN ${sql}`)) {
			const scanned = /^SCAN (\w+)(?! VIRTUAL)\b/.exec(String(detail))?.[1]
			const what = scanned === undefined ? [] : named(sql, scanned)
			if (what.length > 0 && what.every((each) => tables.has(each)))
				wrong.push(`${detail}: ${sql.replace(/\s+/g, ' ')}`)
		}
	}
	expect(wrong).toEqual([])
})
