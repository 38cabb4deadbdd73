import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '@libsql/client/web'
import { createLibsqlServer } from '#local/libsql/server.ts'

/** Where a life of the server ends: at a moment chosen outside, or by a fault on either side of a commit. */
export const DEATHS = ['anyMoment', 'beforeCommit', 'afterCommit'] as const
export type Death = (typeof DEATHS)[number]

export type KillableServer = AsyncDisposable & {
	/** The official client. Stays good when the server is started again. */
	readonly client: Client
	readonly url: string
	/** Starts the server in a process of its own, on the file and port of all its lives. */
	readonly start: (death?: Death) => Promise<void>
	/** Kills it with SIGKILL, or waits until its own fault did. */
	readonly kill: () => Promise<void>
	/** Resolves when the server dies. */
	readonly died: () => Promise<void>
}

const SCRIPT = fileURLToPath(new URL('./killable-server.child.ts', import.meta.url))

/** A libSQL server for a file that can be killed and started again. `lost`: the share of replies lost after a commit. */
export async function killableServer(file: string, lost = 0): Promise<KillableServer> {
	const { child: first, url } = await spawnServer(file, 0, lost)
	let child = first
	const port = Number(new URL(url).port)
	const client = createClient({ url, concurrency: 100 })
	const died = async () => {
		if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
	}
	const kill = async () => {
		child.kill('SIGKILL')
		await died()
	}
	return {
		client,
		url,
		died,
		kill,
		start: async (death) => {
			await kill()
			child = (await spawnServer(file, port, lost, death)).child
		},
		[Symbol.asyncDispose]: async () => {
			client.close()
			await kill()
		},
	}
}

/** Somebody else may have been given the port while nobody listened on it; they do not keep it for long. */
async function spawnServer(file: string, port: number, lost: number, death: Death = 'anyMoment') {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		const args = [SCRIPT, file, String(port), String(lost), death]
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
		const url = await firstLine(child)
		if (url !== null) return { child, url }
		await sleep(100)
	}
	throw new Error('the server could not be started')
}

async function firstLine(child: ChildProcess): Promise<string | null> {
	let [out, err] = ['', '']
	child.stderr?.on('data', (data) => {
		err += data
	})
	return new Promise((resolve, reject) => {
		child.stdout?.on('data', (data) => {
			out += data
			if (out.endsWith('\n')) resolve(out.trim())
		})
		child.once('exit', () => (err.includes('EADDRINUSE') ? resolve(null) : reject(new Error(err))))
	})
}

/** The file of a database in a directory of its own, which is removed. */
export async function databaseFile(): Promise<AsyncDisposable & { readonly file: string }> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-faults-'))
	return {
		file: join(directory, 'test.db'),
		[Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
	}
}

/** Works on a database file in this process, without faults, and lets go of it. */
export async function inProcess<Value>(file: string, work: (client: Client) => Promise<Value>): Promise<Value> {
	const server = createLibsqlServer({ file })
	const client = createClient({ url: 'http://localhost', fetch: (request: Request) => server.handle(request) })
	try {
		return await work(client)
	} finally {
		client.close()
		server.close()
	}
}
