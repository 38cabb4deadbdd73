import { parentPort } from 'node:worker_threads'
import { type Asked, READY } from '#local/reader/message.ts'

// Run as a thread that reads: gives what it is asked back, but dies of a statement and of what says so, and never comes back from a report.
parentPort?.on('message', ({ kind, bytes }: Asked) => {
	if (kind === 'statement' || new TextDecoder().decode(bytes).includes('(dies)')) process.exit(1)
	while (kind === 'report');
	parentPort?.postMessage({ bytes })
})
parentPort?.postMessage(READY)
