import type { FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { joined } from '#intake/joined.ts'
import { inflate } from './inflate.ts'

/** Parts of an archive: a document has some dozens. */
const ENTRIES_LIMIT = 2000

/** Of all parts together, as they say themselves. A document of 10 MB with pictures is hardly larger opened. Bytes. */
const CLAIMED_LIMIT = 200 * 1024 * 1024

export type Entry = {
	readonly name: string
	/** Inflated, as the archive says. Bytes. */
	readonly claimed: number
	/** The part's bytes; refused when they are not as many as the archive says. */
	readonly open: () => Result<Uint8Array<ArrayBuffer>, FileRefusal>
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * What is in a ZIP archive, by the directory at its end. Nothing is inflated until it is opened, and then no further than
 * the archive says. Refused: what is broken; encrypted; what says one thing in one place and another elsewhere.
 */
export function entriesOf(bytes: Uint8Array<ArrayBuffer>): Result<Entry[], FileRefusal> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const end = endOf(view)
	if (end === null) return refuse('broken')
	const count = view.getUint16(end + 10, true)
	const start = view.getUint32(end + 16, true)
	if (count > ENTRIES_LIMIT || count === 0xffff || start === 0xffffffff) return refuse('hostile')
	const entries: Entry[] = []
	const names = new Set<string>()
	let at = start
	let packed = 0
	let claimedInAll = 0
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return refuse('broken')
		const flags = view.getUint16(at + 8, true)
		const method = view.getUint16(at + 10, true)
		const size = view.getUint32(at + 20, true)
		const claimed = view.getUint32(at + 24, true)
		const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
		const offset = view.getUint32(at + 42, true)
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
		if (flags & 1) return refuse('locked')
		packed += size
		claimedInAll += claimed
		// Parts that lie over each other, or one name twice: what a reader finds depends on how it looks.
		if (names.has(name) || packed > bytes.length || claimedInAll > CLAIMED_LIMIT) return refuse('hostile')
		names.add(name)
		entries.push({ name, claimed, open: () => open(bytes, view, { offset, method, size, claimed }) })
		at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
	}
	return ok(entries)
}

/** Where the directory's end record is: at the very end, but for a comment. */
function endOf(view: DataView): number | null {
	const first = Math.max(0, view.byteLength - 22 - 0xffff)
	for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at
	return null
}

type Place = { readonly offset: number; readonly method: number; readonly size: number; readonly claimed: number }

function open(
	bytes: Uint8Array<ArrayBuffer>,
	view: DataView,
	{ offset, method, size, claimed }: Place,
): Result<Uint8Array<ArrayBuffer>, FileRefusal> {
	if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return refuse('broken')
	const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
	if (from + size > bytes.length) return refuse('broken')
	const packed = bytes.subarray(from, from + size)
	if (method === 0) return size === claimed ? ok(packed) : refuse('hostile')
	if (method !== 8) return refuse('broken')
	const inflated = inflate(packed, claimed)
	if (inflated.outcome === 'cut' || inflated.outcome === 'damaged') return refuse('broken')
	return inflated.outcome === 'whole' && inflated.size === claimed ? ok(joined(inflated.pieces)) : refuse('hostile')
}
