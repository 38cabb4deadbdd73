import canonicalize from 'canonicalize'
import type { StatementText } from '#domain/statement/statement.ts'

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

/**
 * SHA-256 in lower-case hex. A Worker computes it in the thread that answers everybody, so that of a large file a piece is given at a
 * time, and others go first in between. Elsewhere it is computed beside that thread.
 */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const { DigestStream: Pieces }: Crypto & { readonly DigestStream?: typeof DigestStream } = crypto
	if (bytes.length <= AT_ONCE || Pieces === undefined) return hex(await crypto.subtle.digest('SHA-256', bytes))
	const stream = new Pieces('SHA-256')
	const writer = stream.getWriter()
	for (let from = 0; from < bytes.length; from += AT_ONCE) {
		await writer.write(bytes.subarray(from, from + AT_ONCE))
		await new Promise((resolve) => setTimeout(resolve))
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
