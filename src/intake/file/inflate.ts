import { Inflate } from 'fflate'
import * as z from 'zod'

/** How much is given at a time, of which a thousand times as much can come. Bytes. */
export const STEP = 1024
const MOST_OF_A_STEP = STEP * 1032

export type Inflated = {
	/** What came, in order; nothing when it was `over`. */
	readonly pieces: readonly Uint8Array[]
	/** No less than what any other reader would make of it. Bytes. */
	readonly size: number
	/** How much of the data was looked at. Bytes. */
	readonly looked: number
	readonly outcome: 'whole' | 'cut' | 'damaged' | 'over'
}

/** Within the library: the last block has begun, and is not under way. */
const inside = z.object({ s: z.object({ f: z.number().optional(), l: z.unknown().optional() }) })

/**
 * Inflates data as RFC 1951 has them, step by step and no further than `limit` bytes. Where they end, they say themselves:
 * what lies behind is not touched.
 */
export function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Inflated {
	const pieces: Uint8Array[] = []
	let size = 0
	const stream = new Inflate((piece) => {
		size += piece.length
		pieces.push(piece)
	})
	const isOver = () => {
		const { f: last = 0, l: underWay } = inside.parse(stream).s
		return last === 1 && !underWay
	}
	for (let at = 0; at < bytes.length; at += STEP) {
		try {
			stream.push(bytes.subarray(at, at + STEP))
		} catch {
			return { pieces, size: size + MOST_OF_A_STEP, looked: at + STEP, outcome: 'damaged' }
		}
		if (size > limit) return { pieces: [], size, looked: at + STEP, outcome: 'over' }
		if (isOver()) return { pieces, size, looked: at + STEP, outcome: 'whole' }
	}
	return { pieces, size, looked: bytes.length, outcome: 'cut' }
}

/** The pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(lengthOf(pieces))
	let at = 0
	for (const piece of pieces) {
		whole.set(piece, at)
		at += piece.length
	}
	return whole
}

const lengthOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, { length }) => sum + length, 0)

/** As RFC 1950 has the two bytes before such data. */
export function isZlib(bytes: Uint8Array): boolean {
	const [first = 0, second = 0] = bytes
	return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
