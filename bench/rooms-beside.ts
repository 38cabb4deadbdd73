import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { type RawSocket, rawSocket } from './raw-socket.ts'
import type { Screen, Writer } from './rooms-job.ts'

/** The same for a server of Hocuspocus, by what its own client says to it. */

const NAME = 'text'
const [SYNC, AUTH, SYNC_REPLY] = [0, 2, 4]
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2]
const AUTHENTICATED = 2

function sized(value: number): number[] {
	const bytes: number[] = []
	let left = value
	while (left > 127) {
		bytes.push(0x80 | (left & 127))
		left = Math.floor(left / 128)
	}
	return [...bytes, left]
}

const bytesOf = (bytes: Uint8Array): number[] => [...sized(bytes.length), ...bytes]
const stringOf = (text: string): number[] => bytesOf(Buffer.from(text))

const authentication = Uint8Array.from([...stringOf(NAME), AUTH, 0, ...stringOf('-'), ...stringOf('4.7.0')])
const syncOf = (step: number, bytes: Uint8Array) => Uint8Array.from([...stringOf(NAME), SYNC, step, ...bytesOf(bytes)])

type Heard = { readonly kind: number; readonly step: number; readonly bytes: Uint8Array }

/** What a message says. */
function heardIn(message: Buffer): Heard {
	let at = 0
	const size = () => {
		let [value, shift] = [0, 1]
		for (;;) {
			const byte = message[at] ?? 0
			at += 1
			value += (byte & 127) * shift
			if (byte < 128) return value
			shift *= 128
		}
	}
	const named = size()
	at += named
	const kind = size()
	const step = size()
	const length = kind === SYNC || kind === SYNC_REPLY ? size() : 0
	return { kind, step, bytes: message.subarray(at, at + length) }
}

/** What the server has not answered is said again. Milliseconds. */
const AGAIN_MS = 1_000
/** Who has had no answer after so many times is reported, and not waited for. */
const TIMES = 20

type Page = { readonly doc: Y.Doc; readonly socket: RawSocket }

/** A page that has the text. `heard`: gets each update after that. */
async function opened(port: number, heard: (bytes: Uint8Array) => void, closed: () => void): Promise<Page> {
	const doc = new Y.Doc()
	let [isIn, hasText] = [false, false]
	const socket = await rawSocket({
		port,
		path: '/',
		closed,
		heard: (message) => {
			const { kind, step, bytes } = heardIn(message)
			if (kind === AUTH && step === AUTHENTICATED) {
				isIn = true
				socket.send(asked)
			}
			if (kind !== SYNC && kind !== SYNC_REPLY) return
			if (step === UPDATE && hasText) heard(bytes)
			if (step !== STEP_2) return
			hasText = true
			Y.applyUpdate(doc, bytes)
		},
	})
	const asked = syncOf(STEP_1, Y.encodeStateVector(doc))
	for (let time = 0; time < TIMES && !hasText; time += 1) {
		socket.send(isIn ? asked : authentication)
		for (let waited = 0; waited < AGAIN_MS && !hasText; waited += 10) await sleep(10)
	}
	if (!hasText) throw new Error(`a page ${isIn ? 'got no text' : 'was not let in'}`)
	return { doc, socket }
}

export async function besideReader(port: number, closed: () => void): Promise<void> {
	const { socket } = await opened(port, () => {}, closed)
	socket.ignore()
}

export async function besideScreen(port: number, shown: Screen, closed: () => void): Promise<void> {
	const { doc } = await opened(
		port,
		(bytes) => {
			Y.applyUpdate(doc, bytes)
			shown(Buffer.from(bytes).toString('latin1'))
		},
		closed,
	)
}

/** Types at the end of a paragraph, and takes nothing in of what others type. */
export async function besideWriter(port: number, index: number, writers: number, closed: () => void): Promise<Writer> {
	const { doc, socket } = await opened(port, () => {}, closed)
	const blocks = doc.getXmlFragment('prosemirror')
	const texts = blocks.toArray().flatMap((block) => {
		const text = block instanceof Y.XmlElement ? block.get(0) : null
		return text instanceof Y.XmlText ? [text] : []
	})
	const text = texts[Math.floor((index * texts.length) / writers)]
	if (!text) throw new Error('nowhere to type')
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin === 'here') socket.send(syncOf(UPDATE, update))
	})
	return { press: (word) => doc.transact(() => text.insert(text.length, word), 'here') }
}
