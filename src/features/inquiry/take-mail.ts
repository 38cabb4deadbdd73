import { FILE_LIMIT, FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { readWithin } from '#http/bounded-body.ts'
import type { AppDeps } from '#http/context.ts'
import { catalogue } from '#i18n/index.ts'
import { openFiles } from '#intake/file/open-files.ts'
import { readMail } from '#intake/mail.ts'
import { senderProof, topOf } from '#intake/sender-proof.ts'
import { sha256, sha256OfBytes } from '#usecases/hashing.ts'
import type { BroughtFile } from '#usecases/inquiry/bring-files.ts'
import { takeNotice } from '#usecases/inquiry/take-notice.ts'
import { stewardAt } from '#usecases/members/find-steward.ts'

/** A mail on its way in: `ForwardableEmailMessage`, as much of it as is used. */
export type IncomingMail = {
	/** On the envelope, where anybody can write any. What the server that received the mail says of it stands in the mail. */
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
 * its chair or secretary now. Where nothing shows that it is from there it waits as such, counted apart; where it is shown that it is
 * not, it is rejected. So is anything else, and nothing of it is kept.
 */
export async function takeMail(deps: MailDeps, mail: IncomingMail): Promise<void> {
	if (isAutomatic(mail)) return
	// In English: the sentence goes through mail servers that may know nothing but ASCII.
	const said = catalogue('en').notices.rejected
	const slug = (mail.to.split('@')[0] ?? '').split('+')[0]?.toLowerCase() ?? ''
	const person = await stewardAt(deps, slug, normaliseEmail(mail.from))
	if (person === null) return mail.setReject(said.notFromHere)
	const raw = mail.rawSize > MAIL_LIMIT ? null : await readWithin(mail.raw, MAIL_LIMIT)
	const top = raw && topOf(raw)
	if (raw === null || top === null) return mail.setReject(said.tooLarge)
	const proof = senderProof(top, { authserv: deps.intakeAuthserv ?? '', sender: mail.from })
	if (proof === 'forged') return mail.setReject(said.forged)
	const how = proof === 'proven' ? 'mail' : 'unprovenMail'
	const open = async () => {
		const read = await readMail(raw)
		if (read === null) return refuse<Rejection>({ code: 'empty', field: 'text' })
		const { subject, text, files } = read
		const opened = deps.files === null ? ok(withoutPlace(files)) : await openFiles(files, FILES_LIMIT - 1)
		if (!opened.ok) return opened
		const { files: taken, leftOut } = opened.value
		const isKept = deps.files !== null && (text !== '' || taken.length > 0)
		return ok({ title: subject, text, files: isKept ? [...taken, asItCame(subject, raw)] : taken, leftOut })
	}
	// The same mail comes twice when a server that had handed it over did not hear so.
	const known = mail.headers.get('message-id')?.trim() || (await sha256OfBytes(raw))
	const taken = await takeNotice(deps, {
		actor: { by: 'person', id: person },
		coalition: slug,
		// Apart for what is not proven: whoever knows another mail's id keeps it out by no mail of their own.
		key: { value: `${how}:${await sha256(`${slug} ${known}`)}`, kind: 'strict' },
		command: { how, open },
	})
	if (taken.ok || taken.reason.code === 'keyReused') return
	const reason = reasonOf(taken.reason.code)
	mail.setReject(said[reason === 'tooMany' && how === 'unprovenMail' ? 'tooManyUnproven' : reason])
}

/** The mail itself, so that a reading that was wrong can be mended later. Nothing is read in it twice. */
const asItCame = (subject: string, raw: Uint8Array<ArrayBuffer>): BroughtFile => ({
	name: `${subject === '' ? 'mail' : subject.replace(/[/\\]/g, '_')}.eml`,
	mediaType: 'message/rfc822',
	bytes: raw,
	text: '',
	gap: null,
})

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
