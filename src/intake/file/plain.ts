import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'

/** No text has them: what has more than a stray one is no text. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/gu

/**
 * Bytes as text, by their byte order mark, as UTF-8 where they are that, otherwise as Windows-1252, which has all of
 * Latin-1's letters. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string | null {
	const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
	const controls = text.slice(0, 100_000).match(CONTROLS)?.length ?? 0
	return controls > Math.min(text.length, 100_000) / 1000 ? null : text.replace(CONTROLS, '').replace(/\r\n?/g, '\n')
}

function encodingOf(bytes: Uint8Array<ArrayBuffer>): string {
	const [first, second] = bytes
	if (first === 0xff && second === 0xfe) return 'utf-16le'
	if (first === 0xfe && second === 0xff) return 'utf-16be'
	const half = halfThatIsZero(bytes)
	if (half !== null) return half
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		return 'utf-8'
	} catch {
		return 'windows-1252'
	}
}

/** Western text in UTF-16 has nearly nothing in one half of its bytes, and no zero in the other. */
function halfThatIsZero(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const zeros = [0, 0]
	const length = Math.min(bytes.length, 2000) & ~1
	for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
	const [even = 0, odd = 0] = zeros
	const most = length * 0.4
	if (odd > most && even === 0) return 'utf-16le'
	return even > most && odd === 0 ? 'utf-16be' : null
}

/** What is let go of a text that is cut, at most, so that it ends with a line. A part of it. */
const TO_THE_LINE = 0.1

/** As much of a text as a notice may have, or less, cut at the end of a line where one ends near there. */
export function beginningOf(
	text: string,
	most = NOTICE_TEXT_LIMIT,
): { readonly text: string; readonly whole: boolean } {
	const trimmed = text.trim()
	if (trimmed.length <= most) return { text: trimmed, whole: true }
	const cut = trimmed.slice(0, most)
	const line = cut.lastIndexOf('\n')
	return { text: cut.slice(0, line < most * (1 - TO_THE_LINE) ? most : line).trim(), whole: false }
}
