import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'

/** What the server that received a mail says of the address on its envelope: its domain vouches for it, says nothing, or denies it. */
export const CHECKS = ['pass', 'none', 'fail'] as const
type Check = (typeof CHECKS)[number]

export type RawMail = {
	readonly from: string
	readonly to: string
	readonly subject: string
	readonly text: string
	readonly html?: string
	readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[]
	/** `pass` unless told. */
	readonly checked?: Check
	/** Beside the usual ones. */
	readonly headers?: Readonly<Record<string, string>>
}

/** RFC 2047: any text as ASCII in a header. */
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

const inBase64 = (bytes: Uint8Array) =>
	Buffer.from(bytes)
		.toString('base64')
		.replace(/(.{76})/g, '$1\r\n')

const part = (headers: readonly string[], bytes: Uint8Array) =>
	`${headers.join('\r\n')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${inBase64(bytes)}`

/** A mail as it goes between servers (RFC 5322, RFC 2045). */
export function rawMail(mail: RawMail): Uint8Array<ArrayBuffer> {
	const { from, to, subject, text, html, files = [], checked = 'pass', headers = {} } = mail
	const boundary = `=_${randomUUID()}`
	const known: Record<string, string> = {
		// Put above all else, as by Email Routing.
		'Authentication-Results': `mx.cloudflare.net; spf=${checked} smtp.mailfrom=${from.trim()}`,
		From: from,
		To: to,
		Subject: encoded(subject),
		Date: new Date().toUTCString(),
		'Message-ID': `<${randomUUID()}@localhost>`,
		'MIME-Version': '1.0',
		'Content-Type': `multipart/mixed; boundary="${boundary}"`,
		...headers,
	}
	const parts = [
		...(text === '' && html !== undefined
			? []
			: [part(['Content-Type: text/plain; charset=utf-8'], Buffer.from(text))]),
		...(html === undefined ? [] : [part(['Content-Type: text/html; charset=utf-8'], Buffer.from(html))]),
		...files.map(({ name, bytes }) =>
			part(
				[
					`Content-Type: ${name.endsWith('.eml') ? 'message/rfc822' : 'application/octet-stream'}`,
					`Content-Disposition: attachment; filename="${encoded(name)}"`,
				],
				bytes,
			),
		),
	]
	const top = Object.entries(known).map(([name, value]) => `${name}: ${value}`)
	const body = parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')
	return new Uint8Array(Buffer.from(`${top.join('\r\n')}\r\n\r\n${body}--${boundary}--\r\n`))
}
