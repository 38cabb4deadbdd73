import { pause } from './effort.ts'

const LENGTH = 4

/** Bytes that are put in their place before others may go first: a millisecond's work. */
const AT_ONCE = 1024 * 1024

/** Where bytes stood: which of those that follow. */
type Place = { readonly bytesAt: number; readonly length: number }

/**
 * A plain value as bytes: how long its JSON is, that, and behind it the bytes that were in the value, as they are. Lone
 * surrogates, which a file's text may have, are kept.
 */
export async function packed(value: unknown): Promise<Uint8Array<ArrayBuffer>> {
	const pieces: Uint8Array[] = []
	let bytesAt = 0
	const json = JSON.stringify(value, (_key, each: unknown) => {
		if (!(each instanceof Uint8Array)) return each
		const place: Place = { bytesAt, length: each.length }
		pieces.push(each)
		bytesAt += each.length
		return place
	})
	const head = new TextEncoder().encode(json)
	const whole = new Uint8Array(LENGTH + head.length + bytesAt)
	new DataView(whole.buffer).setUint32(0, head.length, true)
	whole.set(head, LENGTH)
	let at = LENGTH + head.length
	let sincePause = 0
	for (const piece of pieces) {
		for (let from = 0; from < piece.length; from += AT_ONCE) {
			const part = piece.subarray(from, from + AT_ONCE)
			if (sincePause + part.length > AT_ONCE) {
				await pause()
				sincePause = 0
			}
			whole.set(part, at + from)
			sincePause += part.length
		}
		at += piece.length
	}
	return whole
}

/** The value again. Whoever unpacks knows what was packed: both are of one version, and nobody else writes to them. */
export function unpacked<Value>(whole: Uint8Array<ArrayBuffer>): Value {
	const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0, true)
	const head = new TextDecoder().decode(whole.subarray(LENGTH, LENGTH + length))
	const value: Value = JSON.parse(head, (_key, each) => {
		if (typeof each?.bytesAt !== 'number') return each
		const from = LENGTH + length + each.bytesAt
		// Of its own, not a view: what is handed on must not carry the rest with it.
		return whole.slice(from, from + each.length)
	})
	return value
}
