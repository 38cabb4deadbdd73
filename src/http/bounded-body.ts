/** How much of a body is read. Bytes. */
export type Bound = {
	/** Read whoever sends it. */
	readonly free: number
	/** Asked once, before more than that is read: how much may be sent by whoever it is. */
	readonly more: () => Promise<number>
}

const alike = (limit: number): Bound => ({ free: limit, more: async () => limit })

/**
 * The body's bytes, read no further than they may be whatever the headers say; null when there are more. Without a body there
 * are none.
 */
export async function bytesWithin(
	{ body, headers }: Request,
	bound: number | Bound,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const { free, more } = typeof bound === 'number' ? alike(bound) : bound
	const said = Number(headers.get('content-length') ?? 0)
	const limit = said > free ? await more() : free
	if (said > limit) return null
	return body === null
		? new Uint8Array()
		: readWithin(body, { free: limit, more: said > free ? async () => limit : more })
}

/** A stream's bytes; null when there are more than there may be, and then it is let go of. */
export async function readWithin(
	body: ReadableStream<Uint8Array>,
	bound: number | Bound,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const { free, more } = typeof bound === 'number' ? alike(bound) : bound
	const chunks: Uint8Array[] = []
	let length = 0
	let limit = free
	const reader = body.getReader()
	for (;;) {
		const { done, value } = await reader.read()
		if (done) break
		length += value.length
		if (length > limit) limit = await more()
		if (length > limit) {
			await reader.cancel()
			return null
		}
		chunks.push(value)
	}
	const bytes = new Uint8Array(length)
	let at = 0
	for (const chunk of chunks) {
		bytes.set(chunk, at)
		at += chunk.length
	}
	return bytes
}
