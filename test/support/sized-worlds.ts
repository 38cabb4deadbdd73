import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allRoutes } from '#app'
import { database } from '#db/client.ts'
import { STAGES } from '#domain/statement/statement.ts'
import type { Route } from '#http/route.ts'
import { startTestServer } from '#local/libsql/test-server.ts'
import { routes } from '#routes'
import { FORMS } from './access-forms.ts'
import type { Place } from './access-place.ts'
import { urlOf } from './access-urls.ts'
import { type AccessWorld, accessWorld, callerFor, callerNamed } from './access-world.ts'
import { allRows } from './all-rows.ts'
import { bodyOf, type Fields, ORIGIN, testApp } from './app.ts'
import { enlarge, type Size } from './enlarged.ts'
import type { World } from './world.ts'

/** A page or a form, and how to ask for it. */
export type Asked = {
	readonly name: string
	readonly route: Route
	/** With the mail that it makes, which is sent before it comes back. */
	readonly ask: () => Promise<Response>
	/** Without: it is sent when `settled` is waited for. */
	readonly answer: () => Promise<Response>
}

export type SizedWorld = AsyncDisposable & {
	readonly world: World
	readonly asked: readonly Asked[]
	readonly settled: () => Promise<void>
	/** Whether there is anything to wait for. */
	readonly working: () => boolean
}

export type SizedWorlds = AsyncDisposable & { readonly of: (size: Size) => Promise<SizedWorld> }

/** Cookies and token of whoever asks. */
type Caller = { readonly cookie: string; readonly token: string }

const isApi = ({ path }: Route) => path.startsWith(routes.api)

/**
 * The world of the access tests in any size. Each is a copy of the same one, in which whoever a page or form is for is signed
 * in; what a chair may see of a coalition is asked for by the chair, who sees most. `only`: which paths.
 */
export async function sizedWorlds({ only }: { readonly only: (path: string) => boolean }): Promise<SizedWorlds> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-sizes-'))
	const at = await accessWorld()
	const callers = new Map<Route, Caller>()
	for (const route of allRoutes) {
		if (!isApi(route) && only(route.path)) callers.set(route, await callerOf(at, route))
	}
	const template = join(directory, 'template.db')
	await at.world.server.client.execute({ sql: 'VACUUM INTO ?', args: [template] })
	return {
		of: (size) => enlarged(at, template, callers, size),
		[Symbol.asyncDispose]: async () => {
			await at.world[Symbol.asyncDispose]()
			await rm(directory, { recursive: true })
		},
	}
}

async function callerOf(at: AccessWorld, { access, path }: Route): Promise<Caller> {
	const ofCoalition = Array.isArray(access) && access.includes('chair') && path.startsWith('/:coalition')
	const caller = ofCoalition ? callerNamed(at, 'a chair') : callerFor(at.callers, access)
	const { cookies } = await caller.browser()
	return {
		cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
		token: (await caller.token([]))?.id ?? 'none',
	}
}

async function enlarged(
	at: AccessWorld,
	template: string,
	callers: ReadonlyMap<Route, Caller>,
	size: Size,
): Promise<SizedWorld> {
	// Work is counted by the statements of a connection: there is one, and it forgets none.
	const server = await startTestServer({ template, direct: 'always', concurrency: 1, keptStatements: 100_000 })
	const db = database(server.client)
	const atEnd: World['atEnd'] = []
	const world: World = { ...at.world, server, db, deps: { ...at.world.deps, db }, atEnd }
	await enlarge({ world, place: at.place }, size)
	// What was put to a ballot is longer now, and has another hash.
	const hashes = await allRows(server.client, 'SELECT id, text_hash FROM statement')
	const hashOf = new Map(hashes.map(({ id, text_hash }) => [String(id), String(text_hash)]))
	const textHashes = Object.fromEntries(STAGES.map((stage) => [stage, hashOf.get(at.place.statements[stage]) ?? '']))
	const place: Place = { ...at.place, textHashes: textHashes as Place['textHashes'] }
	const app = testApp(world)
	return {
		world,
		settled: app.settled,
		working: app.working,
		asked: [...callers].map(([route, caller]) => {
			const answer = async () => app.fetch(requestFor(route, caller, place, world))
			const ask = async () => {
				const response = await answer()
				await app.settled()
				return response
			}
			return { name: `${route.method} ${route.path}`, route, ask, answer }
		}),
		[Symbol.asyncDispose]: async () => {
			for (const end of atEnd) await end()
			await server[Symbol.asyncDispose]()
		},
	}
}

function requestFor({ method, path }: Route, { cookie, token }: Caller, place: Place, { deps }: World): Request {
	const url = new URL(urlOf(path, place, { token }), ORIGIN)
	const headers = { cookie, origin: ORIGIN }
	if (method !== 'POST') return new Request(url, { headers })
	const fields: Fields = { key: deps.newId('random'), ...FORMS[path]?.(place, 0) }
	return new Request(url, { method, headers, body: bodyOf(fields) })
}
