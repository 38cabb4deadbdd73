import type { ImageFault } from '#domain/coalition/image.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { ImageParts } from './parts.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What draws a picture; times, texts, profiles and places are not among it. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT']

/** The chunks of a PNG (third edition, 5.3); null where the bytes are something else. */
export function readPng(bytes: Uint8Array): Result<ImageParts, ImageFault> | null {
	if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) return null
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const parts = [bytes.subarray(0, 8)]
	const seen = new Set<string>()
	let size: Pick<ImageParts, 'width' | 'height'> | null = null
	for (let at = 8; at + 12 <= bytes.length; ) {
		const length = view.getUint32(at)
		const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
		const end = at + 12 + length
		if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return refuse('broken')
		if (seen.size === 0 && (type !== 'IHDR' || length !== 13)) return refuse('broken')
		if (type === 'acTL') return refuse('moving')
		if (type === 'IHDR') {
			if (size !== null) return refuse('broken')
			size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
		}
		// A capital says that nothing can be drawn without knowing the chunk.
		if (/^[A-Z]/.test(type) && !KEPT.includes(type)) return refuse('broken')
		if (KEPT.includes(type)) parts.push(bytes.subarray(at, end))
		seen.add(type)
		if (type === 'IEND') return size !== null && seen.has('IDAT') ? ok({ ...size, parts }) : refuse('broken')
		at = end
	}
	return refuse('broken')
}
