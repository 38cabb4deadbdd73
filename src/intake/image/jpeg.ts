import type { ImageFault } from '#domain/coalition/image.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { ImageParts } from './parts.ts'

const TABLES = [0xdb, 0xc4, 0xdd]
/** Baseline, extended and progressive: what browsers draw. */
const FRAMES = [0xc0, 0xc1, 0xc2]
const SCAN = 0xda
const END = 0xd9
/** Says how colours are meant where they are not the usual ones. */
const ADOBE = 0xee

/** The segments of a JPEG (ITU T.81, annex B); null where the bytes are something else. */
export function readJpeg(bytes: Uint8Array): Result<ImageParts, ImageFault> | null {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null
	const parts = [bytes.subarray(0, 2)]
	let size: Pick<ImageParts, 'width' | 'height'> | null = null
	let drawn = false
	for (let at = 2; at + 2 <= bytes.length; ) {
		if (bytes[at] !== 0xff) return refuse('broken')
		const marker = bytes[at + 1] ?? 0
		if (marker === 0xff) {
			at += 1
			continue
		}
		if (marker === END) {
			parts.push(bytes.subarray(at, at + 2))
			return size !== null && drawn ? ok({ ...size, parts }) : refuse('broken')
		}
		const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
		let end = at + 2 + length
		if (length < 2 || end > bytes.length) return refuse('broken')
		if (FRAMES.includes(marker)) {
			if (size !== null || length < 8) return refuse('broken')
			const number = (from: number) => ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0)
			size = { height: number(at + 5), width: number(at + 7) }
		} else if (marker === SCAN) {
			if (size === null) return refuse('broken')
			drawn = true
			end = endOfScan(bytes, end)
		} else if (!isTold(marker)) return refuse('broken')
		if (FRAMES.includes(marker) || TABLES.includes(marker) || marker === SCAN || marker === ADOBE)
			parts.push(bytes.subarray(at, end))
		at = end
	}
	return refuse('broken')
}

/** Tables, and what applications and people wrote beside the picture. */
function isTold(marker: number): boolean {
	return TABLES.includes(marker) || (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
}

/** Past the coded picture: to the next marker that neither stands for the byte 0xFF nor begins the coding anew. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = from; at + 1 < bytes.length; at += 1) {
		const next = bytes[at + 1] ?? 0
		if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
	}
	return bytes.length
}
