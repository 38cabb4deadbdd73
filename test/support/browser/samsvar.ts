import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Running, runSamsvar } from '#local/run.ts'
import { freePorts } from '#test/support/free-ports.ts'

export type Samsvar = Running & AsyncDisposable

/** The real Worker on an empty database of its own, with its clock starting at an instant. */
export async function startSamsvar(now: number): Promise<Samsvar> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-browser-'))
	const running = await runSamsvar({ directory, port: await freePorts(), now, bundle: inject('bundle') })
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
