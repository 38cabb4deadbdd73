import { expect, test } from 'vitest'
import { readMail } from './mail.ts'

const LETTER = 'Remissvaren ska ha kommit in till Socialdepartementet senast den 26 februari 2027.'
const HTML = `<p>Hej,</p><p>${LETTER}</p>`

type Part = readonly [type: string, content: string, ...headers: string[]]

const made = (kind: string, parts: readonly Part[], boundary = 'b'): Part => [
	`multipart/${kind}; boundary=${boundary}`,
	`${parts.map(([type, content, ...headers]) => `--${boundary}\r\n${[`Content-Type: ${type}`, ...headers].join('\r\n')}\r\n\r\n${content}\r\n`).join('')}--${boundary}--\r\n`,
]

async function read([type, content]: Part) {
	const mail = await readMail(new TextEncoder().encode(`From: a@b.se\r\nContent-Type: ${type}\r\n\r\n${content}`))
	return { text: mail?.text, files: mail?.files.map(({ name }) => name) }
}

test.each<[string, string]>([
	['says so', 'Ditt e-postprogram kan inte visa HTML. Öppna brevet i webbläsaren.'],
	[
		'says so in English',
		'This message is in HTML. View it in your browser: https://mail.example/view/1234567890/very/long/address/of/a/newsletter',
	],
	['is a blank', '\u00a0'],
	['is the beginning', 'Hej,\r\n\r\nRemissvaren ska ha...'],
])('where the text part %s, the letter is read in the HTML, whichever comes first', async (_what, stub) => {
	const text: Part = ['text/plain; charset=utf-8', stub]
	const html: Part = ['text/html; charset=utf-8', HTML]
	expect(await read(made('alternative', [text, html]))).toEqual({ text: `Hej,\n\n${LETTER}`, files: [] })
	expect((await read(made('alternative', [html, text]))).text).toBe(`Hej,\n\n${LETTER}`)
	const related = made('related', [html, ['image/png', 'x', 'Content-ID: <a>']], 'c')
	expect(await read(made('alternative', [text, related]))).toEqual({ text: `Hej,\n\n${LETTER}`, files: [] })
})

test('where both say as much, the text part is read; where the HTML says less, too', async () => {
	const text: Part = ['text/plain', `Hej,\r\n\r\n${LETTER}\r\nRad två`]
	for (const html of [`${HTML}<p>Rad två</p>`, '<p>Aktivera HTML.</p>', '<img src="x">'])
		expect((await read(made('alternative', [text, ['text/html', html]]))).text).toBe(`Hej,\n\n${LETTER}\nRad två`)
})

test('the same twice beside each other is read once, and what differs is read whole', async () => {
	expect(
		(
			await read(
				made('mixed', [
					['text/plain', LETTER],
					['text/html', HTML],
				]),
			)
		).text,
	).toBe(`Hej,\n\n${LETTER}`)
	const parts: readonly Part[] = [
		['text/plain', 'Före bilagan.'],
		['application/pdf; name=a.pdf', 'x', 'Content-Disposition: attachment'],
		['text/plain', 'Efter bilagan.'],
	]
	expect(await read(made('mixed', parts))).toEqual({ text: 'Före bilagan.\n\nEfter bilagan.', files: ['a.pdf'] })
})

test('a text whose lines were broken for the way is whole again', async () => {
	const flowed = 'Remissvaren ska ha kommit in \r\nsenast den 26 februari 2027.\r\n> citat \r\n-- \r\nNamn'
	expect((await read(['text/plain; format=flowed', flowed])).text).toBe(
		'Remissvaren ska ha kommit in senast den 26 februari 2027.\n> citat -- \nNamn',
	)
	expect((await read(['text/plain; format=flowed; delsp=yes', 'över \r\nsänds'])).text).toBe('översänds')
})

test('what only a program checks is no file of the letter', async () => {
	const signed = made('signed', [
		['text/plain', LETTER],
		['application/pkcs7-signature; name=smime.p7s', 'x'],
	])
	expect(await read(signed)).toEqual({ text: LETTER, files: [] })
})
