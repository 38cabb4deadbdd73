import type { ImageFault } from '#domain/coalition/image.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { ImageParts } from './parts.ts'

const textAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

type Size = Pick<ImageParts, 'width' | 'height'>

/** In the header of the extended format: it moves. */
const MOVING = 0x02
/** It has a layer of transparency; all else that the header tells of is left out. */
const ALPHA = 0x10

/** The chunks of a WebP (RFC 9649); null where the bytes are something else. */
export function readWebp(bytes: Uint8Array): Result<ImageParts, ImageFault> | null {
	if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return null
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const end = 8 + view.getUint32(4, true)
	if (end > bytes.length) return refuse('broken')
	const parts: Uint8Array[] = []
	let canvas: Size | null = null
	let drawn: Size | null = null
	for (let at = 12; at + 8 <= end && drawn === null; ) {
		const type = textAt(bytes, at)
		const length = view.getUint32(at + 4, true)
		const next = at + 8 + length + (length % 2)
		if (next > end) return refuse('broken')
		const chunk = bytes.slice(at, next)
		if (type === 'VP8X') {
			if (canvas !== null || length !== 10) return refuse('broken')
			if (((chunk[8] ?? 0) & MOVING) !== 0) return refuse('moving')
			canvas = { width: 1 + threeBytes(chunk, 12), height: 1 + threeBytes(chunk, 15) }
			chunk[8] = (chunk[8] ?? 0) & ALPHA
			parts.push(chunk)
		} else if (type === 'ALPH') parts.push(chunk)
		else if (type === 'VP8 ' || type === 'VP8L') {
			drawn = type === 'VP8 ' ? lossySize(chunk) : losslessSize(chunk)
			if (drawn === null) return refuse('broken')
			parts.push(chunk)
		} else if (type === 'ANIM' || type === 'ANMF') return refuse('moving')
		at = next
	}
	const agrees = canvas === null || (canvas.width === drawn?.width && canvas.height === drawn?.height)
	if (drawn === null || !agrees) return refuse('broken')
	const header = bytes.slice(0, 12)
	const length = parts.reduce((sum, part) => sum + part.length, 4)
	new DataView(header.buffer).setUint32(4, length, true)
	return ok({ ...drawn, parts: [header, ...parts] })
}

const threeBytes = (bytes: Uint8Array, at: number) =>
	(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)

/** A key frame of VP8 (RFC 6386, 9.1) after the chunk's eight bytes. */
function lossySize(chunk: Uint8Array): Size | null {
	const starts = chunk[11] === 0x9d && chunk[12] === 0x01 && chunk[13] === 0x2a
	if (!starts || chunk.length < 18) return null
	return { width: threeBytes(chunk, 14) & 0x3fff, height: ((chunk[16] ?? 0) | ((chunk[17] ?? 0) << 8)) & 0x3fff }
}

function losslessSize(chunk: Uint8Array): Size | null {
	if (chunk[8] !== 0x2f || chunk.length < 13) return null
	const bits = threeBytes(chunk, 9) + (chunk[12] ?? 0) * 2 ** 24
	return { width: 1 + (bits % 2 ** 14), height: 1 + (Math.floor(bits / 2 ** 14) % 2 ** 14) }
}
