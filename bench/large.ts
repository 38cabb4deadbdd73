import type { Bundle } from '#local/build.ts'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { accessWorld, callerNamed } from '#test/support/access-world.ts'
import { enlarge } from '#test/support/enlarged.ts'
import { ORIGIN, settingsOn } from './place.ts'
import { startRuntime, workerOf } from './runtime.ts'

/** What a page or an act costs in coalitions of several sizes. */
export type LargeCost = {
	readonly name: string
	/** One for each of `SIZES`. Milliseconds of workerd's processor time for one; null where the system does not tell. */
	readonly sizes: readonly { readonly cpuMs: number | null; readonly bytes: number }[]
}

/** Associations, each of which has answered about so many positions. */
export const SIZES = [50, 250, 1_000] as const
export const POSITIONS = 20

const WARM = 10
const TIMES = 20
/** An act is sent under a new key each time, and is another each time. */
const ACT_TIMES = 20

const PAGES = {
	workspace: routes.workspace,
	ballot: routes.ballot,
	stances: routes.stances,
	'sign-offs': routes.signoffs,
	members: routes.members,
} as const
const ACTS = { vote: routes.votes, stance: routes.stances } as const

const NOT_KEPT = 'public page, not kept'

/** What can be measured, each a row. */
export const LARGE: readonly string[] = [...Object.keys(PAGES), NOT_KEPT, ...Object.keys(ACTS)]

/** What these of the rows cost, at each size. */
export async function largeCosts(bundle: Bundle, rows = LARGE): Promise<LargeCost[]> {
	const found = new Map<string, LargeCost['sizes'][number][]>()
	for (const size of SIZES) {
		for (const [name, cost] of await costsAt(bundle, size, rows)) found.set(name, [...(found.get(name) ?? []), cost])
	}
	return [...found].map(([name, sizes]) => ({ name, sizes }))
}

async function costsAt(bundle: Bundle, associations: number, rows: readonly string[]) {
	const at = await accessWorld()
	const { world, place } = at
	try {
		const size = { associations, positions: POSITIONS, blocks: 0, comments: 0, statements: 0 }
		await enlarge(at, size)
		const sql = 'SELECT text_hash FROM statement WHERE id = ?'
		const [fixed] = (await world.server.client.execute({ sql, args: [place.statements.deciding] })).rows
		const textHash = fixed?.text_hash
		const cookiesOf = async (name: string) =>
			[...(await callerNamed(at, name).browser()).cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; ')
		const chair = await cookiesOf('a chair')
		const delegate = await cookiesOf('a delegate')
		await using runtime = await startRuntime({ samsvar: workerOf(bundle, settingsOn(world, world.server.url)) }, bundle)
		const ask = async (path: string, status: number, init: RequestInit) => {
			const response = await fetch(`http://127.0.0.1:${runtime.ports.samsvar}${path}`, { redirect: 'manual', ...init })
			const bytes = (await response.arrayBuffer()).byteLength
			if (response.status !== status) throw new Error(`${path}: ${response.status}`)
			return bytes
		}
		const measured = async (times: number, one: (index: number) => Promise<number>) => {
			for (let index = 0; index < WARM; index += 1) await one(index)
			const before = await runtime.cpuMs()
			let bytes = 0
			for (let index = WARM; index < WARM + times; index += 1) bytes = await one(index)
			const after = await runtime.cpuMs()
			return { bytes, cpuMs: before === null || after === null ? null : (after - before) / times }
		}
		const costs = new Map<string, LargeCost['sizes'][number]>()
		for (const [name, path] of named(PAGES, rows)) {
			const url = urlOf(path, place)
			costs.set(name, await measured(TIMES, () => ask(url, 200, { headers: { cookie: chair } })))
		}
		const published = await copies(world.server.client, WARM + TIMES)
		if (rows.includes(NOT_KEPT)) costs.set(NOT_KEPT, await measured(TIMES, (index) => ask(published(index), 200, {})))
		for (const [name, path] of named(ACTS, rows)) {
			const hashes = { ...place.textHashes, deciding: String(textHash) }
			const send = (index: number) => {
				const fields = FORMS[path]?.({ ...place, textHashes: hashes }, 0) ?? {}
				const reason = Object.keys(fields).find((field) => field.startsWith('reason-')) ?? 'dissent'
				const body = new URLSearchParams({
					key: crypto.randomUUID(),
					...strings(fields),
					[reason]: `För det ${index}.`,
				})
				return ask(urlOf(path, place), 303, { method: 'POST', body, headers: { cookie: delegate, origin: ORIGIN } })
			}
			costs.set(name, await measured(ACT_TIMES, send))
		}
		return costs
	} finally {
		await world[Symbol.asyncDispose]()
	}
}

const named = <Value>(all: Readonly<Record<string, Value>>, names: readonly string[]) =>
	Object.entries(all).filter(([name]) => names.includes(name))

const strings = (fields: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

/** The published statement under as many numbers more, so that each is made anew. Gives where they are. */
async function copies(client: Awaited<ReturnType<typeof accessWorld>>['world']['server']['client'], count: number) {
	await client.execute({
		sql: `WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)
			INSERT INTO publication (statement_id, coalition_id, year, number, label, title, text_hash, record_hash, text_bytes,
				record_bytes, overview, published_at)
			SELECT statement_id || n, coalition_id, year, 1000 + n, label, title, text_hash, record_hash, text_bytes, record_bytes,
				overview, published_at FROM publication, counted WHERE year = 2022 AND number = 1`,
		args: [count],
	})
	const [slug] = (await client.execute("SELECT slug FROM slug WHERE slug = 'nsph-stockholm'")).rows
	return (index: number) => `/${slug?.slug}/2022/${1001 + index}`
}
