import type { Pieces } from '#domain/kernel/pieces.ts'

const LENGTH = 4

/** Where bytes stood: which of those that follow. */
type Place = { readonly bytesAt: number; readonly length: number }

/**
 * A plain value as bytes: how long its JSON is, that, and behind it the bytes that were in the value, as they are. Lone
 * surrogates, which a file's text may have, are kept.
 */
export function packed(value: unknown): Pieces {
	const pieces: Uint8Array<ArrayBuffer>[] = []
	let bytesAt = 0
	const json = JSON.stringify(value, (_key, each: unknown) => {
		if (!(each instanceof Uint8Array)) return each
		const place: Place = { bytesAt, length: each.length }
		pieces.push(each as Uint8Array<ArrayBuffer>)
		bytesAt += each.length
		return place
	})
	const text = new TextEncoder().encode(json)
	const head = new Uint8Array(LENGTH + text.length)
	new DataView(head.buffer).setUint32(0, text.length, true)
	head.set(text, LENGTH)
	return [head, ...pieces]
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
