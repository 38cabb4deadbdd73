import { isEmail } from '#domain/person/person.ts'
import type { Environment } from '#env'
import { senderOf } from './message.ts'
import type { SendMail } from './port.ts'
import { type Connect, smtpSender, smtpServerOf } from './smtp.ts'

/** The settings that say how mail leaves. */
export type MailSettings = Pick<Environment, 'MAIL_FROM' | 'MAIL_URL' | 'MAIL_TOKEN' | 'MAILBOX'>

/** How long an HTTP API may take over one mail. Milliseconds. */
const PATIENCE_MS = 20_000

/** The way mail leaves by these settings. Its errors name no address. Wrong settings show when the first mail is sent. */
export function mailAdapter(settings: MailSettings): SendMail {
	const send = wayOut(settings)
	return async (mail) => {
		// Whatever was kept of old, or came in with an export: what is not one address could be read as several.
		if (!isEmail(mail.to)) throw new Error('what the mail is addressed to is not one address')
		return send(mail)
	}
}

function wayOut(settings: MailSettings): SendMail {
	const { MAILBOX: mailbox, MAIL_URL: url = '' } = settings
	if (mailbox) return toMailbox(mailbox)
	if (/^smtps?:/i.test(url)) return bySmtp(url, settings.MAIL_FROM)
	if (/^https?:/i.test(url)) return byHttp(url, settings)
	return async () => {
		throw new Error('MAIL_URL: must say where mail leaves by: smtp://, smtps:// or https://')
	}
}

/** Hands mail to the mailbox of the local runner. */
function toMailbox(mailbox: NonNullable<MailSettings['MAILBOX']>): SendMail {
	return async (mail) => {
		const response = await mailbox.fetch(
			new Request('http://mailbox.local/', { method: 'POST', body: JSON.stringify(mail) }),
		)
		if (!response.ok) throw new Error(`the mailbox answered ${response.status}`)
	}
}

function bySmtp(url: string, from: string): SendMail {
	return async (mail) => {
		// The module exists in the Worker's runtime only, so it is loaded only when a mail is sent.
		const { connect }: { connect: Connect } = await import('cloudflare:sockets')
		await smtpSender(smtpServerOf(url), senderOf(from), connect)(mail)
	}
}

/** JSON as Resend and others take it: `from`, `to`, `subject`, `text`, with a bearer token. */
function byHttp(url: string, { MAIL_FROM: from, MAIL_TOKEN: token }: MailSettings): SendMail {
	return async ({ to, subject, text }) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify({ from, to, subject, text }),
			signal: AbortSignal.timeout(PATIENCE_MS),
		})
		await response.body?.cancel()
		if (!response.ok) throw new Error(`the mail service answered ${response.status}`)
	}
}
