import type { NotTaken, Presence, Said, Told } from '#writing/protocol.ts'
import { type Editing, greeting, hear, isWaiting, toSay, versionOf } from '#writing/session.ts'

/** How it stands between the page and the room. `away`: nothing is lost, and it is tried again. The last three are for good. */
export type LiveState = 'joining' | 'live' | 'held' | 'away' | 'frozen' | 'out' | 'reload'

type Socket = Pick<WebSocket, 'send' | 'close' | 'readyState'> & {
	onopen: ((event: never) => void) | null
	onmessage: ((event: MessageEvent) => void) | null
	onclose: ((event: never) => void) | null
}

export type Living = {
	readonly editing: Editing
	readonly open: () => Socket
	readonly onState: (state: LiveState) => void
	/** Everybody else who is here, each time that somebody comes, goes or moves. */
	readonly onHere: (people: readonly Presence[]) => void
	/** What was written was not taken, and is taken back; what was typed is offered by the editor. */
	readonly onRefused: (reason: NotTaken, blocks: readonly string[]) => void
}

/** The first pause before it is tried again, and the longest. Milliseconds. */
const PAUSE_MS = 500
const LONGEST_MS = 15_000
/** Where the person is, is told this often at most. */
const HERE_MS = 200

const LASTING: readonly LiveState[] = ['frozen', 'out', 'reload']

/** Joins the room of a text, comes back when the connection is lost, and keeps what is written until the room has it. */
export function live({ editing, open, onState, onHere, onRefused }: Living) {
	let socket: Socket | null = null
	let state: LiveState = 'joining'
	let tries = 0
	let toldAt = 0
	const people = new Map<string, Presence>()

	const becomes = (next: LiveState) => {
		if (state === next || LASTING.includes(state)) return
		state = next
		onState(next)
	}
	const say = (said: Said) => {
		if (socket?.readyState === 1) socket.send(JSON.stringify(said))
	}

	function told(message: Told): void {
		for (const said of hear(editing, message)) say(said)
		if (message.kind === 'welcome') {
			tries = 0
			people.clear()
			for (const person of message.here) people.set(person.key, person)
			onHere([...people.values()])
			becomes('live')
		} else if (message.kind === 'here') {
			people.set(message.person.key, { ...people.get(message.person.key), ...message.person })
			onHere([...people.values()])
		} else if (message.kind === 'left') {
			people.delete(message.key)
			onHere([...people.values()])
		} else if (message.kind === 'refused') onRefused(message.reason, message.blocks ?? [])
		else if (message.kind === 'open') becomes('live')
		else if (message.kind !== 'entries') becomes(message.kind)
		write()
	}

	function join(): void {
		const next = open()
		socket = next
		next.onopen = () => say(greeting(editing))
		next.onmessage = ({ data }) => told(JSON.parse(String(data)))
		next.onclose = () => {
			if (socket !== next) return
			socket = null
			becomes('away')
			if (LASTING.includes(state)) return
			tries += 1
			setTimeout(join, Math.min(LONGEST_MS, PAUSE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2))
		}
	}

	/** Sends what was written, unless something is on its way already: the rest then goes with the next. `letGo`: blocks that may go with what is said of them. */
	function write(letGo: readonly string[] = []): void {
		if (state !== 'live' || isWaiting(editing)) return
		const said = toSay(editing, letGo)
		if (said) say(said)
	}

	join()
	return {
		write,
		/** Where the person is in the text. */
		here(anchor: number, head: number, now: number): void {
			if (state !== 'live' || now - toldAt < HERE_MS) return
			toldAt = now
			say({ kind: 'here', version: versionOf(editing), anchor, head })
		},
		leave(): void {
			const last = socket
			socket = null
			last?.close()
		},
	}
}
