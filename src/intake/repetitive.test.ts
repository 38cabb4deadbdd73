import { expect, test } from 'vitest'
import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
import { bytesOf } from '#test/support/documents.ts'
import { leastTime } from '#test/support/growth.ts'
import { holdLinear, PATIENCE } from '#test/support/repetitive.ts'
import { decodeText } from './file/plain.ts'
import { readFile } from './file/read.ts'
import { unwrapForwarded } from './forwarded.ts'
import { textOfHtml } from './html-text.ts'
import { readMail } from './mail.ts'
import { readNotice } from './read-notice.ts'
import { readParts } from './read-parts.ts'

const SIGNS = [
	'a',
	'Å',
	'A',
	'1',
	' ',
	'\n',
	'\n\n',
	'.',
	',',
	':',
	'-',
	'/',
	'(',
	')',
	'[',
	'](',
	'<',
	'&',
	'@',
	'#',
	'•',
]
const WORDS = [
	'den 3 mars ',
	'senast ',
	'svar ',
	'2024-03-03',
	'3/4',
	'dnr ',
	'och ',
	'till ',
	'förlängd ',
	'frågor om ',
	'sista dag ',
	'a@b.se ',
	'Socialdepartementet ',
	'remissinstanser:\n',
	'1. ',
	'Ku2024/1 ',
	'pdf ',
	'\u00ad',
	'~~',
	'mars ',
	'-\n',
	'_\n',
	'a@b-\nc.se ',
	's.\n',
	'för två av förslagen ',
	'begäran om ',
	'ska senast ',
	'kommit in ',
	'Anna Ek\n',
	'⸻\n',
]

test('a notice of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	await holdLinear({ alphabet: [...SIGNS, ...WORDS], longest: NOTICE_TEXT_LIMIT, read: (text) => readNotice(text) }, 40)
})

test('a letter of as many long parts as there can be is read within a second, and then no more', PATIENCE, async () => {
	for (const piece of ['den 3 mars svar ', 'dnr 1/2, ']) {
		const part = piece.repeat(NOTICE_TEXT_LIMIT / piece.length)
		let letter: string[] = []
		let count = 0
		const readAnother = () => {
			count += 1
			letter = Array.from({ length: 21 }, (_, index) => `${part.slice(9)}${count}.${index}`)
			return readParts(letter)
		}
		expect(await leastTime(readAnother, 1_000), piece).toBeLessThan(1_000)
		expect(await readParts([...letter])).toBe(await readParts(letter))
	}
})

test('a mail of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	const alphabet = [
		...'a>-_: \n\t*',
		'\n\n',
		'> ',
		'Från: a\n',
		'Subject: b\n',
		'-- Forwarded message --\n',
		'__________',
		'Skickat: c\n',
		'Till: d;\n',
		'Den 3 maj skrev e:\n',
		'> Från: f\n',
	]
	await holdLinear({ alphabet, longest: 400_000, read: (text) => unwrapForwarded(text) }, 40)
	const lines = [
		'a',
		':',
		' ',
		'\r\n',
		'=',
		';',
		'"',
		'<',
		'?',
		'--b',
		'Subject',
		'Content-Type: multipart/mixed; boundary=b',
		'\xe5',
		'=?utf-8?Q?=E5?=',
		'Content-Type: message/rfc822\r\n\r\n',
		'Content-Type: text/plain; charset=utf-16\r\n\r\n',
	]
	// The library that parts a mail takes some ten microseconds for each line, be it empty.
	const raw = (text: string) => readMail(bytesOf(text))
	await holdLinear({ alphabet: lines, longest: 40_000, read: raw }, 30)
})

test('HTML of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	const alphabet = [
		...'a<>/!-&;# "\n',
		'<p>',
		'<br',
		'<!--',
		'-->',
		'<script>',
		'</script',
		'&#1',
		'<td>',
		'<li>',
		'<ol>',
		'<a href=mailto:b>',
		'<s>',
		'<p hidden>',
		' style="',
		'<pre>',
	]
	await holdLinear({ alphabet, longest: 1_000_000, read: textOfHtml }, 40)
})

test('a text file and a PDF of one piece over and over are read in proportion to their length', PATIENCE, async () => {
	const bytes = (text: string) => new TextEncoder().encode(text)
	const signs = ['a', '\0', '\r', '\n', '\u0085', 'å', '\u0001']
	await holdLinear({ alphabet: signs, longest: 1_000_000, read: (text) => decodeText(bytes(text)) }, 40)
	const pdf = [
		'stream\n',
		'endstream',
		'1 0 obj ',
		'endobj ',
		'<<',
		'>>',
		'[',
		'(',
		'/a',
		'\n',
		'\r',
		'x\x9c',
		'xref\n',
	]
	const read = (text: string) => readFile('a.pdf', bytes(`%PDF-1.4\n${text}`))
	await holdLinear({ alphabet: pdf, longest: 250_000, read }, 40)
})
