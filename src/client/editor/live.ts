import { collabOf } from '#writing/collab.ts'
import type { NotTaken, Presence, Said, Told } from '#writing/protocol.ts'
import { typedIn } from '#writing/rebase.ts'
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
	/** What was written was not taken, and is taken back. `texts`: what was typed in it. */
	readonly onRefused: (reason: Exclude<NotTaken, 'tooFast'>, texts: readonly string[]) => void
	/** What is written here and what is in the room may be another than before. */
	readonly onText?: () => void
	/** Something was said about the text. */
	readonly onComments?: () => void
	/** A connection could not be made. `wasHeard`: another was, before. */
	readonly onUnreached?: (wasHeard: boolean) => void
}

/** The first pause before it is tried again, and the longest. Milliseconds. */
const PAUSE_MS = 500
const LONGEST_MS = 15_000
/** After so long without an answer a connection is taken for dead. Milliseconds. */
const SILENCE_MS = 10_000
/** What was sent faster than the room takes it is sent again after this. Milliseconds. */
const TOO_FAST_MS = 2_000

const LASTING: readonly LiveState[] = ['frozen', 'out', 'reload']

/** Joins the room of a text, comes back when the connection is lost, and keeps what is written until the room has it. */
export function live({ editing, open, onState, onHere, onRefused, onText, onComments, onUnreached }: Living) {
	let socket: Socket | null = null
	let state: LiveState = 'joining'
	let wasHeard = false
	let tries = 0
	let isLeft = false
	let silence: ReturnType<typeof setTimeout> | undefined
	let again: ReturnType<typeof setTimeout> | undefined
	const people = new Map<string, Presence>()

	const becomes = (next: LiveState) => {
		if (state === next || LASTING.includes(state)) return
		state = next
		onState(next)
	}
	const say = (said: Said) => {
		if (socket?.readyState !== 1) return
		socket.send(JSON.stringify(said))
		if (said.kind !== 'steps' && said.kind !== 'hello') return
		clearTimeout(silence)
		silence = setTimeout(silent, SILENCE_MS)
	}

	function told(message: Told): void {
		if (message.kind === 'several') {
			for (const each of message.told) told(each)
			return
		}
		clearTimeout(silence)
		wasHeard = true
		if (message.kind === 'refused') {
			refused(message)
			return
		}
		if (message.kind === 'comments') {
			onComments?.()
			return
		}
		for (const said of hear(editing, message)) say(said)
		switch (message.kind) {
			case 'welcome':
				tries = 0
				people.clear()
				for (const person of message.here) people.set(person.key, person)
				onHere([...people.values()])
				becomes('live')
				break
			case 'here':
				people.set(message.person.key, { ...people.get(message.person.key), ...message.person })
				onHere([...people.values()])
				break
			case 'left':
				people.delete(message.key)
				onHere([...people.values()])
				break
			case 'open':
				becomes('live')
				break
			case 'entries':
			case 'saved':
				break
			default:
				becomes(message.kind)
		}
		write()
		onText?.()
	}

	function refused(message: Extract<Told, { readonly kind: 'refused' }>): void {
		const { reason } = message
		if (reason === 'tooFast') {
			// The same again: nothing is wrong with it.
			again = setTimeout(() => {
				const said = isWaiting(editing) ? toSay(editing) : null
				if (said) say(said)
			}, TOO_FAST_MS)
			return
		}
		const { unconfirmed, sent } = collabOf(editing.state)
		const texts = unconfirmed.slice(0, sent ?? 0).flatMap(({ step }) => typedIn(step))
		hear(editing, message)
		onRefused(reason, texts)
		write()
		onText?.()
	}

	function join(): void {
		clearTimeout(again)
		const next = open()
		socket = next
		next.onopen = () => say(greeting(editing))
		next.onmessage = ({ data }) => {
			if (socket === next) told(JSON.parse(String(data)))
		}
		next.onclose = () => {
			if (socket !== next) return
			lost()
			unreached()
		}
	}

	function lost(): void {
		socket = null
		clearTimeout(silence)
		people.clear()
		onHere([])
		becomes('away')
		if (LASTING.includes(state) || isLeft) return
		tries += 1
		// Not all at once, where all were cut off at once.
		again = setTimeout(join, Math.min(LONGEST_MS, PAUSE_MS * 2 ** (tries - 1)) * (0.5 + Math.random() / 2))
	}

	function unreached(): void {
		if (LASTING.includes(state) || isLeft) return
		if (!wasHeard || tries > 1) onUnreached?.(wasHeard)
	}

	function silent(): void {
		renew()
		unreached()
	}

	/** Takes the connection for dead, and makes another at once. That is no sign yet that none can be made. */
	function renew(): void {
		if (LASTING.includes(state) || isLeft) return
		const old = socket
		if (old) lost()
		old?.close()
		if (!isLeft) join()
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
		renew,
		/** Where the person is in the text. */
		here(anchor: number, head: number): void {
			if (state === 'live') say({ kind: 'here', version: versionOf(editing), anchor, head })
		},
		leave(): void {
			isLeft = true
			clearTimeout(again)
			clearTimeout(silence)
			const last = socket
			socket = null
			last?.close()
		},
	}
}
