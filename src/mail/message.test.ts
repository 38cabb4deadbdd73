import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { encodedWords, messageOf, quotedPrintable, senderOf } from './message.ts'

const decodeUtf8 = (bytes: string) => new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)))

const decodeWords = (text: string) =>
	text
		.replaceAll('?=\r\n =?', '?==?')
		.replace(/=\?UTF-8\?B\?([\w+/=]*)\?=/g, (_match, word: string) => decodeUtf8(atob(word)))

const decodeQuoted = (text: string) =>
	decodeUtf8(
		text
			.replace(/=\r\n/g, '')
			.replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
	).replaceAll('\r\n', '\n')

test('any text survives a header, in words of at most 75 characters on lines of at most 78', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
			const encoded = encodedWords(text)
			expect(encoded.split('\r\n').every((line) => line.length <= 78)).toBe(true)
			expect(decodeWords(encoded)).toBe(text.replace(/[\r\n]+/g, ' '))
		}),
	)
})

test('any text survives a body, in plain letters on lines of at most 76', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
			const encoded = quotedPrintable(text)
			expect(encoded).toMatch(/^[\x20-\x7e\t\r\n]*$/)
			expect(encoded.split('\r\n').every((line) => line.length <= 76 && !/[ \t]$/.test(line))).toBe(true)
			expect(decodeQuoted(encoded)).toBe(text.replace(/\r\n?/g, '\n'))
		}),
	)
})

test('what looks like an encoded word is encoded, so that it is shown as it was typed', () => {
	expect(decodeWords(encodedWords('=?UTF-8?B?aGVq?='))).toBe('=?UTF-8?B?aGVq?=')
})

test.each([
	['samsvar@example.org', { name: '', address: 'samsvar@example.org' }],
	['Samsvar <samsvar@example.org>', { name: 'Samsvar', address: 'samsvar@example.org' }],
	['"NSPH, Stockholm" <samsvar@example.org>', { name: 'NSPH, Stockholm', address: 'samsvar@example.org' }],
	['Samsvar <samsvar@localhost>', { name: 'Samsvar', address: 'samsvar@localhost' }],
])('%s is a sender', (text, expected) => {
	expect(senderOf(text)).toEqual(expected)
})

test.each(['', 'Samsvar', 'Samsvar <>', 'a b@example.org x'])('%j is none', (text) => {
	expect(() => senderOf(text)).toThrow('MAIL_FROM')
})

test('a name with a comma or a quote does not become two addresses', () => {
	const sender = { name: 'NSPH, "Stockholm"', address: 'a@example.org' }
	const message = messageOf({ id: '1', to: 'b@example.org', subject: 'x', text: 'y' }, sender, new Date(0))
	expect(message).toMatch(/^From: "NSPH, \\"Stockholm\\"" <a@example\.org>\r\n/)
})

test('another reader finds in a mail what was written, and no header more', async () => {
	const text = fc.string({ unit: 'grapheme', maxLength: 200 })
	await fc.assert(
		fc.asyncProperty(text, text, text, async (name, subject, body) => {
			const sender = { name: name.replace(/\s+/g, ' ').trim(), address: 'a@example.org' }
			const mail = { id: '1', to: 'b@example.org', subject, text: body }
			const read = await PostalMime.parse(messageOf(mail, sender, new Date(0)))
			expect(read.headers.map(({ key }) => key)).toEqual(HEADERS)
			expect(read.from).toMatchObject(sender)
			expect(read.to).toMatchObject([{ address: 'b@example.org' }])
			expect((read.subject ?? '').trim()).toBe(subject.replace(/[\r\n]+/g, ' ').trim())
			expect(read.text).toBe(`${body.replace(/\r\n?/g, '\n')}\n`)
		}),
	)
})

const HEADERS = [
	'from',
	'to',
	'subject',
	'date',
	'message-id',
	'mime-version',
	'content-type',
	'content-transfer-encoding',
	'auto-submitted',
]
