/**
 * The body's bytes, read no further than `limit` whatever the headers say; null when there are more. Without a body there
 * are none.
 */
export async function bytesWithin({ body, headers }: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
	if (Number(headers.get('content-length') ?? 0) > limit) return null
	return body === null ? new Uint8Array() : readWithin(body, limit)
}

/** A stream's bytes; null when there are more than `limit`, and then it is let go of. */
export async function readWithin(
	body: ReadableStream<Uint8Array>,
	limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
	const chunks: Uint8Array[] = []
	let length = 0
	const reader = body.getReader()
	for (;;) {
		const { done, value } = await reader.read()
		if (done) break
		length += value.length
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
