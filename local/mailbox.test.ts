import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { serveMailbox } from './mailbox-page.ts'

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
