import { Buffer } from 'node:buffer'
import { createServer, type IncomingMessage } from 'node:http'
import { html, raw } from 'hono/html'
import { fileDisposition } from '#http/disposition.ts'
import { codeOf } from './error-code.ts'
import { listenOnLoopback } from './loopback.ts'
import type { Mailbox, StoredMail } from './mailbox.ts'
import { CHECKS, type RawMail } from './raw-mail.ts'

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
<p><a href="/send">Skicka ett brev till Samsvar</a></p>
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

const sizeOf = (content: string) => `${Math.ceil(Buffer.from(content, 'base64').length / 1000)} kB`

const mailPage = (mail: StoredMail) =>
	page(
		mail.subject,
		html`<p><a href="/">Alla brev</a></p>
<h1>${mail.subject}</h1>
<p>till ${mail.to} <span class="when">${when(mail.receivedAt)}</span></p>
${mail.cc === undefined ? '' : html`<p>kopia till ${mail.cc.join(', ')}</p>`}
${mail.reply_to === undefined ? '' : html`<p>svar till ${mail.reply_to}</p>`}
<pre>${linked(mail.text)}</pre>
${
	mail.attachments === undefined
		? ''
		: html`<h2>Bilagor</h2><ul>${mail.attachments.map(
				({ filename, content }, index) => html`
	<li><a href="/mail/${mail.id}/${index}" download="${filename}">${filename}</a> <span class="when">${sizeOf(content)}</span></li>`,
			)}
</ul>`
}`,
	)

const missing = () => page('Brevet finns inte', html`<h1>Brevet finns inte</h1><p><a href="/">Alla brev</a></p>`)

/** What the mail server that receives the mail would have found. */
const CHECKED: Readonly<Record<(typeof CHECKS)[number], string>> = {
	pass: 'intygar att brevet kommer därifrån',
	none: 'säger ingenting om det',
	fail: 'säger att brevet är förfalskat',
}

const sendPage = (outcome?: string) =>
	page(
		'Skicka ett brev',
		html`<p><a href="/">Alla brev</a></p>
<h1>Skicka ett brev till Samsvar</h1>
<p>Så som det kommer in när någon vidarebefordrar ett missiv. Adressen är samverkans kortnamn och sedan @localhost.</p>
${outcome === undefined ? '' : html`<p role="status"><strong>${outcome}</strong></p>`}
<form method="post" action="/send" enctype="multipart/form-data">
	<p><label>Från<br><input name="from" type="email" required></label></p>
	<p><label>Avsändarens domän<br><select name="checked">${CHECKS.map((check) => html`<option value="${check}">${CHECKED[check]}</option>`)}</select></label></p>
	<p><label>Till<br><input name="to" required></label></p>
	<p><label>Ämne<br><input name="subject"></label></p>
	<p><label>Text<br><textarea name="text" rows="10"></textarea></label></p>
	<p><label>Bilagor<br><input name="file" type="file" multiple></label></p>
	<p><button>Skicka</button></p>
</form>`,
	)

/** Largest mail with all its files: as much as Cloudflare takes. Bytes. */
const MAIL_LIMIT = 25 * 1024 * 1024

async function sent(request: IncomingMessage, send: SendIn): Promise<string> {
	const chunks: Buffer[] = []
	let length = 0
	for await (const chunk of request) {
		length += chunk.length
		if (length > MAIL_LIMIT) return 'Brevet är för stort.'
		chunks.push(chunk)
	}
	const headers = { 'content-type': request.headers['content-type'] ?? '' }
	const form = await new Response(Buffer.concat(chunks), { headers }).formData()
	const field = (name: string) => String(form.get(name) ?? '')
	const chosen = form.getAll('file').filter((file) => typeof file !== 'string' && file.name !== '')
	const files = await Promise.all(
		chosen.map(async (file) => {
			const named = file as File
			return { name: named.name, bytes: new Uint8Array(await named.arrayBuffer()) }
		}),
	)
	const checked = CHECKS.find((check) => check === field('checked')) ?? 'none'
	const mail = { from: field('from'), to: field('to'), subject: field('subject'), text: field('text'), files, checked }
	const rejected = await send(mail).catch((error: unknown) => String(error))
	return rejected === null ? 'Brevet är framme.' : `Brevet togs inte emot: ${rejected}`
}

/** Hands a mail to Samsvar. Gives why it was rejected, or null when it was taken. */
type SendIn = (mail: RawMail) => Promise<string | null>

async function respond(
	mailbox: Mailbox,
	request: IncomingMessage,
	path: string,
	send?: SendIn,
): Promise<[status: number, body: Html]> {
	if (path === '/send' && send) {
		return request.method === 'POST' ? [200, sendPage(await sent(request, send))] : [200, sendPage()]
	}
	if (path === '/') return [200, listPage(await mailbox.list())]
	const mail = path.startsWith('/mail/') ? await mailbox.find(path.slice('/mail/'.length)) : undefined
	return mail ? [200, mailPage(mail)] : [404, missing()]
}

/** A file that came with a mail: `/mail/ID/0`. */
async function fileOf(mailbox: Mailbox, path: string) {
	const [, id = '', index = ''] = /^\/mail\/([\w-]+)\/(\d{1,3})$/.exec(path) ?? []
	return id === '' ? undefined : (await mailbox.find(id))?.attachments?.[Number(index)]
}

export type MailboxServer = { readonly url: string; readonly close: () => Promise<void> }

/** Serves the mailbox to this machine's browser on `port`, or on a free one where that is taken. `send`: to Samsvar. */
export async function serveMailbox(mailbox: Mailbox, port: number, send?: SendIn): Promise<MailboxServer> {
	const server = createServer(async (request, response) => {
		const url = new URL(`http://${request.headers.host ?? ''}${request.url ?? '/'}`)
		// A page elsewhere may point its own name at this address and read the mail: only our own names are answered.
		if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') return response.writeHead(403).end()
		// Nor may a page elsewhere send a form here.
		const { origin } = request.headers
		if (request.method !== 'GET' && origin !== url.origin) return response.writeHead(403).end()
		const enclosed = await fileOf(mailbox, url.pathname)
		if (enclosed !== undefined) {
			response.writeHead(200, {
				// Saved and never shown: whatever is in it is no page of this machine's.
				'content-type': 'application/octet-stream',
				'content-disposition': fileDisposition('attachment', enclosed.filename),
				'x-content-type-options': 'nosniff',
			})
			return response.end(Buffer.from(enclosed.content, 'base64'))
		}
		const [status, body] = await respond(mailbox, request, url.pathname, send)
		response.writeHead(status, {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
			'referrer-policy': 'same-origin',
		})
		return response.end(String(await body))
	})
	try {
		const bound = await listenOnLoopback(server, port)
		return { url: `http://localhost:${bound.port}`, close: bound.close }
	} catch (error) {
		if (codeOf(error) !== 'EADDRINUSE' || port === 0) throw error
		return serveMailbox(mailbox, 0, send)
	}
}
