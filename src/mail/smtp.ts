import { messageOf, type Sender } from './message.ts'
import { addresseesOf, isWellAddressed, Refused, type SendMail, Unanswered } from './port.ts'

/** A connection, as `connect` of cloudflare:sockets gives it. */
export type Wire = {
	readonly readable: ReadableStream<Uint8Array>
	readonly writable: WritableStream<Uint8Array>
	readonly startTls: () => Wire
	readonly close: () => Promise<void>
}

export type Connect = (
	address: { readonly hostname: string; readonly port: number },
	options: { readonly secureTransport: 'on' | 'starttls'; readonly allowHalfOpen: false },
) => Wire

export type SmtpServer = {
	readonly hostname: string
	readonly port: number
	/** TLS from the first byte; otherwise from STARTTLS on, where the server offers it. */
	readonly tls: boolean
	readonly credentials: { readonly user: string; readonly password: string } | null
}

/** How long one mail may take, the greeting included. Milliseconds. */
const PATIENCE_MS = 20_000

/** @throws when the URL is no SMTP server's. Its password is not told. */
export function smtpServerOf(url: string): SmtpServer {
	const { protocol, hostname, port, username, password } = new URL(url)
	if (protocol !== 'smtp:' && protocol !== 'smtps:') throw new Error('MAIL_URL: must begin with smtp:// or smtps://')
	const tls = protocol === 'smtps:' || port === '465'
	return {
		hostname,
		port: Number(port || (tls ? 465 : 587)),
		tls,
		credentials:
			username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) },
	}
}

/**
 * Sends by SMTP (RFC 5321), one connection for each mail. Errors tell the step and the server's code, never its words,
 * which often repeat the address; `Unanswered` is the error of a server that has the whole mail and says nothing. Our own, because worker-mailer 1.2.1 reads on for ever when a server hangs up: one such
 * server, and the Worker answered nobody any more.
 */
export function smtpSender(server: SmtpServer, sender: Sender, connect: Connect): SendMail {
	return async (mail) => {
		const addressees = addresseesOf(mail)
		if (!isWellAddressed(mail)) throw new Error('what the mail is addressed to is not one address')
		const wire = connect(
			{ hostname: server.hostname, port: server.port },
			{ secureTransport: server.tls ? 'on' : 'starttls', allowHalfOpen: false },
		)
		const talk = talkOver(wire)
		const timer = setTimeout(() => void talk.end(), PATIENCE_MS)
		try {
			await introduce(talk, server, sender)
			await talk.say('MAIL', `MAIL FROM:<${mail.pack?.returnTo ?? sender.address}>`, 2)
			// All or nobody: a letter that some have and others never get cannot be sent again to those alone.
			for (const address of addressees) await talk.say('RCPT', `RCPT TO:<${address}>`, 2).catch(forGood(address))
			await talk.say('DATA', 'DATA', 3)
			// A line that begins with a full stop would end the message.
			await talk.put(messageOf(mail, sender, new Date()).replace(/^\./gm, '..'))
			await talk.say('message', '.', 2).catch((error: unknown) => {
				if (error instanceof Answered) return forGood(null)(error)
				throw new Unanswered('the mail server did not say whether it took the mail')
			})
			await talk.say('QUIT', 'QUIT', 2).catch(() => {})
		} finally {
			clearTimeout(timer)
			await talk.end()
		}
	}
}

async function introduce(talk: Talk, server: SmtpServer, sender: Sender): Promise<void> {
	const hello = `EHLO ${sender.address.split('@')[1]}`
	await talk.hear('greeting', 2)
	let offers = await talk.say('EHLO', hello, 2)
	const offered = (extension: RegExp) => offers.some((line) => extension.test(line))
	let secret = server.tls
	if (!secret && offered(/^STARTTLS$/i)) {
		await talk.say('STARTTLS', 'STARTTLS', 2)
		talk.startTls()
		secret = true
		offers = await talk.say('EHLO', hello, 2)
	}
	if (server.credentials === null) return
	if (!secret && !/^(localhost|127\.|\[::1\])/.test(server.hostname)) {
		throw new Error('the mail server offers no encryption, and the password is not sent without')
	}
	const { user, password } = server.credentials
	if (offered(/^AUTH\b.*\bPLAIN\b/i)) {
		await talk.say('AUTH', `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 2)
		return
	}
	await talk.say('AUTH', 'AUTH LOGIN', 3)
	await talk.say('AUTH', base64(user), 3)
	await talk.say('AUTH', base64(password), 2)
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** The server answered, and not as it should have. */
class Answered extends Error {
	readonly code: string
	constructor(code: string, step: string) {
		super(`the mail server answered ${code} to ${step}`)
		this.code = code
	}
}

/** Refused for good (RFC 5321, section 4.2.1) where the code begins with 5: of an address, or of the whole mail. */
const forGood =
	(address: string | null) =>
	(error: unknown): never => {
		throw error instanceof Answered && error.code.startsWith('5')
			? new Refused(error.message, error.code, address)
			: error
	}

type Talk = {
	/** Sends what nothing is answered to. */
	readonly put: (text: string) => Promise<void>
	/** Sends a line and gives the lines of the reply, without their codes. Another class of reply is an error. */
	readonly say: (step: string, line: string, expected: 2 | 3) => Promise<string[]>
	readonly hear: (step: string, expected: 2 | 3) => Promise<string[]>
	readonly startTls: () => void
	readonly end: () => Promise<void>
}

function talkOver(first: Wire): Talk {
	let wire = first
	let reader = wire.readable.getReader()
	let writer = wire.writable.getWriter()
	let heard = ''
	const decoder = new TextDecoder()

	const nextLine = async (): Promise<string> => {
		for (;;) {
			const end = heard.indexOf('\n')
			if (end >= 0) {
				const line = heard.slice(0, end).replace(/\r$/, '')
				heard = heard.slice(end + 1)
				return line
			}
			const { value, done } = await reader.read()
			if (done) throw new Error('the mail server hung up')
			heard += decoder.decode(value, { stream: true })
			if (heard.length > 64 * 1024) throw new Error('the mail server talks without end')
		}
	}
	const hear: Talk['hear'] = async (step, expected) => {
		const lines: string[] = []
		for (;;) {
			const line = await nextLine()
			lines.push(line.slice(4))
			if (line[3] === '-') continue
			if (line.startsWith(String(expected))) return lines
			throw new Answered(line.slice(0, 3).replace(/\D/g, '?'), step)
		}
	}
	const end = async () => {
		await Promise.allSettled([reader.cancel(), writer.abort(), wire.close()])
	}
	const put = (text: string) => writer.write(new TextEncoder().encode(text))
	return {
		put,
		hear,
		say: async (step, line, expected) => {
			await put(`${line}\r\n`)
			return hear(step, expected)
		},
		startTls: () => {
			// What came before encryption was agreed on could have been put there by anybody.
			heard = ''
			reader.releaseLock()
			writer.releaseLock()
			wire = wire.startTls()
			reader = wire.readable.getReader()
			writer = wire.writable.getWriter()
		},
		end,
	}
}
