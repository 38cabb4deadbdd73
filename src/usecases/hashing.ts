import canonicalize from 'canonicalize'
import { lengthOf, type Pieces, whole } from '#domain/kernel/pieces.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { othersFirst } from './others-first.ts'

/** Canonical JSON (RFC 8785): the bytes, as a string, that hashes here are taken over. */
export function canonical(value: object): string {
	const text = canonicalize(value)
	if (text === undefined) throw new Error('only JSON can be made canonical')
	return text
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
	return sha256OfBytes(new TextEncoder().encode(text))
}

/** What a Worker takes a few milliseconds to hash. Bytes. */
const AT_ONCE = 1024 * 1024

/** SHA-256 in lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => sha256OfPieces([bytes])

/**
 * The same of pieces. A Worker computes it in the thread that answers everybody, so that of what is large some is given at a time, and
 * others go first in between. Elsewhere it is computed beside that thread.
 */
export async function sha256OfPieces(pieces: Pieces): Promise<string> {
	const { DigestStream: Digest }: Crypto & { readonly DigestStream?: typeof DigestStream } = crypto
	if (lengthOf(pieces) <= AT_ONCE || Digest === undefined)
		return hex(await crypto.subtle.digest('SHA-256', whole(pieces)))
	const stream = new Digest('SHA-256')
	const writer = stream.getWriter()
	let since = 0
	for (const piece of pieces) {
		for (let from = 0; from < piece.length; from += AT_ONCE) {
			const part = piece.subarray(from, from + AT_ONCE)
			await writer.write(part)
			since += part.length
			if (since < AT_ONCE) continue
			since = 0
			await othersFirst()
		}
	}
	await writer.close()
	return hex(await stream.digest)
}

/** Bytes in lower-case hex. */
export function hex(bytes: ArrayBuffer): string {
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Tells a text that is being written from any other. Never published: whoever has all of a text but a name can find the name
 * by it. A text that was fixed before there were salts is bound by it.
 */
export function draftHashOf(text: StatementText): Promise<string> {
	return sha256(canonical(text))
}
