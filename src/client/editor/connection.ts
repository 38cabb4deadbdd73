import type { Said, Told } from '#writing/protocol.ts'

/** How long it waits before it connects anew, at first and at most. Milliseconds. */
const AGAIN_MS = 500
const AGAIN_AT_MOST_MS = 15_000

type Ends = {
	readonly opened: () => void
	readonly heard: (told: Told) => void
	/** `ever`: something had been heard before. */
	readonly lost: (ever: boolean) => void
}

export type Connection = {
	/** Nothing where it is not open: what is to be said is then said when it is. */
	readonly send: (said: Said) => void
	readonly isOpen: () => boolean
	/** Takes it for dead, and connects anew at once. */
	readonly renew: () => void
	/** Ends it for good. */
	readonly close: () => void
}

/** A connection to the room of a text, made anew whenever it is lost. */
export function connect(path: string, ends: Ends): Connection {
	let socket: WebSocket | null = null
	let isClosed = false
	let wasHeard = false
	let failures = 0
	let timer = 0

	function open(): void {
		clearTimeout(timer)
		if (isClosed || socket !== null) return
		const own = new WebSocket(new URL(path, location.href.replace(/^http/, 'ws')))
		socket = own
		own.addEventListener('open', () => {
			ends.opened()
		})
		own.addEventListener('message', ({ data }) => {
			if (socket !== own) return
			failures = 0
			wasHeard = true
			ends.heard(JSON.parse(String(data)))
		})
		own.addEventListener('close', () => {
			if (socket !== own) return
			socket = null
			if (isClosed) return
			failures += 1
			// Not all at once, where all were cut off at once.
			const wait = Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** (failures - 1)) * (0.5 + Math.random() / 2)
			timer = window.setTimeout(open, wait)
			ends.lost(wasHeard)
		})
	}

	window.addEventListener('online', open)
	open()

	return {
		send: (said) => {
			if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said))
		},
		isOpen: () => socket?.readyState === WebSocket.OPEN,
		renew: () => {
			const old = socket
			socket = null
			old?.close()
			if (old) ends.lost(wasHeard)
			open()
		},
		close: () => {
			isClosed = true
			clearTimeout(timer)
			socket?.close()
		},
	}
}
