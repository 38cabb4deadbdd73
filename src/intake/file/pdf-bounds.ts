import { pause } from '#intake/effort.ts'
import { joined } from '#intake/joined.ts'
import { type Inflated, inflate, isZlib, STEP } from './inflate.ts'

/** One stream, inflated. Bytes: a page's text hardly comes to a hundred thousand, a scanned page to some thirty million. */
const TEXT_LIMIT = 8 * 1024 * 1024
const PICTURE_LIMIT = 32 * 1024 * 1024

/** All streams of a file, inflated. The library keeps what it has inflated, and a Worker has 128 MB. Bytes. */
const IN_ALL_LIMIT = 64 * 1024 * 1024

/** A report of a thousand pages has some ten thousand. */
const STREAMS_LIMIT = 20_000

/** Inflated between one pause and the next. Bytes. */
const AT_A_TIME = 2 * 1024 * 1024

/** What is known of a PDF before its library reads it. */
export type Bounds = {
	readonly outcome: 'within' | 'over' | 'locked'
	/** How many there may be at most, more or less, of what pages are drawn by. */
	readonly operators: number
	/** Of its streams, inflated. Bytes. */
	readonly size: number
}

/** Filters that are not looked into here, and can make very much of very little. Files of the nineties have them. */
const OTHER_FILTERS = /LZWDecode|RunLengthDecode/

/**
 * Whether a PDF stays within bounds when its streams are inflated: the library that reads it sets none, and holds on to
 * all it has inflated, and reads on behind damage. What cannot be looked into, being encrypted, damaged or in rare filters,
 * is not within bounds. Every stream is tried, whatever is said about it, and as far as its data go, since both may be said
 * wrongly.
 */
export async function boundsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Bounds> {
	let inAll = 0
	let operators = 0
	const is = (outcome: Bounds['outcome']) => ({ outcome, operators, size: inAll })
	const file = latin1(bytes)
	const between: string[] = []
	let from = 0
	let lookedInAll = 0
	let count = 0
	let lineEnd = -1
	let inflatedSince = 0
	for (const { index } of file.matchAll(/(?<!end)stream/g)) {
		count += 1
		// Data that lie over each other could be looked at over and over.
		if (count > STREAMS_LIMIT || lookedInAll > 2 * bytes.length + count * STEP) return is('over')
		if (lineEnd < index) lineEnd = lineEndAfter(file, index)
		const start = file.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1
		if (index >= from) {
			between.push(file.slice(from, index))
			from = endOf(file, start)
		}
		const data = bytes.subarray(start)
		if (!isZlib(data)) continue
		const limit = isPicture(file.slice(Math.max(0, index - 600), index)) ? PICTURE_LIMIT : TEXT_LIMIT
		const inflated = inflate(data.subarray(2), limit)
		inAll += inflated.size
		lookedInAll += inflated.looked
		if (isUnbounded(inflated) || inAll > IN_ALL_LIMIT) return is('over')
		if (limit === TEXT_LIMIT) {
			if (isSuspect(inflated.pieces)) return is('over')
			operators += operatorsIn(inflated.pieces)
		}
		inflatedSince += inflated.size
		if (inflatedSince < AT_A_TIME) continue
		inflatedSince = 0
		await pause()
	}
	// In a name, #4C is L.
	const plain = [...between, file.slice(from)]
		.join(' ')
		.replace(/#([0-9a-f]{2})/gi, (_escape, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
	if (/\/Encrypt\b/.test(plain)) return is('locked')
	return is(OTHER_FILTERS.test(plain) ? 'over' : 'within')
}

/**
 * Operators, counted as letters that something follows which begins the next. In fonts and other data hardly one byte in a
 * hundred looks so; words within texts do, and are read too.
 */
function operatorsIn(pieces: readonly Uint8Array[]): number {
	let found = 0
	let afterLetter = false
	for (const piece of pieces) {
		for (const byte of piece) {
			if (afterLetter && BEGINS_NEXT[byte] === 1) found += 1
			afterLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2a
		}
	}
	return found
}

const BEGINS_NEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
	Number('\0\t\n\f\r ([</%'.includes(String.fromCharCode(byte))),
)

/** A character for each byte. */
const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/** Where the line of the word ends: data begin behind it, whatever stands between. What is not in a file is not looked for. */
function lineEndAfter(file: string, index: number): number {
	let at = index
	while (at < file.length && file[at] !== '\n' && file[at] !== '\r') at += 1
	return at
}

function endOf(file: string, start: number): number {
	const end = file.indexOf('endstream', start)
	return end < 0 ? file.length : end
}

/** What is said about the stream after its object begins. */
function isPicture(before: string): boolean {
	return /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj') + 1))
}

const isUnbounded = ({ outcome }: Inflated) => outcome === 'over' || outcome === 'damaged'

/** Compressed twice, as nobody's streams are; or, in a stream of objects, filters that are not looked into. */
function isSuspect(pieces: readonly Uint8Array[]): boolean {
	let carried = ''
	for (const piece of pieces) {
		const text = carried + latin1(piece)
		if (OTHER_FILTERS.test(text)) return true
		carried = text.slice(-20)
	}
	const first = pieces.find(({ length }) => length > 0) ?? new Uint8Array()
	if (!isZlib(first)) return false
	const inner = joined(pieces)
	return isUnbounded(inflate(inner.subarray(2), inner.length))
}
