import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from '#local/build.ts'
import { freePorts } from './free-ports.ts'

/** Samsvar as `npm start` runs it, in a process of its own. */
export type RealServer = AsyncDisposable & {
	readonly origin: string
	/** Starts it on the port and data of all its lives, and waits until it answers. */
	readonly start: () => Promise<void>
	/** Kills it with SIGKILL: the process that has the database open, and with it the Worker. */
	readonly kill: () => Promise<void>
	/** What it said on its error stream in all its lives. */
	readonly complaints: () => string
}

/** `root`: the checkout whose Samsvar it is. */
export async function realServer(directory: string, root: string = ROOT): Promise<RealServer> {
	const port = await freePorts()
	const args = ['local/start.ts', '--port', String(port), '--data', directory, '--empty']
	let child: ChildProcess | undefined
	let complaints = ''
	const kill = async () => {
		const mine = child
		child = undefined
		if (!mine || mine.exitCode !== null || mine.signalCode !== null) return
		const exit = once(mine, 'exit')
		mine.kill('SIGKILL')
		await exit
	}
	const start = async () => {
		await kill()
		// By the channel it knows when this process is gone, and ends.
		const started: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
		child = started
		child = started
		let said = ''
		started.stderr?.on('data', (text) => {
			complaints += text
		})
		await new Promise<void>((resolve, reject) => {
			started.stdout?.on('data', (text) => {
				said += text
				if (said.includes('Ctrl-C')) resolve()
			})
			started.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}${complaints}`)))
		})
	}
	return { origin: `http://localhost:${port}`, start, kill, complaints: () => complaints, [Symbol.asyncDispose]: kill }
}
