import { expect, test } from 'vitest'
import { rawMail } from '#local/raw-mail.ts'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { bareSubject, unwrapForwarded } from './forwarded.ts'
import { textOfHtml } from './html-text.ts'
import { readMail } from './mail.ts'

const LETTER = 'Hej,\n\nRemissvaren ska ha kommit in senast den 14 november 2022.\n\nSocialdepartementet'

test.each([
	[
		'Gmail in Swedish',
		`Kan vi svara?\n\n---------- Vidarebefordrat meddelande ---------\nFrån: Socialdepartementet <s@example.org>\nDate: ons 1 juni 2022 kl 10:00\nSubject: Remiss av God vård\nTo: <ove@example.org>\n\n${LETTER}`,
	],
	[
		'Gmail in English',
		`Kan vi svara?\n\n---------- Forwarded message ---------\nFrom: Socialdepartementet <s@example.org>\nDate: Wed, Jun 1, 2022\nSubject: Remiss av God vård\nTo: <ove@example.org>\nCc: Anna\n <anna@example.org>\n\n\n${LETTER}`,
	],
	[
		'Outlook',
		`Kan vi svara?\r\n\r\n________________________________\r\nFrån: Socialdepartementet <s@example.org>\r\nSkickat: den 1 juni 2022 10:00\r\nTill: Ove <ove@example.org>\r\nÄmne: Remiss av God vård\r\n\r\n${LETTER.replaceAll('\n', '\r\n')}`,
	],
	[
		'Thunderbird',
		`Kan vi svara?\n\n-------- Vidarebefordrat meddelande --------\nÄmne: \tRemiss av God vård\nDatum: \tWed, 1 Jun 2022\nFrån: \tSocialdepartementet <s@example.org>\nTill: \tove@example.org\n\n${LETTER}`,
	],
	[
		'Apple Mail',
		`Kan vi svara?\n\nVidarebefordrat brev:\n\nFrån: Socialdepartementet <s@example.org>\nÄmne: Remiss av God vård\nDatum: 1 juni 2022\nTill: ove@example.org\n\n${LETTER}`,
	],
])(
	'what %s puts around a forwarded mail is taken away, and what was written above it is kept apart',
	(_program, text) => {
		expect(unwrapForwarded(text)).toEqual({ subject: 'Remiss av God vård', text: LETTER, aside: ['Kan vi svara?'] })
	},
)

test('a mail sent on twice is unwrapped to the letter; quote marks are taken away', () => {
	const once = `-------- Vidarebefordrat meddelande --------\nÄmne: Remiss\nFrån: a@example.org\n\n${LETTER}`
	const twice = `---------- Forwarded message ---------\nFrom: b@example.org\nSubject: VB: Remiss\n\n${once}`
	expect(unwrapForwarded(twice)).toEqual({ subject: 'Remiss', text: LETTER, aside: [] })
	const quoted = once
		.split('\n')
		.map((line) => `> > ${line}`)
		.join('\n')
	expect(unwrapForwarded(quoted)).toEqual({ subject: 'Remiss', text: LETTER, aside: [] })
})

test('a letter that was not forwarded stays as it is, whatever lines it has', () => {
	const text = 'Från: den 1 juni gäller nytt.\n----\n> ett citat\n\nÄmne: hälsa\n__________________\nTill slut'
	expect(unwrapForwarded(text)).toEqual({ subject: null, text, aside: [] })
	const deep = '-------- Forwarded message --------\nSubject: x\n\n'.repeat(5000)
	expect(unwrapForwarded(deep).text.length).toBeLessThanOrEqual(deep.length)
})

test('a subject loses what forwarding put before it', () => {
	expect(bareSubject('VB: Fwd: Sv:  Remiss av VB: en sak')).toBe('Remiss av VB: en sak')
	expect(bareSubject('Remiss')).toBe('Remiss')
})

test('HTML is read as text, and what does not show is left out', () => {
	const html =
		'<html><head><title>Nej</title><style>p{color:red}</style></head><body><p>Remiss av <b>God&nbsp;v&aring;rd</b></p><script>alert(1)</script><table><tr><td>Dnr</td><td>S2022/1</td></tr><tr><td>Svar</td><td>14&#32;nov</td></tr></table>Rad ett<br>rad&shy;två &lt;b&gt; &#x1F600; &bogus; &#0;<ul><li>Ett<li>Två</ul>'
	expect(textOfHtml(html)).toBe(
		'Remiss av God\u00a0vård\n\nDnr S2022/1\nSvar 14 nov\n\nRad ett\nrad\u00adtvå <b> 😀 &bogus;\n\n• Ett\n• Två',
	)
	expect(textOfHtml(`${'<'.repeat(100_000)}a`).length).toBeGreaterThan(0)
	expect(textOfHtml(`<p ${'x'.repeat(100_000)}`).length).toBeGreaterThan(0)
})

test('a mail of HTML alone, a letter attached as a mail, and the subject that names the matter', async () => {
	const html = { from: 'a@example.org', to: 'b@example.org', subject: 'VB: Remiss av God vård', text: '' }
	expect(await readMail(rawMail({ ...html, html: '<p>Svara senast den 1 maj.</p>' }))).toMatchObject({
		subject: 'Remiss av God vård',
		text: 'Remiss av God vård\n\nSvara senast den 1 maj.',
		files: [],
	})
	const inner = rawMail({
		...html,
		subject: 'Remiss från Socialdepartementet',
		text: LETTER,
		files: [{ name: 'missiv.txt', bytes: new TextEncoder().encode('Missiv') }],
	})
	const outer = await readMail(rawMail({ ...html, text: 'Se bifogat.', files: [{ name: 'remiss.eml', bytes: inner }] }))
	expect(outer?.text).toBe(`Remiss från Socialdepartementet\n\n${LETTER}\n\n⸻\n\nRemiss av God vård\n\nSe bifogat.`)
	expect(outer?.files.map(({ name }) => name)).toEqual(['missiv.txt'])
})

const html = (piece: string) => (times: number) => `Content-Type: text/html\r\n\r\n${piece.repeat(times)}`

test.each<[string, (times: number) => string, number]>([
	[
		'parts within parts',
		(times) =>
			Array.from(
				{ length: times },
				(_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
			).join(''),
		300,
	],
	['nothing', () => '', 1],
	['zero characters', (times) => '\0'.repeat(times), 1_000],
	['a long line at the top', (times) => `X: ${'y'.repeat(times)}\r\n\r\n`, 3_000_000],
	['elements within elements', html('<div>'), 200_000],
	['scripts without end', html('<script '), 500_000],
	['empty elements', html('<b></b> '), 500_000],
	['comments without end', html('<!-- <a '), 500_000],
	['quote marks', (times) => `\r\n${'>'.repeat(times)}`, 2_000_000],
	['quote marks and a rule', (times) => `\r\n${'> '.repeat(times)}${'\n'.repeat(10)}${'_'.repeat(times)}`, 1_000_000],
	['lines at the top', (times) => `${'X: y\r\n'.repeat(times)}\r\n`, 40_000],
	['folded lines at the top', (times) => `Subject: y${'\r\n y'.repeat(times)}\r\n\r\n`, 60_000],
	['encoded words at the top', (times) => `Subject: ${'=?utf-8?Q?=C3=A5?=\r\n '.repeat(times)}\r\n\r\n`, 10_000],
	['addressees', (times) => `To: ${'a@b.se, '.repeat(times)}\r\n\r\n`, 30_000],
	['lines', (times) => `\r\n${'rad\r\n'.repeat(times)}`, 400_000],
	[
		'lines that go on',
		(times) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'rad=\r\n'.repeat(times)}`,
		300_000,
	],
	['parts', (times) => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(times)}`, 20_000],
	['mails within mails', (times) => `\r\n${'-------- Forwarded message --------\nFrom: x\n\n'.repeat(times)}`, 20_000],
])('a mail of %s is read in proportion to its length, or as none', async (_what, make, size) => {
	const times = await growth(
		(some) => new TextEncoder().encode(make(some)),
		size,
		async (raw) => {
			const read = await readMail(raw)
			expect(read === null || typeof read.text === 'string').toBe(true)
		},
	)
	expect(times).toBeLessThan(LESS_THAN_SQUARE)
})
