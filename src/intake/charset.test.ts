import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAs, latinBytes } from './charset.ts'
import { readMail } from './mail.ts'
import { decodeHeader } from './mail-header.ts'

const TEXT = 'Hej, översänds på remiss – svar "senast" den 3 maj. Ärade läsare, ”åäö ÅÄÖ”.'
const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const latin = (text: string) => latinBytes(text)

const joined = (...pieces: readonly (string | Uint8Array)[]) =>
	new Uint8Array(
		Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece))),
	)

const CODINGS = {
	'8bit': (bytes: Uint8Array) => bytes,
	base64: (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString('base64')),
	'quoted-printable': (bytes: Uint8Array) =>
		Buffer.from(
			[...bytes]
				.map((byte) => (byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
				.join(''),
		),
}

test.each(
	(
		[
			'',
			'utf-8',
			'UTF8',
			'iso-8859-1',
			'"ISO-8859-15"',
			'us-ascii',
			'windows-1252',
			'unknown-8bit',
			'x-nothing',
			'utf-8mb4',
		] as const
	).flatMap((label) =>
		(['utf-8', 'windows-1252'] as const).flatMap((is) =>
			Object.keys(CODINGS).map((coding) => [label, is, coding] as const),
		),
	),
)('a text said to be "%s" that is %s in %s is read right', async (label, is, coding) => {
	const text = label.includes('8859-15') ? TEXT.replace('–', '-').replace(/[”]/g, '"') : TEXT
	const code = Object.entries(CODINGS).find(([name]) => name === coding)?.[1] ?? ((bytes: Uint8Array) => bytes)
	const charset = label === '' ? '' : `; charset=${label}`
	const top = `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain${charset}\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n`
	const mail = await readMail(joined(top, code((is === 'utf-8' ? utf8 : latin)(text))))
	expect(mail?.text).toBe(`x\n\n${text}`)
})

test('a charset that says something is believed where the text is no UTF-8', async () => {
	const polish = joined(Buffer.from([0xbf, 0xf3, 0xb3, 0x74, 0x79]))
	expect(decodeAs(polish, 'iso-8859-2')).toBe('żółty')
	expect(decodeAs(joined(Buffer.from([0xd0, 0xf3, 0xf1])), 'windows-1251')).toBe('Рус')
	expect(decodeAs(joined(Buffer.from('a\0b\0', 'latin1')), 'utf-16le')).toBe('ab')
})

test('both kinds of bytes in one text are each read right, and half a character spoils no line', () => {
	expect(decodeAs(joined(utf8('åäö på\n'), latin('åäö på\n')), 'utf-8')).toBe('åäö på\nåäö på\n')
	expect(decodeAs(joined(utf8('åäö på '), new Uint8Array([0xc3])), 'utf-8')).toBe('åäö på \ufffd')
})

test('raw bytes and wrong labels in the lines at the top are read right, in names of files too', async () => {
	const encodedWord = (label: string, bytes: Uint8Array) => `=?${label}?B?${Buffer.from(bytes).toString('base64')}?=`
	const word = 'Översänds på remiss'
	for (const subject of [
		utf8(word),
		latin(word),
		encodedWord('utf-8', latin(word)),
		encodedWord('iso-8859-1', utf8(word)),
		encodedWord('x-unknown', latin(word)),
		`=?utf-8?Q?=C3=96vers?=\r\n =?UTF-8?q?=C3=A4nds_p=C3=A5_remiss?=`,
		`=?utf-8?B?${Buffer.from([0xc3]).toString('base64')}?= =?utf-8?B?${Buffer.from(utf8(word).subarray(1)).toString('base64')}?=`,
	]) {
		const name = typeof subject === 'string' ? 'a' : subject
		const part = joined(
			'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="',
			name,
			'.txt"\r\n\r\nx\r\n',
		)
		const raw = joined('Subject: ', subject, '\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n', part, '--b--\r\n')
		const mail = await readMail(raw)
		expect(mail?.subject, String(subject)).toBe(word)
		expect(mail?.files[0]?.name).toBe(typeof subject === 'string' ? 'a.txt' : `${word}.txt`)
	}
	expect(decodeHeader('Re: =?utf-8?Q?=C3=A5?= och =?iso-8859-1?Q?=E4?= =?bad?=')).toBe('Re: å och ä =?bad?=')
})

test('each of the bytes of Windows-1252 can be had back, and UTF-8 is told from it', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
			expect(latinBytes(new TextDecoder('windows-1252').decode(bytes))).toEqual(bytes)
		}),
	)
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
			const bytes = utf8(text.toWellFormed())
			expect(decodeAs(bytes, 'iso-8859-1')).toBe(new TextDecoder().decode(bytes))
		}),
	)
})
