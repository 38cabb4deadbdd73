import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { bareSubject, unwrapForwarded } from './forwarded.ts'
import { textOfHtml } from './html-text.ts'

/** A mail as far as it is a letter: its subject, its text without what forwarding put around it, and its files. */
export type MailReading = {
	readonly subject: string
	readonly text: string
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

/** Parts within parts, and the lines at the top. A mail has four or five of the one and some kilobytes of the other. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 }

/** Reads a mail. Null: it is none that could be read. */
export async function readMail(raw: Uint8Array<ArrayBuffer>): Promise<MailReading | null> {
	try {
		const mail = await PostalMime.parse(raw, { ...LIMITS, attachmentEncoding: 'arraybuffer' })
		return await letterIn(mail, 0)
	} catch {
		return null
	}
}

async function letterIn(mail: Email, depth: number): Promise<MailReading> {
	const { subject, text } = unwrapForwarded(mail.html && !mail.text?.trim() ? textOfHtml(mail.html) : (mail.text ?? ''))
	const heading = bareSubject(subject ?? mail.subject ?? '')
	const files: MailReading['files'][number][] = []
	const texts = [text]
	for (const attachment of mail.attachments) {
		const bytes = bytesOf(attachment)
		// Forwarded as an attachment: it is the letter.
		if (attachment.mimeType === 'message/rfc822' && depth === 0) {
			const within = await readMailWithin(bytes, depth + 1)
			if (within) {
				texts.unshift(within.text)
				files.push(...within.files)
				continue
			}
		}
		if (!isOrnament(attachment)) files.push({ name: attachment.filename ?? '', bytes })
	}
	// The subject is often the only place where the letter says what it is about.
	const whole = texts.filter((each) => each !== '').join('\n\n')
	return {
		subject: heading,
		text: heading === '' || whole.includes(heading) ? whole : `${heading}\n\n${whole}`,
		files,
	}
}

async function readMailWithin(raw: Uint8Array<ArrayBuffer>, depth: number): Promise<MailReading | null> {
	try {
		return await letterIn(await PostalMime.parse(raw, { ...LIMITS, attachmentEncoding: 'arraybuffer' }), depth)
	} catch {
		return null
	}
}

/** A picture that stands in the text: a logo, a signature. */
function isOrnament({ mimeType, disposition, related, contentId }: Attachment): boolean {
	return mimeType.startsWith('image/') && (related === true || disposition === 'inline' || contentId !== undefined)
}

function bytesOf({ content }: Attachment): Uint8Array<ArrayBuffer> {
	return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}
