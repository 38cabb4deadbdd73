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

/** SHA-256 in lower-case hex. */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes)
	return hex(digest)
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
