import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '#local/build.ts'
import { hiddenFields } from '#test/support/app.ts'
import { freePorts } from '#test/support/free-ports.ts'

/** A Samsvar of one's own with the demonstration in it, as `npm start` runs it, and its chair's cookie. */
export type Running = AsyncDisposable & { readonly origin: string; readonly cookie: string }

const PATIENCE_MS = 180_000

export async function startRunning(): Promise<Running> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-bench-reading-'))
	const port = await freePorts()
	const args = ['local/ensure.mjs', 'local/start.ts', '--port', String(port), '--data', join(directory, 'data')]
	const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
	const exited = new Promise((resolve) => child.once('exit', resolve))
	const stop = async () => {
		child.kill('SIGTERM')
		await exited
		await rm(directory, { recursive: true, force: true })
	}
	const end = () => void child.kill('SIGTERM')
	process.once('exit', end)
	try {
		const said = await saidBy(child.stdout)
		const link = /\(chair\)\s+(\S+)/.exec(said)?.[1]
		if (link === undefined) throw new Error('nobody can sign in')
		const origin = `http://localhost:${port}`
		return { origin, cookie: await signedInBy(link, origin), [Symbol.asyncDispose]: stop }
	} catch (error) {
		await stop()
		throw error
	}
}

/** All that it says until it waits for Ctrl-C. */
function saidBy(output: NodeJS.ReadableStream): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = ''
		const late = setTimeout(() => reject(new Error('it did not start')), PATIENCE_MS)
		output.on('data', (text) => {
			said += String(text)
			if (!said.includes('Ctrl-C')) return
			clearTimeout(late)
			resolve(said)
		})
		output.once('end', () => reject(new Error('it ended')))
	})
}

const cookieOf = (response: Response) =>
	response.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ')

async function signedInBy(link: string, origin: string): Promise<string> {
	const shown = await fetch(link)
	const page = await shown.text()
	const person = /name="person" value="([^"]+)"/.exec(page)?.[1] ?? ''
	const body = new URLSearchParams({ ...hiddenFields(page), person })
	const headers = { cookie: cookieOf(shown), origin }
	const entered = await fetch(link, { method: 'POST', redirect: 'manual', headers, body })
	if (entered.status !== 303) throw new Error(`signing in answered ${entered.status}`)
	return cookieOf(entered)
}
