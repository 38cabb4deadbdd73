import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { rawMail } from '#local/raw-mail.ts'
import { unwrapForwarded } from './forwarded.ts'
import { readMail } from './mail.ts'
import { readNotice } from './read-notice.ts'

const LETTER =
	'Hej,\n\nRemissvaren ska ha kommit in till Socialdepartementet senast den 26 februari 2027.\n\nTill: remissinstanser\nDatum: 2026-11-19'
const COMMENT = 'Kan ni svara mig senast den 10 december 2026? Skicka till ingrid@nsph.example.'

const envelope = (lines: readonly string[], between = '\n') => lines.join(between)
const SWEDISH = [
	'Från: Karin Handläggare <karin@rk.example>',
	'Skickat: den 19 november 2026 14:45',
	'Till: Kansliet <kansliet@nsph.example>; Anna Ek <anna@nsph.example>',
	'Ämne: Remiss av SOU 2026:41',
]

test.each<[string, string]>([
	['Outlook without a rule', envelope(SWEDISH)],
	['Outlook with one', `________________________________\n${envelope(SWEDISH)}`],
	['Outlook with hyphens', `-----Ursprungligt meddelande-----\n${envelope(SWEDISH)}`],
	['Outlook on the web', envelope(SWEDISH.map((line) => line.replace('Skickat:', 'Datum:')))],
	['bold', envelope(SWEDISH.map((line) => line.replace(/^(\S+:)/, '*$1*')))],
	['bold, the colon outside', envelope(SWEDISH.map((line) => line.replace(/^(\S+):/, '**$1**:')))],
	['a paragraph each', envelope(SWEDISH, '\n\n')],
	['lines quoted', envelope(SWEDISH.map((line) => `> ${line}`))],
	[
		'addressees on lines of their own',
		envelope([
			...SWEDISH.slice(0, 2),
			'Till: A <a@nsph.example>;',
			'B <b@nsph.example>; C',
			'<c@nsph.example>',
			'Ämne: Remiss av SOU 2026:41',
		]),
	],
	[
		'English, with more lines',
		'From: Karin <karin@rk.example>\nSent: Thursday, November 19, 2026 2:45 PM\nTo: Kansliet <k@nsph.example>\nCc: Bo <bo@nsph.example>\nSubject: Remiss av SOU 2026:41\nImportance: High',
	],
	[
		'Norwegian',
		'Fra: Karin <karin@rk.example>\nSendt: 19. november 2026 14:45\nTil: K <k@nsph.example>\nEmne: Remiss av SOU 2026:41',
	],
	['Apple', `Vidarebefordrat brev:\n\n${envelope(SWEDISH, '\n')}`],
])('%s: the letter is taken out, and the comment apart', (_kind, lines) => {
	expect(unwrapForwarded(`${COMMENT}\n\nMvh Ingrid\n\n${lines}\n\n${LETTER}`)).toEqual({
		subject: 'Remiss av SOU 2026:41',
		text: LETTER,
		aside: [`${COMMENT}\n\nMvh Ingrid`],
	})
})

const inHtml = (head: string, letter: string) =>
	`<html><body><div><p>${COMMENT}</p><p>Mvh Ingrid</p></div>${head}<div>${letter}</div></body></html>`
const HTML_LETTER =
	'<p>Hej,</p><p>Remissvaren ska ha kommit in till Socialdepartementet senast den 26&nbsp;februari 2027.</p>'

test.each<[string, string]>([
	[
		'Outlook for Windows',
		`<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Från:</b> Karin &lt;karin@rk.example&gt; <br><b>Skickat:</b> den 19 november 2026 14:45<br><b>Till:</b> K &lt;k@nsph.example&gt;<br><b>Ämne:</b> Remiss av SOU 2026:41<o:p></o:p></p></div>`,
	],
	[
		'Outlook on the web',
		`<hr tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>Från:</b> Karin &lt;karin@rk.example&gt;<br><b>Skickat:</b> den 19 november 2026 14:45<br><b>Till:</b> K &lt;k@nsph.example&gt;<br><b>Ämne:</b> Remiss av SOU 2026:41</font><div>&nbsp;</div></div>`,
	],
	[
		'Outlook for Mac',
		`<div style="border-top:solid #B5C4DF 1.0pt"><p><b><span>From: </span></b><span>Karin &lt;karin@rk.example&gt;<br><b>Date: </b>Thursday, 19 November 2026 at 14:45<br><b>To: </b>K &lt;k@nsph.example&gt;<br><b>Subject: </b>Remiss av SOU 2026:41</span></p></div>`,
	],
	[
		'Apple Mail',
		`<blockquote type="cite"><div>Vidarebefordrat brev:</div><br><div style="margin:0"><b>Från: </b>Karin &lt;karin@rk.example&gt;</div><div><b>Ämne: </b><b>Remiss av SOU 2026:41</b></div><div><b>Datum: </b>19 november 2026 14:45:00 CET</div><div><b>Till: </b>k@nsph.example</div><br></blockquote>`,
	],
	[
		'a table',
		`<table><tr><td>Från:</td><td>Karin &lt;karin@rk.example&gt;</td></tr><tr><td>Skickat:</td><td>den 19 november 2026</td></tr><tr><td>Till:</td><td>k@nsph.example</td></tr><tr><td>Ämne:</td><td>Remiss av SOU 2026:41</td></tr></table>`,
	],
	[
		'Gmail',
		`<div class="gmail_quote">---------- Vidarebefordrat meddelande ---------<br>Från: <strong>Karin</strong> &lt;karin@rk.example&gt;<br>Date: tors 19 nov. 2026 kl 14:45<br>Subject: Remiss av SOU 2026:41<br>To: &lt;k@nsph.example&gt;<br><br></div>`,
	],
])('what %s forwards in HTML is read as what it forwards in text', async (_program, head) => {
	const mail = rawMail({
		from: 'a@b.se',
		to: 'c@d.se',
		subject: 'VB: Remiss av SOU 2026:41',
		text: '',
		html: inHtml(head, HTML_LETTER),
	})
	const text = (await readMail(mail))?.text ?? ''
	const [letter = '', aside] = text.split('\n\n⸻\n\n')
	expect(letter.replace(/\s/g, ' ')).toBe(
		'Remiss av SOU 2026:41  Hej,  Remissvaren ska ha kommit in till Socialdepartementet senast den 26 februari 2027.',
	)
	expect(aside).toBe(`${COMMENT}\n\nMvh Ingrid`)
	const { dueOn, sendTo, doubts } = readNotice(text)
	expect({ due: dueOn?.value, sendTo, doubts }).toEqual({ due: '2027-02-26', sendTo: [], doubts: [] })
})

test('what only looks like an envelope is left where it is', () => {
	for (const text of [
		'Underskrift\n____________________\nNamn:\nDatum:\nOrt:',
		'Från: den 1 januari gäller nytt.\nTill: alla',
		'Till: Remissinstanserna\nDatum: 2026-11-19\nÄmne: Remiss av SOU 2026:41\n\nHej',
		'Svar\n\n____________________________\n\nBilaga: protokoll',
	]) {
		expect(unwrapForwarded(text)).toEqual({ subject: null, text, aside: [] })
	}
})

test('a mail that answers another is the letter, and what it answers is history', () => {
	const answer = `Från: Karin <k@rk.example>\nSkickat: den 20 november 2026\nÄmne: SV: Remiss\n\nNy sista dag är den 1 mars 2027.\n\nFrån: Ingrid <i@nsph.example>\nSkickat: den 19 november 2026\nÄmne: Remiss\n\nKan vi få svara senare än den 26 februari?`
	const { text, aside } = unwrapForwarded(`För kännedom.\n\n${answer}`)
	expect(text).toBe('Ny sista dag är den 1 mars 2027.')
	expect(aside.join('|')).toContain('senare än den 26 februari?')
	expect(aside.at(-1)).toBe('För kännedom.')
})

test('an answer that quotes the letter is read as the letter', () => {
	const { text, aside } = unwrapForwarded(
		`Se nedan.\n\nDen tors 19 nov. 2026 kl 14:45 skrev Karin <k@rk.example>:\n\n> Svara senast den 1 mars 2027.\n> Hälsningar`,
	)
	expect({ text, aside }).toEqual({ text: 'Svara senast den 1 mars 2027.\nHälsningar', aside: ['Se nedan.'] })
})

const inner = rawMail({ from: 'k@rk.example', to: 'b@c.se', subject: 'Remiss av SOU 2026:41', text: LETTER })
const wrapped = (headers: readonly string[], body: Uint8Array) =>
	new Uint8Array(
		Buffer.concat([
			Buffer.from(
				`From: a@b.se\r\nSubject: VB\r\nContent-Type: multipart/mixed; boundary=b${body.length}\r\n\r\n--b${body.length}\r\nContent-Type: text/plain\r\n\r\n${COMMENT}\r\n--b${body.length}\r\n${headers.join('\r\n')}\r\n\r\n`,
			),
			body,
			Buffer.from(`\r\n--b${body.length}--\r\n`),
		]),
	)

test.each<[string, readonly string[], boolean]>([
	['message/rfc822 without a disposition', ['Content-Type: message/rfc822'], false],
	['message/rfc822, inline', ['Content-Type: message/rfc822', 'Content-Disposition: inline'], false],
	['message/rfc822 in base64', ['Content-Type: message/rfc822', 'Content-Transfer-Encoding: base64'], true],
	['message/global', ['Content-Type: message/global; name="brev.u8msg"'], false],
	[
		'octets by the name of .eml',
		['Content-Type: application/octet-stream; name="Remiss.EML"', 'Content-Transfer-Encoding: base64'],
		true,
	],
	['octets without a name', ['Content-Type: application/octet-stream', 'Content-Transfer-Encoding: base64'], true],
	[
		'a text file',
		['Content-Type: text/plain; name="brev.txt"', 'Content-Disposition: attachment; filename="brev.txt"'],
		false,
	],
	['a type nobody knows', ['Content-Type: application/x-mail', 'Content-Disposition: attachment'], false],
])('a mail in a mail as %s is the letter', async (_kind, headers, coded) => {
	const body = coded ? Buffer.from(Buffer.from(inner).toString('base64').replace(/.{76}/g, '$&\r\n')) : inner
	const mail = await readMail(wrapped(headers, body))
	expect(mail?.subject).toBe('Remiss av SOU 2026:41')
	expect(mail?.text).toBe(`Remiss av SOU 2026:41\n\n${LETTER}\n\n⸻\n\nVB\n\n${COMMENT}`)
	expect(mail?.files).toEqual([])
	expect(readNotice(mail?.text ?? '').dueOn?.value).toBe('2027-02-26')
})

test('of mails within mails within mails the innermost is the letter, in a mail of one part too', async () => {
	let raw = new Uint8Array(
		Buffer.concat([Buffer.from('From: x@y.se\r\nSubject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n'), inner]),
	)
	for (const depth of [1, 2, 3, 4]) {
		const text = (await readMail(raw))?.text ?? ''
		expect(text.startsWith(`Remiss av SOU 2026:41\n\n${LETTER}\n\n⸻`), String(depth)).toBe(true)
		raw = wrapped(['Content-Type: message/rfc822'], raw)
	}
})
