import * as z from 'zod'
import { listen } from '#local/libsql/listen.ts'
import { createLibsqlServer, type LibsqlServer } from '#local/libsql/server.ts'

/** What one request cost the database. */
export type Cost = {
	/** Ways there and back. */
	readonly trips: number
	/** Rows that were stepped over in search of others (SQLite's `nscan`). */
	readonly scanned: number
	/** Steps of SQLite's machine (`nstep`): they grow with every row that is visited, found by an index or not. */
	readonly steps: number
}

export type CountedDatabase = AsyncDisposable & {
	readonly url: string
	/** What `work` costs, and what it leaves to be done afterwards, but for its trips: nobody waits for those. One at a time. */
	readonly costOf: (work: () => Promise<unknown>, afterwards: () => Promise<unknown>) => Promise<Cost>
}

type Counters = ReadonlyMap<string, { readonly scanned: number; readonly steps: number }>

const SELF = 'SELECT sql, nscan, nstep FROM sqlite_stmt'
const number = z.object({ value: z.coerce.number() })
const reply = z.object({
	results: z
		.tuple([
			z.object({
				response: z.object({
					result: z.object({ rows: z.array(z.tuple([z.object({ value: z.string() }), number, number])) }),
				}),
			}),
		])
		.rest(z.unknown()),
})

/** The engine's own counters of every statement that is prepared on its connection. */
async function countersOf(server: LibsqlServer): Promise<Counters> {
	const requests = [{ type: 'execute', stmt: { sql: SELF } }, { type: 'close' }]
	const response = await server.handle({
		method: 'POST',
		url: 'http://localhost/v3/pipeline',
		json: async () => ({ baton: null, requests }),
	})
	const counters = new Map<string, { scanned: number; steps: number }>()
	for (const [sql, scanned, steps] of reply.parse(await response.json()).results[0].response.result.rows) {
		const known = counters.get(sql.value)
		counters.set(sql.value, {
			scanned: scanned.value + (known?.scanned ?? 0),
			steps: steps.value + (known?.steps ?? 0),
		})
	}
	return counters
}

/** The real engine on a file, served over HTTP on the loopback address, and counted. */
export async function serveCounted(file: string): Promise<CountedDatabase> {
	const server = createLibsqlServer({ file })
	let trips = 0
	const counting: LibsqlServer = {
		...server,
		handle: async (request) => {
			if (request.method !== 'POST') return server.handle(request)
			const body = await request.json()
			// The look into the outbox begins with the answer, which does not wait for it.
			if (!/FROM outbox/.test(JSON.stringify(body))) trips += 1
			return server.handle({ ...request, json: async () => body })
		},
	}
	const { url, close } = await listen(counting)
	const costOf: CountedDatabase['costOf'] = async (work, afterwards) => {
		const before = await countersOf(server)
		trips = 0
		await work()
		const made = trips
		await afterwards()
		const grown = { scanned: 0, steps: 0 }
		for (const [sql, { scanned, steps }] of await countersOf(server)) {
			if (sql === SELF) continue
			const known = before.get(sql)
			// Fewer than before: it was prepared anew.
			const anew = known === undefined || steps < known.steps
			grown.scanned += scanned - (anew ? 0 : known.scanned)
			grown.steps += steps - (anew ? 0 : known.steps)
		}
		return { trips: made, ...grown }
	}
	return {
		url,
		costOf,
		[Symbol.asyncDispose]: async () => {
			await close()
			server.close()
		},
	}
}
