import type { Enclosed } from './port.ts'

/** Longest line of base64. RFC 2045, section 6.8. */
const LINE_LIMIT = 76
/** How much of a name stands on a line: with what is before it, within the 78 characters of RFC 5322. */
const NAME_PART = 48
/** Bytes that are written at once: a multiple of what a line holds. */
const AT_ONCE = (LINE_LIMIT / 4) * 3 * 512

/**
 * A text and files as one body (RFC 2046, multipart/mixed), with the headers that say so. `id` makes the boundary: it comes in no
 * part, since the text is quoted-printable, where `=_` stands for nothing, and base64 has no `=` but at its end.
 */
export function multipart(
	id: string,
	quotedText: string,
	files: readonly Enclosed[],
): { headers: string[]; body: string } {
	const boundary = `=_${id}`
	const parts = [
		['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', quotedText].join(
			'\r\n',
		),
		...files.map(enclosed),
	]
	return {
		headers: [`Content-Type: multipart/mixed;\r\n boundary="${boundary}"`],
		body: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`,
	}
}

function enclosed({ name, type, bytes }: Enclosed): string {
	return [
		`Content-Type:\r\n ${type}`,
		`Content-Disposition: attachment;\r\n ${named(name).join(';\r\n ')}`,
		'Content-Transfer-Encoding: base64',
		'',
		base64Lines(bytes),
	].join('\r\n')
}

/** A file's name as parameters: as it is where it is plain and short, otherwise in as many parts as it takes (RFC 2231). */
function named(name: string): string[] {
	if (/^[\w.,() -]+$/.test(name) && name.length <= NAME_PART) return [`filename="${name}"`]
	const signs = [...name.toWellFormed()].map((sign) =>
		encodeURIComponent(sign).replace(/[!'()*]/g, (plain) => `%${plain.charCodeAt(0).toString(16).toUpperCase()}`),
	)
	const parts: string[] = []
	let part = "UTF-8''"
	for (const sign of signs) {
		if (part.length + sign.length > NAME_PART) {
			parts.push(part)
			part = ''
		}
		part += sign
	}
	return [...parts, part].map((each, index) => `filename*${index}*=${each}`)
}

/** Base64 in lines that no mail server breaks. */
export function base64Lines(bytes: Uint8Array): string {
	const lines: string[] = []
	for (let at = 0; at < bytes.length; at += AT_ONCE) {
		const some = btoa(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)))
		for (let from = 0; from < some.length; from += LINE_LIMIT) lines.push(some.slice(from, from + LINE_LIMIT))
	}
	return lines.join('\r\n')
}
