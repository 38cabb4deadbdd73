import { decodeWords } from 'postal-mime'
import { decodeAs, isAscii, latinBytes } from './charset.ts'
import { joined } from './joined.ts'

/** Words as RFC 2047 has them, of one charset, with nothing but blanks between: a character may be cut between two. */
const ENCODED =
	/=\?(?<charset>[^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?[bq]\?[^?\r\n]{0,2000}\?=(?:\s{0,80}=\?\k<charset>(?:\*[^?\s]{0,20})?\?[bq]\?[^?\r\n]{0,2000}\?=){0,200}/giu
const OPENING = /=\?[^?\s]{1,60}\?(?=[bq]\?)/gi

/** A line at the top of a mail as text, whatever charset its words say they are in. */
export function decodeHeader(value: string): string {
	return value
		.replace(ENCODED, (words, charset: string) =>
			// Read as a charset in which each byte is a character, so that the bytes can be had back.
			decodeAs(latinBytes(decodeWords(words.replace(OPENING, '=?windows-1252?'))), charset),
		)
		.replace(/\s+/g, ' ')
		.trim()
}

/** Lines whose words are looked at. */
const KNOWN = /^(?:subject|from|to|cc|reply-to|content-(?:type|disposition|description))[ \t]*:/i

/**
 * A mail whose lines at the top are UTF-8, as its library takes them to be: some programs write there what bytes they
 * have. All else stays as it was.
 */
export function withReadableTop(raw: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	if (isAscii(raw)) return raw
	const pieces: Uint8Array[] = []
	let known = false
	let kept = 0
	for (let from = 0; from < raw.length; ) {
		const feed = raw.indexOf(0x0a, from)
		const end = feed < 0 ? raw.length : feed + 1
		const line = raw.subarray(from, end)
		const goesOn = line[0] === 0x20 || line[0] === 0x09
		known = goesOn ? known : KNOWN.test(String.fromCharCode(...line.subarray(0, 24)))
		if (known && !isAscii(line)) {
			pieces.push(raw.subarray(kept, from), new TextEncoder().encode(decodeAs(line, '')))
			kept = end
		}
		from = end
	}
	return joined([...pieces, raw.subarray(kept)])
}
