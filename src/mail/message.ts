import { multipart } from './multipart.ts'
import type { Mail } from './port.ts'

/** Longest line of an encoded body. RFC 2045, section 6.7. */
const LINE_LIMIT = 76
/** Bytes of text in one encoded word: 42 become 56 characters, which with `=?UTF-8?B?`, `?=` and `Subject: ` stay within a line's 78. */
const WORD_BYTES = 42

const utf8 = new TextEncoder()

/** Who a mail is from, as `Name <address>` or an address alone. */
export type Sender = { readonly name: string; readonly address: string }

/** @throws when there is no address in it. */
export function senderOf(text: string): Sender {
	const [, name = '', address = ''] = /^\s*(?:"?([^"<]*?)"?\s*<)?([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(text) ?? []
	if (address === '') throw new Error('MAIL_FROM: must be an address, or a name and <address>')
	return { name, address }
}

/**
 * A mail as it goes over the wire (RFC 5322): one text/plain part, and after it the files of a letter that has any. Lines end in
 * CRLF.
 */
export function messageOf(mail: Mail, sender: Sender, at: Date): string {
	const { pack } = mail
	const from = sender.name === '' ? sender.address : `${phrase(sender.name)} <${sender.address}>`
	const text = quotedPrintable(mail.text)
	const { headers: how, body } = pack ? multipart(mail.id, text, pack.files) : { headers: PLAIN, body: text }
	const headers = [
		`From: ${from}`,
		`To: ${[mail.to, ...(pack?.alsoTo ?? [])].join(',\r\n ')}`,
		...(pack && pack.copyTo.length > 0 ? [`Cc: ${pack.copyTo.join(',\r\n ')}`] : []),
		...(pack?.replyTo === undefined ? [] : [`Reply-To: ${pack.replyTo}`]),
		`Subject: ${encodedWords(mail.subject)}`,
		`Date: ${at.toUTCString().replace('GMT', '+0000')}`,
		`Message-ID: ${messageIdOf(mail.id, sender)}`,
		'MIME-Version: 1.0',
		...how,
		// Asks programs that answer mail, as on somebody's holiday, not to answer this one (RFC 3834). A letter from a person is
		// answered by those that confirm what comes in.
		...(pack ? [] : ['Auto-Submitted: auto-generated']),
	]
	return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`
}

const PLAIN = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable']

/** What a mail is called in its own header, and in those of answers to it. */
export const messageIdOf = (id: string, sender: Sender) => `<${id}@${sender.address.split('@')[1]}>`

/** A name before an address: in quotes where its signs would mean something else there. */
function phrase(name: string): string {
	const words = encodedWords(name)
	return /^[\w ]*$/.test(words) || words.startsWith('=?') ? words : `"${words.replace(/["\\]/g, '\\$&')}"`
}

/** A header's text: as it is when plain, otherwise as encoded words of whole characters (RFC 2047). Line breaks go. */
export function encodedWords(text: string): string {
	const line = text.replace(/[\r\n]+/g, ' ')
	if (/^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length < LINE_LIMIT - 10) return line
	const words: string[] = []
	let word = ''
	for (const character of line) {
		if (utf8.encode(word + character).length > WORD_BYTES) {
			words.push(word)
			word = ''
		}
		word += character
	}
	return [...words, word].map((each) => `=?UTF-8?B?${btoa(String.fromCharCode(...utf8.encode(each)))}?=`).join('\r\n ')
}

/** RFC 2045, section 6.7: plain letters stay readable, everything survives, no line is too long. */
export function quotedPrintable(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((line) => softBroken(encodedLine(line)))
		.join('\r\n')
}

function encodedLine(line: string): string[] {
	const bytes = [...utf8.encode(line)]
	return bytes.map((byte, index) => {
		const isLast = index === bytes.length - 1
		const plain = (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || ((byte === 0x20 || byte === 0x09) && !isLast)
		return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
	})
}

function softBroken(encoded: readonly string[]): string {
	const lines: string[] = []
	let line = ''
	for (const part of encoded) {
		if (line.length + part.length > LINE_LIMIT - 1) {
			lines.push(`${line}=`)
			line = ''
		}
		line += part
	}
	return [...lines, line].join('\r\n')
}
