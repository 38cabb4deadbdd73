import { NOT_READ } from '#intake/elsewhere.ts'
import type { Asked } from './message.ts'
import { type Thread, threadOf } from './thread-of.ts'

type Answer = { readonly status: number; readonly bytes: Uint8Array<ArrayBuffer> | null }

export type LocalReader = {
	/** Answers what `src/intake/elsewhere.ts` asks. Status 500: the same is to be read there. */
	readonly answer: (pathname: string, body: ArrayBuffer) => Promise<Answer>
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

const THREAD = new URL('./thread.ts', import.meta.url)

const notRead: Answer = { status: NOT_READ, bytes: null }
const readThere: Answer = { status: 500, bytes: null }

/**
 * Reads letters in a thread of this process, so that the one that answers pages goes on with these. It is made when it is first
 * asked, reads one letter at a time, and is made anew when it has died, or was ended because nothing more came of it. What ended
 * it is read nowhere else: it would end that too.
 */
export function openReader({
	thread = THREAD,
	limitMs = 30_000,
	patienceMs = 10_000,
	log = (line) => console.error(JSON.stringify(line)),
}: Options = {}): LocalReader {
	let made: Thread | null = null
	let last: Promise<unknown> = Promise.resolve()
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

	return {
		answer: (pathname, body) => {
			const asked = { kind: pathname.slice(1), bytes: new Uint8Array(body) }
			return new Promise((resolve) => {
				let waits = true
				const late = setTimeout(() => {
					waits = false
					resolve(notRead)
				}, patienceMs)
				last = last.then(async () => {
					clearTimeout(late)
					if (waits) resolve(isOpen ? await read(asked).catch(() => readThere) : notRead)
				})
			})
		},
		stop: async () => {
			isOpen = false
			await made?.end()
			await last
		},
	}
}

const answerOf = (bytes: Answer['bytes']): Answer => (bytes === null ? notRead : { status: 200, bytes })
