import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/web'
import { listen } from './listen.ts'
import { createLibsqlServer, type Fault, type LibsqlServerOptions } from './server.ts'

export type TestServer = AsyncDisposable & {
	/** The official client, talking HTTP over loopback; with `direct`, only where that says so, and while there are faults. */
	readonly client: Client
	readonly url: string
	readonly file: string
	/** Change it to make the server fail, empty it to make it work again. */
	readonly faults: Fault[]
}

/**
 * The client hands its requests over in this process, as it does in the local runner: a third less work. `alone`: those that are sent
 * while no other is on its way. What goes on at once is sent over HTTP then, and comes in whatever order it comes.
 * `never`: for what writes without a pause while others work, and would let none of them on.
 */
export type Direct = 'always' | 'alone' | 'never'

export type TestServerOptions = Partial<LibsqlServerOptions> & {
	/** A database file that nobody has open, whose copy is served in place of an empty one. */
	readonly template?: string | undefined
	/** `never` unless told: all go over HTTP. */
	readonly direct?: Direct
	/** How many requests the client has under way at once. One: all go through one connection, whose counters tell of them all. */
	readonly concurrency?: number
}

/** A test waits for no disk; what the benchmarks measure is stored as it is in service, and asked over HTTP. */
const MEASURED = process.env.VITEST === undefined

/** A libSQL server on a new file in a directory of its own; `await using` removes both. */
export async function startTestServer({
	template,
	direct = 'never',
	concurrency = 1_000,
	...options
}: TestServerOptions = {}): Promise<TestServer> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-libsql-'))
	const file = join(directory, 'test.db')
	const faults: Fault[] = []
	if (template !== undefined) await copyFile(template, file)
	const server = createLibsqlServer({ file, lasting: MEASURED, faults, ...options })
	const { url, close } = await listen(server)
	let onTheirWay = 0
	const send = async (request: Request) => {
		const handed = direct === 'always' || (direct === 'alone' && !MEASURED && onTheirWay === 0)
		onTheirWay += 1
		try {
			return await (handed && faults.length === 0 ? server.handle(request) : fetch(request))
		} finally {
			onTheirWay -= 1
		}
	}
	// The client sends at most 20 requests at once unless told.
	const client = createClient({ url, concurrency, fetch: send })
	return {
		client,
		url,
		file,
		faults,
		[Symbol.asyncDispose]: async () => {
			client.close()
			await close()
			server.close()
			await rm(directory, { recursive: true })
		},
	}
}
