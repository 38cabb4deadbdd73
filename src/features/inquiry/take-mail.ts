import { FILE_LIMIT, FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { readWithin } from '#http/bounded-body.ts'
import type { AppDeps } from '#http/context.ts'
import { catalogue } from '#i18n/index.ts'
import { readMail } from '#intake/mail.ts'
import { sha256, sha256OfBytes } from '#usecases/hashing.ts'
import { takeNotice } from '#usecases/inquiry/take-notice.ts'
import { stewardAt } from '#usecases/members/find-steward.ts'
import { openFiles } from './reading-files.ts'

/** A mail on its way in: `ForwardableEmailMessage`, as much of it as is used. */
export type IncomingMail = {
	/** On the envelope. Whoever runs the mail has checked it as well as they do; it proves nothing more. */
	readonly from: string
	readonly to: string
	readonly headers: Headers
	readonly raw: ReadableStream<Uint8Array>
	readonly rawSize: number
	/** The sending server tells its sender why. */
	readonly setReject: (reason: string) => void
}

type MailDeps = Omit<AppDeps, 'background'>

/** One file of the largest kind, in the coding of mail, and a text. Bytes. */
const MAIL_LIMIT = Math.ceil(FILE_LIMIT * 1.4) + 1024 * 1024

/** What programs send by themselves gets no answer, not even no: the answer could be answered. */
function isAutomatic({ from, headers }: IncomingMail): boolean {
	const submitted = (headers.get('auto-submitted') ?? 'no').trim().toLowerCase()
	const precedence = (headers.get('precedence') ?? '').trim().toLowerCase()
	return from === '' || from === '<>' || !/^no\b/.test(submitted) || /^(bulk|junk|list|auto_reply)$/.test(precedence)
}

/**
 * Takes a mail in as a notice to be checked, and does nothing more: where an address on an envelope says who it is from,
 * nothing is decided by mail. It is for the coalition whose slug stands before the @, from the address of a person who is
 * its chair or secretary now. Anything else is rejected, and nothing of it is kept.
 */
export async function takeMail(deps: MailDeps, mail: IncomingMail): Promise<void> {
	if (isAutomatic(mail)) return
	// In English: the sentence goes through mail servers that may know nothing but ASCII.
	const said = catalogue('en').notices.rejected
	const slug = (mail.to.split('@')[0] ?? '').split('+')[0]?.toLowerCase() ?? ''
	const person = await stewardAt(deps, slug, normaliseEmail(mail.from))
	if (person === null) return mail.setReject(said.notFromHere)
	const raw = mail.rawSize > MAIL_LIMIT ? null : await readWithin(mail.raw, MAIL_LIMIT)
	if (raw === null) return mail.setReject(said.tooLarge)
	const open = async () => {
		const read = await readMail(raw)
		if (read === null) return refuse<Rejection>({ code: 'empty', field: 'text' })
		const { subject, text, files } = read
		return ok({ title: subject, text, ...(deps.files === null ? withoutPlace(files) : await openFiles(files)) })
	}
	// The same mail comes twice when a server that had handed it over did not hear so.
	const known = mail.headers.get('message-id')?.trim() || (await sha256OfBytes(raw))
	const taken = await takeNotice(deps, {
		actor: { by: 'person', id: person },
		coalition: slug,
		key: { value: `mail:${await sha256(`${slug} ${known}`)}`, kind: 'strict' },
		command: { how: 'mail', open },
	})
	if (!taken.ok && taken.reason.code !== 'keyReused') mail.setReject(said[reasonOf(taken.reason.code)])
}

const withoutPlace = (files: readonly { readonly name: string }[]) => ({
	files: [],
	leftOut: files.slice(0, FILES_LIMIT).map(({ name }) => ({ name, why: 'noPlace' as const })),
})

function reasonOf(code: RejectionCode): 'tooMany' | 'tooLarge' | 'nothing' | 'notFromHere' | 'later' {
	switch (code) {
		case 'tooManyTries':
			return 'tooMany'
		case 'tooLong':
			return 'tooLarge'
		case 'empty':
		case 'fileRefused':
			return 'nothing'
		case 'busy':
			return 'later'
		default:
			return 'notFromHere'
	}
}
