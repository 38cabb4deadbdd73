import { Inflate, Z_NO_FLUSH, Z_SYNC_FLUSH } from 'pako'

/** How much is given at a time, of which a thousand times as much can come. Bytes. */
export const STEP = 1024

export type Inflated = {
	/** What came, in order; nothing when it was `over` or `damaged`. */
	readonly pieces: readonly Uint8Array[]
	/** As far as it was followed. Bytes. */
	readonly size: number
	/** How much of the data was looked at. Bytes. */
	readonly looked: number
	/** `damaged`: another reader may go on behind the mistake, and make any amount of it. */
	readonly outcome: 'whole' | 'cut' | 'damaged' | 'over'
}

/**
 * Inflates data as RFC 1951 has them, step by step and no further than `limit` bytes. Where they end, they say themselves:
 * what lies behind is not touched.
 */
export function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Inflated {
	const pieces: Uint8Array[] = []
	let size = 0
	const stream = new Inflate({ raw: true })
	stream.onData = (piece) => {
		size += piece.length
		pieces.push(piece)
	}
	for (let at = 0; at < bytes.length; at += STEP) {
		const next = at + STEP
		// Pieces come when they are full, and what is left comes last: with the end of the data, or of all there is of them.
		const sound = stream.push(bytes.subarray(at, next), next < bytes.length ? Z_NO_FLUSH : Z_SYNC_FLUSH)
		if (!sound) return { pieces: [], size, looked: next, outcome: 'damaged' }
		if (size > limit) return { pieces: [], size, looked: next, outcome: 'over' }
		if (stream.ended) return { pieces, size, looked: next, outcome: 'whole' }
	}
	return { pieces, size, looked: bytes.length, outcome: 'cut' }
}

/** As RFC 1950 has the two bytes before such data. */
export function isZlib(bytes: Uint8Array): boolean {
	const [first = 0, second = 0] = bytes
	return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
