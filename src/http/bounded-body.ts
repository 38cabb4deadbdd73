/** How much of a body is read. Bytes. */
export type Bound = {
	/** Read whoever sends it. */
	readonly free: number
	/** Asked once, before more than that is read: how much may be sent by whoever it is. */
	readonly more: () => Promise<number>
}

/** What is read of a request. */
type Sent = { readonly body: Stream | null; readonly headers: { readonly get: (name: string) => string | null } }
type Stream = { readonly getReader: () => Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'> }

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
	const said = Number(headers.get('content-length') ?? 0)
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
	let bytes = new Uint8Array(Math.max(room, 0))
	let length = 0
	let limit = free
	const reader = body.getReader()
	for (;;) {
		const { done, value } = await reader.read()
		if (done) break
		const from = length
		length += value.length
		if (length > limit) limit = await more()
		if (length > limit) {
			await reader.cancel()
			return null
		}
		if (length > bytes.length) bytes = enlarged(bytes, Math.max(length, Math.min(2 * bytes.length, limit)))
		bytes.set(value, from)
	}
	return length === bytes.length ? bytes : bytes.slice(0, length)
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(length)
	larger.set(bytes)
	return larger
}
