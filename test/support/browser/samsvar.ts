import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Running, runSamsvar } from '#local/run.ts'

export type Samsvar = Running & AsyncDisposable

/** The real Worker on an empty database of its own, with its clock starting at an instant. */
export async function startSamsvar(now: number): Promise<Samsvar> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-browser-'))
	const running = await runSamsvar({ directory, port: await freePort(), now, bundle: inject('bundle') })
	if (!running.ok) throw new Error(running.reason)
	const { stop } = running.value
	return {
		...running.value,
		[Symbol.asyncDispose]: async () => {
			await stop()
			await rm(directory, { recursive: true, force: true })
		},
	}
}

/** Free together with the next one, which the mailbox takes. */
async function freePort(): Promise<number> {
	for (;;) {
		const port = await portAt(0)
		if (port !== null && (await portAt(port + 1)) !== null) return port
	}
}

async function portAt(wanted: number): Promise<number | null> {
	const server = createServer()
	server.listen(wanted, '127.0.0.1')
	const listens = await Promise.race([
		once(server, 'listening').then(() => true),
		once(server, 'error').then(() => false),
	])
	if (!listens) return null
	const address = server.address()
	server.close()
	await once(server, 'close')
	return address !== null && typeof address === 'object' ? address.port : null
}
