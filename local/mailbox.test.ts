import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { serveMailbox } from './mailbox-page.ts'
import { type RawMail, rawMail } from './raw-mail.ts'

async function newMailbox(): Promise<{ mailbox: Mailbox; directory: string; url: string }> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-mailbox-'))
	const mailbox = openMailbox(directory, () => Date.parse('2022-10-14T09:00:00+02:00'))
	const { url, close } = await serveMailbox(mailbox, 0)
	onTestFinished(async () => {
		await close()
		await rm(directory, { recursive: true })
	})
	return { mailbox, directory, url }
}

const send = (mailbox: Mailbox, mail: unknown) => mailbox.receive({ json: async () => mail })

test('mail is kept and listed newest first', async () => {
	const { mailbox, directory } = await newMailbox()
	for (let n = 0; n < 20; n += 1) {
		const { status } = await send(mailbox, { to: 'a@example.org', subject: `Brev ${n}`, text: 'Hej' })
		expect(status).toBe(202)
	}
	expect((await mailbox.list()).map((mail) => mail.subject)).toEqual(
		Array.from({ length: 20 }, (_, n) => `Brev ${19 - n}`),
	)
	const reopened = openMailbox(directory, Date.now)
	expect(await reopened.list()).toEqual(await mailbox.list())
})

test('what is no mail is refused and not kept', async () => {
	const { mailbox, directory } = await newMailbox()
	expect((await send(mailbox, { to: 'a@example.org' })).status).toBe(400)
	const broken = { json: () => Promise.reject(new SyntaxError('no JSON')) }
	expect((await mailbox.receive(broken)).status).toBe(400)
	expect(await readdir(directory)).toEqual([])
})

test('the page lists mails, and one mail has its links and no markup of its own', async () => {
	const { mailbox, url } = await newMailbox()
	expect(await (await fetch(url)).text()).toContain('Inga brev än')
	const text = 'Logga in: http://localhost:8787/sign-in/link/abc?x=1&y=2. <script>alert(1)</script>'
	await send(mailbox, { to: '"Bo" <b@example.org>', subject: 'Röst & svar', text })
	const list = await (await fetch(url)).text()
	expect(list).toContain('Röst &amp; svar')
	expect(list).toContain('&lt;b@example.org&gt;')
	expect(list).toContain('14 oktober 2022')
	const path = /href="(\/mail\/[^"]+)"/.exec(list)?.[1] ?? ''
	const mail = await (await fetch(url + path)).text()
	expect(mail).toContain('<a href="http://localhost:8787/sign-in/link/abc?x=1&amp;y=2">')
	expect(mail).not.toContain('<script>')
	expect((await fetch(`${url}/mail/..%2Fsamsvar`)).status).toBe(404)
	expect((await fetch(`${url}/other`)).status).toBe(404)
})

test('what came with a mail is listed with its size, and saved as it is', async () => {
	const { mailbox, url } = await newMailbox()
	const bytes = new Uint8Array(2500).fill(7)
	const content = Buffer.from(bytes).toString('base64')
	const attachments = [{ filename: 'NSPH, svar å.pdf', content_type: 'text/html', content }]
	const more = { cc: ['c@example.org'], reply_to: 'nsph+1@localhost', attachments }
	await send(mailbox, { to: 'b@example.org', subject: 'Svar', text: 'Hej', ...more })
	const [kept] = await mailbox.list()
	const page = await (await fetch(`${url}/mail/${kept?.id}`)).text()
	for (const said of ['NSPH, svar å.pdf', '3 kB', 'kopia till c@example.org', 'svar till nsph+1@localhost']) {
		expect(page).toContain(said)
	}
	const file = await fetch(`${url}/mail/${kept?.id}/0`)
	expect(file.headers.get('content-type')).toBe('application/octet-stream')
	expect(file.headers.get('content-disposition')).toMatch(/^attachment; /)
	expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
	expect((await fetch(`${url}/mail/${kept?.id}/1`)).status).toBe(404)
})

test('a name that is not ours is not answered', async () => {
	const { url } = await newMailbox()
	const status = await new Promise((resolve, reject) => {
		request(url, { headers: { host: 'evil.example' } }, (response) => {
			response.resume()
			resolve(response.statusCode)
		})
			.once('error', reject)
			.end()
	})
	expect(status).toBe(403)
})

test('a mail is sent to Samsvar from the page of this machine, and from no other', async () => {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-mailbox-'))
	const sent: RawMail[] = []
	const { url, close } = await serveMailbox(openMailbox(directory, Date.now), 0, async (mail) => {
		sent.push(mail)
		return mail.from === 'ove@example.org' ? null : 'Not from here.'
	})
	onTestFinished(async () => {
		await close()
		await rm(directory, { recursive: true })
	})
	const send = (from: string, origin: string) => {
		const body = new FormData()
		const fields = { from, checked: 'fail', to: 'nsph@localhost', subject: 'Ämne', text: 'Hej' }
		for (const [name, value] of Object.entries(fields)) body.append(name, value)
		body.append('file', new File(['missiv'], 'missiv.txt'))
		return fetch(`${url}/send`, { method: 'POST', body, headers: { origin } })
	}
	expect(await (await fetch(`${url}/send`)).text()).toContain('<form method="post"')
	expect(await (await send('ove@example.org', url)).text()).toContain('Brevet är framme.')
	expect(await (await send('eve@example.org', url)).text()).toContain('Not from here.')
	expect((await send('ove@example.org', 'https://elsewhere.example')).status).toBe(403)
	expect(sent).toHaveLength(2)
	const [first] = sent
	expect(first).toMatchObject({ to: 'nsph@localhost', subject: 'Ämne', text: 'Hej', files: [{ name: 'missiv.txt' }] })
	expect(first?.checked).toBe('fail')
	expect(new TextDecoder().decode(first && rawMail(first))).toMatch(
		/^Authentication-Results: mx\.cloudflare\.net; spf=fail smtp\.mailfrom=ove@example\.org\r\n/,
	)
})
