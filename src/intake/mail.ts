import { mediaTypeOf } from '#domain/inquiry/file.ts'
import { letterAndAside } from './aside.ts'
import { decodeAs } from './charset.ts'
import { bareSubject, unwrapForwarded } from './forwarded.ts'
import { textOfHtml } from './html-text.ts'
import { looksLikeMail } from './looks-like-mail.ts'
import { decodeHeader } from './mail-header.ts'
import { type MailPart, partsOf } from './mail-parts.ts'
import { unflowed } from './unflowed.ts'

type MailFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A mail as far as it is a letter: its subject, its text without what forwarding put around it, and its files. */
export type MailReading = {
	readonly subject: string
	/** The letter, and below a rule what those wrote who sent it on (aside.ts). */
	readonly text: string
	readonly files: readonly MailFile[]
}

/** Mails within mails that are opened. */
const DEPTH_LIMIT = 5

/** Reads a mail. Null: it is none that could be read. */
export async function readMail(raw: Uint8Array<ArrayBuffer>): Promise<MailReading | null> {
	const read = await letterIn(raw, 0)
	if (read === null) return null
	const { subject, letter, aside, files } = read
	return { subject, text: letterAndAside(withSubject(subject, letter), aside), files }
}

/**
 * Reads a mail that answers one of ours: what it says itself stands first, and what it quotes below the rule. Mails within it are
 * files, since it is none that somebody sent on.
 */
export async function readAnswer(raw: Uint8Array<ArrayBuffer>): Promise<MailReading | null> {
	const read = await letterIn(raw, DEPTH_LIMIT, 'Re:')
	if (read === null) return null
	const { subject, letter, aside, files } = read
	return { subject, text: letterAndAside(letter, aside), files }
}

type Letter = {
	readonly subject: string
	readonly letter: string
	readonly aside: readonly string[]
	readonly files: readonly MailFile[]
}

/** The subject is often the only place where the letter says what it is about. */
const withSubject = (subject: string, text: string) =>
	[text.includes(subject) ? '' : subject, text].filter((each) => each !== '').join('\n\n')

/** `answers`: the subject by which it is known whether it answers another; null: its own, where somebody else has sent it on. */
async function letterIn(raw: Uint8Array<ArrayBuffer>, depth: number, answers?: string): Promise<Letter | null> {
	const top = await partsOf(raw)
	if (top === null) return null
	const found: Found = { files: [], mails: [] }
	const written = decodeHeader(top.headers.find(({ key }) => key === 'subject')?.value ?? '')
	const own = unwrapForwarded(textOf(top, found), answers ?? (depth > 0 ? written : null))
	const isSentOn = own.subject !== null
	const heading = bareSubject(own.subject || written)
	const inner: Letter[] = []
	for (const mail of found.mails) {
		const letter = depth < DEPTH_LIMIT ? await letterIn(mail.bytes, depth + 1) : null
		if (letter === null) found.files.push(mail)
		else inner.push(letter)
	}
	const files = [...inner.flatMap((letter) => letter.files), ...found.files]
	const [first] = inner
	if (first === undefined) return { subject: heading, letter: own.text, aside: own.aside, files }
	// Forwarded as an attachment: it is the letter. What is written around it is not.
	const letters = inner.map(({ subject, letter }, index) => (index === 0 ? letter : withSubject(subject, letter)))
	const around = withSubject(heading, own.text)
	const some = (texts: readonly string[]) => texts.filter((each) => each !== '')
	return {
		subject: first.subject || heading,
		letter: some([...letters, isSentOn ? around : '']).join('\n\n'),
		aside: some([...inner.flatMap(({ aside }) => aside), isSentOn ? '' : around, ...own.aside]),
		files,
	}
}

type Found = { readonly files: MailFile[]; readonly mails: MailFile[] }

const bytesOf = ({ content }: MailPart) => new Uint8Array(content ?? new ArrayBuffer())

/** What a part says in words. Files and mails on the way are put aside. */
function textOf(part: MailPart, found: Found): string {
	const { parsed, multipart } = part.contentType
	if (multipart !== false) {
		const texts = part.childNodes.map((child) => textOf(child, found)).filter((text) => text !== '')
		return multipart === 'alternative' ? fullest(texts) : withoutTwins(texts).join('\n\n')
	}
	const bytes = bytesOf(part)
	const name = decodeHeader(part.contentDisposition.parsed.params.filename ?? parsed.params.name ?? '')
	const attached = part.contentDisposition.parsed.value === 'attachment'
	if (isMail(parsed.value, name, bytes)) {
		found.mails.push({ name, bytes })
	} else if (!attached && (parsed.value === 'text/html' || parsed.value === 'text/plain')) {
		const text = decodeAs(bytes, parsed.params.charset ?? '').replace(/\r\n?/g, '\n')
		if (parsed.value === 'text/html') return textOfHtml(text)
		return (/^flowed$/i.test(parsed.params.format ?? '') ? unflowed(text, parsed.params.delsp) : text).trim()
	} else if (!isOrnament(part) && bytes.length > 0) {
		found.files.push({ name, bytes })
	}
	return ''
}

/** By its type, by its name or by how it begins: programs that send mails on call them what they like. */
function isMail(type: string, name: string, bytes: Uint8Array): boolean {
	if (/^message\/(?:rfc822|global)$/.test(type) || /\.eml\s*$/i.test(name)) return bytes.length > 0
	return (mediaTypeOf(name) ?? 'text/plain') === 'text/plain' && type !== 'text/html' && looksLikeMail(bytes)
}

/** A picture that stands in the text: a logo, a signature; and what only a program checks. */
function isOrnament({ contentType, contentDisposition, contentId }: MailPart): boolean {
	const type = contentType.parsed.value
	if (/^application\/(?:(?:x-)?pkcs7|pgp)-signature$/.test(type)) return true
	return type.startsWith('image/') && (contentDisposition.parsed.value === 'inline' || contentId !== undefined)
}

const lettersIn = (text: string) => text.replace(/https?:\/\/\S+/g, '').replace(/[^\p{L}\p{N}]/gu, '')

/** Of what is said twice, the first, unless another says much more: a text part may only say that the letter is in the other. */
function fullest(texts: readonly string[]): string {
	const [first = ''] = texts
	let best = { text: first, length: lettersIn(first).length }
	for (const text of texts.slice(1)) {
		const { length } = lettersIn(text)
		if (best.length < 0.75 * length) best = { text, length }
	}
	return best.text
}

/** Parts beside each other of which one says all that the other does, which some programs do not call alternatives. */
function withoutTwins(texts: readonly string[]): readonly string[] {
	if (texts.length !== 2) return texts
	const [one = '', other = ''] = texts.map(lettersIn)
	if (other !== '' && one.includes(other)) return texts.slice(0, 1)
	return one !== '' && other.includes(one) ? texts.slice(1) : texts
}
