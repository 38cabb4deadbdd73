import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/web'
import { listen } from './listen.ts'
import { createLibsqlServer, type Fault, type LibsqlServerOptions } from './server.ts'

export type TestServer = AsyncDisposable & {
	/** The official client, talking HTTP over loopback. */
	readonly client: Client
	readonly url: string
	readonly file: string
	/** Change it to make the server fail, empty it to make it work again. */
	readonly faults: Fault[]
}

/** A libSQL server on a new file in a directory of its own; `await using` removes both. */
export async function startTestServer(options: Partial<LibsqlServerOptions> = {}): Promise<TestServer> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-libsql-'))
	const file = join(directory, 'test.db')
	const faults: Fault[] = []
	const server = createLibsqlServer({ file, faults, ...options })
	const { url, close } = await listen(server)
	// The client sends at most 20 requests at once unless told.
	const client = createClient({ url, concurrency: 1_000 })
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
