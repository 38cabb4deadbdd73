/** What XML 1.0 cannot hold: control characters but tab and line feed, halves of a character, and two that are none. */
const UNFIT = /[^\P{Cc}\t\n]|[\p{Cs}\ufffe\uffff]/gu

/** A text as a Word file can hold it. */
export const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNFIT, '')

/** The same on one line, no longer than `most` characters. */
export function writableLine(text: string, most = Number.POSITIVE_INFINITY): string {
	const line = writable(text).replace(/\s+/g, ' ').trim()
	const characters = [...line]
	return characters.length > most
		? `${characters
				.slice(0, most - 1)
				.join('')
				.trimEnd()}…`
		: line
}

/** Word opens no longer address, and calls a file broken that has one which is none. Characters. */
const ADDRESS_LIMIT = 2000

/** What an address may be written with (RFC 3986); everything else is coded. */
const CODED = /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/

/** An address as a Word file can hold it; null where it can only be read. */
export function writableAddress(href: string): string | null {
	if (!URL.canParse(href)) return null
	const address = CODED.test(href) ? href : new URL(href).href
	return CODED.test(address) && address.length <= ADDRESS_LIMIT ? address : null
}
