import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type Client, createClient } from '@libsql/client/web'
import { createLibsqlServer, type LibsqlServer, type Reply } from '#local/libsql/server.ts'
import { killableServer } from './killable-server.ts'

/** A server that is killed, and started again on its file. */
export type MortalServer = AsyncDisposable & {
	/** Stays good when the server is started again. */
	readonly client: Client
	readonly url: string
	/** Asks it as clients do. */
	readonly send: (request: Request) => Promise<Reply>
	readonly start: () => Promise<void>
	readonly kill: () => Promise<void>
}

/** Where there is a log of what is not in the file yet, it is a part of the database; what is shared in memory is not. */
const parts = (file: string) => [file, `${file}-wal`].filter((part) => existsSync(part))

/**
 * One in this process that ends as if the process were killed while nobody waits for an answer: its next life finds the pages and the
 * log that were on the disk in that moment, and nothing of what it does as it closes. A third of the work of a process of its own.
 */
function killedBetweenRequests(file: string): MortalServer {
	let server: LibsqlServer | undefined = createLibsqlServer({ file })
	const send = async (request: Request): Promise<Reply> => {
		if (!server) throw new TypeError('fetch failed')
		return server.handle(request)
	}
	const kill = async () => {
		const left = parts(file).map((part) => [part, readFileSync(part)] as const)
		server?.close()
		server = undefined
		for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true })
		for (const [part, bytes] of left) writeFileSync(part, bytes)
	}
	const url = 'http://mortal'
	const client = createClient({ url, fetch: send })
	return {
		client,
		url,
		send,
		kill,
		start: async () => {
			await kill()
			server = createLibsqlServer({ file })
		},
		[Symbol.asyncDispose]: async () => {
			client.close()
			server?.close()
		},
	}
}

/** When it is to be killed: while a request is on its way, which takes a process of its own, or when that is answered. */
export type Moment = 'during' | 'after'

export async function mortalServer(file: string, moment: Moment): Promise<MortalServer> {
	if (moment === 'after') return killedBetweenRequests(file)
	const server = await killableServer(file)
	return { ...server, send: fetch, start: () => server.start() }
}

/** A client whose server is killed at its nth request. */
export function killedAtRequest({ url, send, kill }: MortalServer, nth: number, moment: Moment): Client {
	let requests = 0
	const sent = async (request: Request) => {
		requests += 1
		if (requests !== nth) return send(request)
		const answered = send(request)
		const over = answered.catch(() => {})
		if (moment === 'after') await over
		await kill()
		return answered
	}
	return createClient({ url, fetch: sent })
}
