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

/**
 * The body's bytes, read no further than they may be whatever the headers say; null when there are more. Without a body there
 * are none.
 */
export async function bytesWithin(
	{ body, headers }: Sent,
	bound: number | Bound,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const { free, more } = typeof bound === 'number' ? alike(bound) : bound
	const header = Number(headers.get('content-length') ?? 0)
	const said = Number.isSafeInteger(header) ? Math.max(header, 0) : 0
	const limit = said > free ? await more() : free
	if (said > limit) return null
	return body === null
		? new Uint8Array()
		: readWithin(body, { free: limit, more: said > free ? async () => limit : more }, said)
}

/**
 * A stream's bytes; null when there are more than there may be, and then it is let go of. `room`: how many are said to come.
 * Each piece is put in its place as it comes, so that nobody waits at the end while all of them are.
 */
export async function readWithin(
	body: Stream,
	bound: number | Bound,
	room = 0,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const { free, more } = typeof bound === 'number' ? alike(bound) : bound
	// What is only said to come takes up no more than this.
	let bytes = new Uint8Array(Math.min(room, ROOM))
	let length = 0
	let limit = free
	const pieces = piecesOf(body, room)
	for (;;) {
		const piece = await pieces.next()
		if (piece === undefined) break
		const from = length
		length += piece.length
		if (length > limit) limit = await more()
		if (length > limit) {
			await pieces.letGo()
			return null
		}
		if (length > bytes.length) bytes = enlarged(bytes, Math.max(length, Math.min(2 * bytes.length, limit)))
		bytes.set(piece, from)
	}
	return length === bytes.length ? bytes : bytes.slice(0, length)
}

/** What a body has room for before it is there. Bytes. */
const ROOM = 1024 * 1024

/** What is taken of a stream at a time. Bytes. */
const PIECE = 256 * 1024
const PIECE_OF_UNKNOWN = 16 * 1024

type Pieces = {
	/** Good until the next is asked for. */
	readonly next: () => Promise<Uint8Array | undefined>
	readonly letGo: () => Promise<void>
}

/**
 * In a Worker a stream that is asked for whatever it has gives four kilobytes, and most of the time for a large file went by in asking. So it is
 * given room to fill, where it takes any.
 */
function piecesOf(body: Stream, room: number): Pieces {
	const reader = fillingReader(body)
	if (reader === null) {
		const plain = body.getReader()
		return { next: async () => (await plain.read()).value, letGo: () => plain.cancel() }
	}
	let free = new Uint8Array(room > 0 ? Math.min(room, PIECE) : PIECE_OF_UNKNOWN)
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

function enlarged(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(length)
	larger.set(bytes)
	return larger
}
