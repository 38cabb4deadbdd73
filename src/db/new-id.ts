import type { NewId } from '#domain/kernel/id.ts'

/** UUIDv7 (RFC 9562): 48 bits of milliseconds UTC, then random bits. Or a UUIDv4, which tells nothing of when it was made. */
export function idsBy(now: () => number): NewId {
	return (order = 'byTime') => (order === 'random' ? crypto.randomUUID() : uuidV7(now())) as never
}

function uuidV7(now: number): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16))
	for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
	return uuidOf([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
}

/** 32 hexadecimal digits as UUIDs are written. */
export function uuidOf(hex: string): string {
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
