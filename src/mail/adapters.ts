import type { Environment } from '#env'
import { messageIdOf, senderOf } from './message.ts'
import { base64Lines } from './multipart.ts'
import { isWellAddressed, type Mail, Refused, type SendMail, Unanswered } from './port.ts'
import { type Connect, smtpSender, smtpServerOf } from './smtp.ts'

/** The settings that say how mail leaves. */
export type MailSettings = Pick<Environment, 'MAIL_FROM' | 'MAIL_URL' | 'MAIL_TOKEN' | 'MAILBOX'> &
	Partial<Pick<Environment, 'MAIL_KNOWS_REPEATS'>>

/** How long an HTTP API may take over one mail. Milliseconds. */
const PATIENCE_MS = 20_000

/** The way mail leaves by these settings. Its errors name no address. Wrong settings show when the first mail is sent. */
export function mailAdapter(settings: MailSettings): SendMail {
	const send = wayOut(settings)
	return async (mail) => {
		// Whatever was kept of old, or came in with an export.
		if (!isWellAddressed(mail)) throw new Error('what the mail is addressed to is not one address')
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
			new Request('http://mailbox.local/', {
				method: 'POST',
				body: JSON.stringify({ ...mail, ...packFields(mail, null) }),
			}),
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

/** Answers of what stands before the service, which waited in vain for the service's own. 520 and 524 are Cloudflare's. */
const NO_ANSWER: readonly number[] = [502, 504, 520, 524]

/**
 * JSON as Resend and others take it: `from`, `to`, `subject`, `text`, with a bearer token, and under a key by which a service
 * that keeps such keys knows a repetition. From one that does, no answer is no reason to send less often.
 */
function byHttp(url: string, settings: MailSettings): SendMail {
	const { MAIL_FROM: from, MAIL_TOKEN: token, MAIL_KNOWS_REPEATS: knowsRepeats } = settings
	const NotAnswered = knowsRepeats === 'yes' ? Error : Unanswered
	return async (mail) => {
		const { id, to, subject, text } = mail
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'idempotency-key': id,
				...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify({ from, to, subject, text, ...packFields(mail, from) }),
			signal: AbortSignal.timeout(PATIENCE_MS),
		}).catch(() => {
			throw new NotAnswered('the mail service did not answer')
		})
		await response.body?.cancel()
		if (NO_ANSWER.includes(response.status)) throw new NotAnswered(`the mail service answered ${response.status}`)
		// It understood, and will not. What it may not do by these settings, or does too often, is mended or passes.
		if (mail.pack && NEVER.includes(response.status)) {
			throw new Refused(`the mail service answered ${response.status}`, String(response.status))
		}
		if (!response.ok) throw new Error(`the mail service answered ${response.status}`)
	}
}

/** A request that is wrong in itself, however often it is made. */
const NEVER: readonly number[] = [400, 413, 422]

/** What a letter with files adds: the fields of Resend's API. `from`: null where no header is made here. */
function packFields({ id, to, pack }: Mail, from: string | null) {
	if (pack === undefined) return {}
	return {
		pack: undefined,
		to: pack.alsoTo.length === 0 ? to : [to, ...pack.alsoTo],
		...(pack.copyTo.length === 0 ? {} : { cc: pack.copyTo }),
		...(pack.replyTo === undefined ? {} : { reply_to: pack.replyTo }),
		...(from === null ? {} : { headers: { 'Message-ID': messageIdOf(id, senderOf(from)) } }),
		attachments: pack.files.map(({ name: filename, type, bytes }) => {
			return { filename, content_type: type, content: base64Lines(bytes).replaceAll('\r\n', '') }
		}),
	}
}
