import { getPriority, setPriority } from 'node:os'
import process from 'node:process'
import { parentPort } from 'node:worker_threads'
import { answerReading, isKind } from '#intake/answer-reading.ts'
import { type Asked, READY, type Read } from './message.ts'

// Run in a thread of its own: reads what it is asked, and tells what it read.

/** Low enough that what answers pages goes before it, and high enough that it gets on where they take all that there is. */
const NICE = 10

// Linux has a priority for each thread, and what is asked of a process is that of the thread which asks. Elsewhere it would be the whole
// process's. Nobody but root may raise one, so one that is lower already stays.
if (process.platform === 'linux' && getPriority() < NICE) setPriority(NICE)

const tell = (read: Read, given: ArrayBuffer[] = []) => parentPort?.postMessage(read, given)

parentPort?.on('message', ({ kind, bytes }: Asked) => {
	const read = isKind(kind) ? answerReading(kind, bytes) : Promise.reject(new Error('nothing is read so'))
	read.then(
		(given) => (given === undefined ? tell({ bytes: null }) : tell({ bytes: given }, [given.buffer])),
		// A fault of ours: it is met again, and told, where the same is read instead.
		() => tell({ failed: true }),
	)
})

// What was given up, such as a PDF of which nothing more came, may fail when nobody waits for it any longer.
process.on('unhandledRejection', () => {})

parentPort?.postMessage(READY)
