import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { allRoutes } from '#app'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { Bundle } from '#local/build.ts'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, callerFor } from '#test/support/access-world.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	DAY,
	draftStatement,
	openedBallot,
	toldYesterday,
	type World,
} from '#test/support/world.ts'
import { type Cost, serveCounted } from './database.ts'
import { fill } from './fill.ts'
import { ORIGIN, settingsOn } from './place.ts'
import { startRuntime, workerOf } from './runtime.ts'

export type RouteCost = {
	readonly method: 'GET' | 'POST'
	readonly path: string
	readonly status: number
	/** With the demonstration and one coalition more. */
	readonly few: Cost
	/** With 1,000 coalitions of 20 statements besides. */
	readonly many: Cost
}

export const COALITIONS = 1_000
export const STATEMENTS = 20

/** What is sent to a route: the same to the small database and the large. */
type Asked = {
	readonly method: 'GET' | 'POST'
	readonly path: string
	readonly url: string
	readonly init: RequestInit
}

/** What every page and form costs the database, in a small one and a large one. */
export async function routeCosts(bundle: Bundle): Promise<RouteCost[]> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-bench-costs-'))
	const at = await accessWorld()
	try {
		const asked = await whatToAsk(at)

		const [few, many] = [join(directory, 'few.db'), join(directory, 'many.db')]
		await copyTo(at.world, few)
		await copyTo(at.world, many)
		await fillWithOthers(many, directory)
		const small = await costsOn(few, at.world, bundle, asked)
		const large = await costsOn(many, at.world, bundle, asked)
		return asked.map(({ method, path }, index) => {
			const [one, other] = [small[index], large[index]]
			if (!one || !other || one.status !== other.status) throw new Error(`${path}: ${one?.status}, ${other?.status}`)
			return { method, path, status: one.status, few: one.cost, many: other.cost }
		})
	} finally {
		await at.world[Symbol.asyncDispose]()
		await rm(directory, { recursive: true, force: true })
	}
}

async function whatToAsk({ place, callers, world }: AccessWorld): Promise<Asked[]> {
	const asked: Asked[] = []
	for (const { method, path, access } of allRoutes) {
		if (method === 'ALL' || path.startsWith(routes.api)) continue
		const caller = callerFor(callers, access)
		const cookies = [...(await caller.browser()).cookies].map(([name, value]) => `${name}=${value}`).join('; ')
		const url = urlOf(path, place, { token: (await caller.token([]))?.id ?? 'none' })
		const headers = { cookie: cookies, origin: ORIGIN }
		const body = new URLSearchParams({ key: world.deps.newId('random') })
		for (const [name, value] of Object.entries(FORMS[path]?.(place, 0) ?? {})) {
			for (const one of [value].flat()) body.append(name, typeof one === 'string' ? one : await one.text())
		}
		asked.push({
			method,
			path,
			url,
			init: { method, headers, redirect: 'manual', ...(method === 'POST' ? { body } : {}) },
		})
	}
	return asked
}

/** A mail that leaves in the background is over by then. Milliseconds. */
const SETTLED_MS = 250

async function costsOn(file: string, world: World, bundle: Bundle, asked: readonly Asked[]) {
	await using database = await serveCounted(file)
	await using runtime = await startRuntime({ samsvar: workerOf(bundle, settingsOn(world, database.url)) }, bundle)
	const ask = async (url: string, init: RequestInit) => {
		const response = await fetch(`http://127.0.0.1:${runtime.ports.samsvar}${url}`, init)
		await response.arrayBuffer()
		return response.status
	}
	// What is loaded and connected once belongs to no request.
	await ask(routes.me, {})
	const found: { readonly status: number; readonly cost: Cost }[] = []
	for (const { url, init } of asked) {
		let status = 0
		const cost = await database.costOf(
			async () => {
				status = await ask(url, init)
			},
			() => sleep(init.method === 'POST' ? SETTLED_MS : 0),
		)
		found.push({ status, cost })
	}
	return found
}

async function copyTo({ server }: World, file: string): Promise<void> {
	await server.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
	await copyFile(server.file, file)
}

/** Coalitions of nine members with statements in every stage, most of them published. */
async function fillWithOthers(file: string, directory: string): Promise<void> {
	await using world = await createGoldenWorld({ slug: 'annan' })
	await twentyStatements(world)
	// Told long ago: what lies in the outbox is looked through after every form.
	await world.db.write([{ sql: 'UPDATE outbox SET delivered_at = created_at WHERE delivered_at IS NULL', args: [] }])
	const template = join(directory, 'template.db')
	await copyTo(world, template)
	fill(file, template, COALITIONS)
}

async function twentyStatements(world: CoalitionWorld): Promise<void> {
	const published = STATEMENTS - 4
	for (let count = 0; count < published; count += 1) {
		const on = new Date(swedishInstant('2022-10-14', '12:00') + count * 14 * DAY).toISOString().slice(0, 10)
		// Of nine members five answer.
		const answers = Object.fromEntries([5, 6, 7, 8].map((member) => [member, null]))
		await publish(world, { on, blocks: BLOCKS, answers })
	}
	for (let count = 0; count < STATEMENTS - published; count += 1) {
		const statementId = await draftStatement(world)
		await toldYesterday(world)
		if (count % 2 === 0) await openedBallot(world, statementId)
	}
}
