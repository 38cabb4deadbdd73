import { Worker } from 'node:worker_threads'
import { type Asked, READY, type Read } from './message.ts'

/** Why nothing came: the thread did not start, died, or the time was over. */
export type Nothing = 'unstarted' | 'died' | 'late'

export type Thread = {
	/** Asked one at a time. */
	readonly answer: (asked: Asked, limitMs: number) => Promise<Read | Nothing>
	readonly isGone: () => boolean
	readonly end: () => Promise<unknown>
}

/** What a thread may hold of values; bytes lie beside that. Megabytes. */
const HEAP_MB = 512

/** A thread that runs `url`, and by itself keeps no process from ending. */
export function threadOf(url: URL): Thread {
	const worker = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
	worker.unref()
	let isReady = false
	let isGone = false
	let tell = (_what: Read | Nothing) => {}
	worker.on('message', (said: Read | typeof READY) => {
		if (said === READY) isReady = true
		else tell(said)
	})
	// It exits after that, which tells enough.
	worker.on('error', () => {})
	worker.on('exit', () => {
		isGone = true
		tell('died')
	})
	return {
		answer: (asked, limitMs) =>
			new Promise((resolve) => {
				const late = setTimeout(() => tell('late'), limitMs)
				tell = (what) => {
					clearTimeout(late)
					resolve(typeof what === 'string' && !isReady ? 'unstarted' : what)
				}
				worker.postMessage(asked, [asked.bytes.buffer])
			}),
		isGone: () => isGone,
		end: () => worker.terminate(),
	}
}
