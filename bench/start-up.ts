import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '#local/build.ts'
import { href, routes } from '#routes'
import { freePorts } from '#test/support/free-ports.ts'
import { SLUG } from '#test/support/world.ts'
import { type Spread, spreadOf } from './speed.ts'

const PATIENCE_MS = 60_000

/** Seconds from `npm start` to the first page: the first time, when the demonstration is made, and when it is there. */
export async function startUps(times: number): Promise<{ readonly first: Spread; readonly again: Spread }> {
	const first: number[] = []
	const again: number[] = []
	for (let time = 0; time < times; time += 1) {
		const directory = await mkdtemp(join(tmpdir(), 'samsvar-bench-start-'))
		try {
			first.push(await secondsToPage(directory))
			again.push(await secondsToPage(directory))
		} finally {
			await rm(directory, { recursive: true, force: true })
		}
	}
	return { first: spreadOf(first), again: spreadOf(again) }
}

async function secondsToPage(directory: string): Promise<number> {
	const port = await freePorts()
	const started = performance.now()
	// A group of its own, so that all of it can be ended.
	const child = spawn('npm', ['start', '--', '--port', String(port), '--data', join(directory, 'data')], {
		cwd: ROOT,
		stdio: 'ignore',
		detached: true,
	})
	const end = () => void endGroup(child, 'SIGKILL')
	process.once('exit', end)
	try {
		const url = `http://localhost:${port}${href(routes.coalition, { coalition: SLUG })}`
		for (;;) {
			const status = await fetch(url).then(
				async (response) => ((await response.text()) === '' ? 0 : response.status),
				() => 0,
			)
			if (status === 200) return (performance.now() - started) / 1000
			if (child.exitCode !== null || performance.now() - started > PATIENCE_MS) throw new Error('npm start did not')
			await sleep(20)
		}
	} finally {
		const exited = new Promise((resolve) => child.once('exit', resolve))
		if (child.exitCode === null && endGroup(child, 'SIGTERM')) await Promise.race([exited, sleep(10_000)])
		end()
		process.off('exit', end)
	}
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): boolean {
	try {
		return pid !== undefined && process.kill(-pid, signal)
	} catch {
		return false
	}
}
