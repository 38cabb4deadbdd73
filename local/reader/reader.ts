import { NOT_READ } from '#intake/elsewhere.ts'
import type { Asked } from './message.ts'
import { type Thread, threadOf } from './thread-of.ts'

type Answer = { readonly status: number; readonly bytes: Uint8Array<ArrayBuffer> | null }

export type LocalReader = {
	/** Answers what `src/intake/elsewhere.ts` asks. Status 500: the same is to be read there. */
	readonly answer: (pathname: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Answer>
	/** Ends the thread. What is being read then, or is asked later, is not read. */
	readonly stop: () => Promise<void>
}

type Options = {
	/** What runs in the thread. */
	readonly thread?: URL
	/** How long one reading may take, with the start of the thread. A second is what it takes at most; a busy machine needs more. Milliseconds. */
	readonly limitMs?: number
	/** How long one waits for those before. Milliseconds. */
	readonly patienceMs?: number
	/** Told when what was read ended a thread. */
	readonly log?: (line: object) => void
}

type Waiting = {
	readonly asked: Asked
	readonly tell: (answer: Answer) => void
	readonly late: ReturnType<typeof setTimeout>
}

/** How long what a notice states waits for those before: it is read in the isolate then, and somebody waits for its page. Milliseconds. */
const PARTS_PATIENCE_MS = 2_000

const THREAD = new URL('./thread.ts', import.meta.url)

const notRead: Answer = { status: NOT_READ, bytes: null }
const readThere: Answer = { status: 500, bytes: null }

/**
 * Reads letters in a thread of this process, so that the one that answers pages goes on with these. It is made when it is first
 * asked, reads one letter at a time, and is made anew when it has died, or was ended because nothing more came of it. What ended
 * it is not read: elsewhere it would end that too. What a notice states is, since it is our own code on a text.
 */
export function openReader({
	thread = THREAD,
	limitMs = 30_000,
	patienceMs = 10_000,
	log = (line) => console.error(JSON.stringify(line)),
}: Options = {}): LocalReader {
	let made: Thread | null = null
	const waiting: Waiting[] = []
	let isReading = false
	let reading = Promise.resolve()
	let isOpen = true

	async function read(asked: Asked): Promise<Answer> {
		if (made === null || made.isGone()) made = threadOf(thread)
		const current = made
		const read = await current.answer(asked, limitMs)
		if (typeof read !== 'string') return 'failed' in read ? readThere : answerOf(read.bytes)
		made = null
		await current.end()
		if (!isOpen) return notRead
		if (read === 'unstarted') return readThere
		log({ event: 'readerEnded', why: read })
		return notRead
	}

	async function readAll(): Promise<void> {
		isReading = true
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			clearTimeout(next.late)
			next.tell(isOpen ? await read(next.asked).catch(() => readThere) : notRead)
		}
		isReading = false
	}

	return {
		answer: (pathname, bytes) =>
			new Promise((tell) => {
				const kind = pathname.slice(1)
				// Whoever gives up takes along what they brought.
				const giveUp = () => {
					waiting.splice(waiting.indexOf(one), 1)
					tell(notRead)
				}
				const late = setTimeout(giveUp, kind === 'parts' ? Math.min(patienceMs, PARTS_PATIENCE_MS) : patienceMs)
				const one: Waiting = { asked: { kind, bytes }, tell, late }
				waiting.push(one)
				if (!isReading) reading = readAll()
			}),
		stop: async () => {
			isOpen = false
			await made?.end()
			await reading
		},
	}
}

const answerOf = (bytes: Answer['bytes']): Answer => (bytes === null ? notRead : { status: 200, bytes })
