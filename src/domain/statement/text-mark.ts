import type { BlockVersion } from './block.ts'

/**
 * Tells one state of a text from another: the same blocks, in the same versions and order, have the same mark. Whoever keeps a
 * copy learns by it whether others have written meanwhile; it proves nothing.
 */
export function textMark(blocks: readonly Pick<BlockVersion, 'id'>[]): string {
	let low = 0x811c9dc5
	let high = 0x9e3779b9
	for (const sign of blocks.map(({ id }) => id).join(' ')) {
		const code = sign.charCodeAt(0)
		low = Math.imul(low ^ code, 0x01000193)
		high = Math.imul(high ^ code, 0x85ebca6b)
		high ^= high >>> 13
	}
	return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
