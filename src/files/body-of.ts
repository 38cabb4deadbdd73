import { lengthOf, type Pieces, whole } from '#domain/kernel/pieces.ts'
import { othersFirst } from '#usecases/others-first.ts'

type Runtime = Pick<typeof globalThis, 'fetch'> & { readonly FixedLengthStream?: typeof FixedLengthStream }

/** What is sent before others may go first, who are not let in while it can go on. Bytes. */
const AT_ONCE = 512 * 1024

/**
 * Pieces as the body of a request. In a Worker one that is given in one place is copied first and then sent in a stretch; so what is
 * large goes piece by piece, and others go first in between. Elsewhere there is no such stream, and nobody waits.
 */
export function bodyOf(pieces: Pieces): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
	const { FixedLengthStream: Known }: Runtime = globalThis
	const length = lengthOf(pieces)
	if (Known === undefined || length <= AT_ONCE) return whole(pieces)
	const { readable, writable } = new Known(length)
	// Whoever is sent it says so where it breaks off.
	sendAll(pieces, writable).catch(() => {})
	return readable
}

async function sendAll(pieces: Pieces, writable: WritableStream<Uint8Array>): Promise<void> {
	const writer = writable.getWriter()
	let since = 0
	for (const piece of pieces) {
		await writer.write(piece)
		since += piece.length
		if (since < AT_ONCE) continue
		since = 0
		await othersFirst()
	}
	await writer.close()
}
