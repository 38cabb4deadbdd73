import { parentPort } from 'node:worker_threads'
import { type Asked, READY } from '#local/reader/message.ts'

/** So that a loop without an end takes no processor from who waits for it. */
const NOBODY_WAKES = new Int32Array(new SharedArrayBuffer(4))

// Run as a thread that reads: gives what it is asked back, but dies of a statement and of what says so, and never comes back from a report.
parentPort?.on('message', ({ kind, bytes }: Asked) => {
	if (kind === 'statement' || new TextDecoder().decode(bytes).includes('(dies)')) process.exit(1)
	while (kind === 'report') Atomics.wait(NOBODY_WAKES, 0, 0, 50)
	parentPort?.postMessage({ bytes })
})
parentPort?.postMessage(READY)
