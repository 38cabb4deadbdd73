import { type Pieces, whole } from '#domain/kernel/pieces.ts'
import { othersFirst } from '#usecases/others-first.ts'

/** How much of a body is read. Bytes. */
export type Bound = {
	/** Read whoever sends it. */
	readonly free: number
	/** Asked once, before more than that is read: how much may be sent by whoever it is. */
	readonly more: () => Promise<number>
}

/** What is read of a request. */
type Sent = { readonly body: Stream | null; readonly headers: { readonly get: (name: string) => string | null } }
type Stream = Pick<ReadableStream<Uint8Array>, 'getReader'>

const alike = (limit: number): Bound => ({ free: limit, more: async () => limit })

/** The body's bytes as `piecesWithin` reads them, in one place. */
export async function bytesWithin(sent: Sent, bound: number | Bound): Promise<Uint8Array<ArrayBuffer> | null> {
	const pieces = await piecesWithin(sent, bound)
	return pieces && whole(pieces)
}

/**
 * The body's bytes, read no further than they may be whatever the headers say; null when there are more. Without a body there
 * are none.
 */
export async function piecesWithin({ body, headers }: Sent, bound: number | Bound): Promise<Pieces | null> {
	const { free, more } = typeof bound === 'number' ? alike(bound) : bound
	const header = Number(headers.get('content-length') ?? 0)
	const said = Number.isSafeInteger(header) ? Math.max(header, 0) : 0
	const limit = said > free ? await more() : free
	if (said > limit) return null
	return body === null ? [] : readPieces(body, { free: limit, more: said > free ? async () => limit : more }, said)
}

/** A stream's bytes in one place; null when there are more than there may be. `said`: how many are said to come. */
export async function readWithin(body: Stream, limit: number, said = 0): Promise<Uint8Array<ArrayBuffer> | null> {
	const pieces = await readPieces(body, alike(limit), said)
	return pieces && whole(pieces)
}

/**
 * In pieces of `PIECE` each but for the last; null when there are more than there may be, and then the stream is let go of. What is only
 * said to come takes up no room.
 */
async function readPieces(body: Stream, { free, more }: Bound, said: number): Promise<Pieces | null> {
	const full: Uint8Array<ArrayBuffer>[] = []
	let piece = new Uint8Array(said > 0 ? Math.min(said, PIECE) : PIECE_OF_UNKNOWN)
	let filled = 0
	let length = 0
	let limit = free
	const given = givenBy(body, piece.length)
	for (;;) {
		let some = await given.next()
		if (some === undefined) break
		length += some.length
		if (length > limit) limit = await more()
		if (length > limit) {
			await given.letGo()
			return null
		}
		while (some.length > piece.length - filled) {
			const fits: number = piece.length - filled
			piece.set(some.subarray(0, fits), filled)
			some = some.subarray(fits)
			if (piece.length === PIECE) {
				full.push(piece)
				piece = new Uint8Array(PIECE)
				filled = 0
				if (full.length % PIECES_AT_ONCE === 0) await othersFirst()
			} else {
				filled = piece.length
				piece = enlarged(piece)
			}
		}
		piece.set(some, filled)
		filled += some.length
	}
	if (filled > 0) full.push(filled === piece.length ? piece : piece.slice(0, filled))
	return full
}

/** What is taken of a stream at a time, and how long a piece is: to make more room at once is a stretch of its own. Bytes. */
export const PIECE = 256 * 1024
const PIECE_OF_UNKNOWN = 16 * 1024

/** After how many others go first. */
const PIECES_AT_ONCE = 4

function enlarged(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(PIECE)
	larger.set(bytes)
	return larger
}

type Given = {
	/** Good until the next is asked for. */
	readonly next: () => Promise<Uint8Array | undefined>
	readonly letGo: () => Promise<void>
}

/**
 * In a Worker a stream that is asked for whatever it has gives four kilobytes, and most of the time for a large file went by in asking. So it is
 * given room to fill, where it takes any.
 */
function givenBy(body: Stream, room: number): Given {
	const reader = fillingReader(body)
	if (reader === null) {
		const plain = body.getReader()
		return { next: async () => (await plain.read()).value, letGo: () => plain.cancel() }
	}
	let free = new Uint8Array(room)
	return {
		next: async () => {
			const { done, value } = await reader.read(free)
			if (done || value === undefined) return undefined
			free = new Uint8Array(value.buffer)
			return value
		},
		letGo: () => reader.cancel(),
	}
}

/** Null for a stream that is none of bytes. */
function fillingReader(body: Stream): ReadableStreamBYOBReader | null {
	try {
		return body.getReader({ mode: 'byob' })
	} catch {
		return null
	}
}
