import { createServer } from 'node:http'
import { html, raw } from 'hono/html'
import type { Mailbox, StoredMail } from './mailbox.ts'

const STYLE = `
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
li { margin-block: 0.75rem }
.when { color: light-dark(#555, #bbb) }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
`

type Html = ReturnType<typeof html>

const page = (title: string, body: Html) => html`<!doctype html>
<html lang="sv">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<title>${title}</title>
		<style>${raw(STYLE)}</style>
	</head>
	<body><main>${body}</main></body>
</html>`

const when = (instant: number) =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Stockholm' }).format(
		instant,
	)

const listPage = (mails: readonly StoredMail[]) =>
	page(
		'Brevlådan',
		html`<h1>Brevlådan</h1>
<p>Här hamnar all e-post som Samsvar skickar på den här datorn. Ingenting lämnar den.</p>
${
	mails.length === 0
		? html`<p>Inga brev än. Ladda om sidan när något har skickats.</p>`
		: html`<ul>${mails.map(
				(mail) => html`
	<li><a href="/mail/${mail.id}">${mail.subject}</a><br>till ${mail.to} <span class="when">${when(mail.receivedAt)}</span></li>`,
			)}
</ul>`
}`,
	)

/** The text with its addresses as links. A full stop after an address belongs to the sentence. */
const linked = (text: string) =>
	text
		.split(/(https?:\/\/[^\s<>"”]*[^\s<>"”.,;:!?)])/)
		.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`))

const mailPage = (mail: StoredMail) =>
	page(
		mail.subject,
		html`<p><a href="/">Alla brev</a></p>
<h1>${mail.subject}</h1>
<p>till ${mail.to} <span class="when">${when(mail.receivedAt)}</span></p>
<pre>${linked(mail.text)}</pre>`,
	)

const missing = () => page('Brevet finns inte', html`<h1>Brevet finns inte</h1><p><a href="/">Alla brev</a></p>`)

async function respond(mailbox: Mailbox, path: string): Promise<[status: number, body: Html]> {
	if (path === '/') return [200, listPage(await mailbox.list())]
	const mail = path.startsWith('/mail/') ? await mailbox.find(path.slice('/mail/'.length)) : undefined
	return mail ? [200, mailPage(mail)] : [404, missing()]
}

export type MailboxServer = { readonly url: string; readonly close: () => Promise<void> }

/** Serves the mailbox to this machine's browser on `port`, or on a free one where that is taken. */
export function serveMailbox(mailbox: Mailbox, port: number): Promise<MailboxServer> {
	const server = createServer(async (request, response) => {
		const url = new URL(`http://${request.headers.host ?? ''}${request.url ?? '/'}`)
		// A page elsewhere may point its own name at this address and read the mail: only our own names are answered.
		if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') return response.writeHead(403).end()
		const [status, body] = await respond(mailbox, url.pathname)
		response.writeHead(status, {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
			'referrer-policy': 'no-referrer',
		})
		return response.end(String(await body))
	})
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EADDRINUSE' || port === 0) return reject(error)
			return resolve(serveMailbox(mailbox, 0))
		})
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			if (address === null || typeof address === 'string') return reject(new Error('no port was given'))
			const close = () =>
				new Promise<void>((done) => {
					server.close(() => done())
					server.closeAllConnections()
				})
			return resolve({ url: `http://localhost:${address.port}`, close })
		})
	})
}
