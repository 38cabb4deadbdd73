import { FILES_LIMIT } from '#domain/inquiry/file.ts'
import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { isEmail } from '#domain/person/person.ts'
import type { ReplyContent, ReplyKind, Reported } from '#domain/publication/reply.ts'
import { answeredIn, reportedIn, senderIn } from '#intake/answered.ts'
import type { DeliveryReport } from '#intake/delivery-report.ts'
import { type LetterReader, letterReader } from '#intake/reader.ts'
import { senderChecks, senderProof } from '#intake/sender-proof.ts'
import { sha256, sha256OfBytes } from '#usecases/hashing.ts'
import { type AnsweredLetter, answeredLetter, takeReply } from '#usecases/publication/take-reply.ts'
import {
	asItCame,
	asUploads,
	type IncomingMail,
	isAutomatic,
	isFromNobody,
	type MailDeps,
	withoutPlace,
} from './incoming-mail.ts'

/** The letter of ours that a mail is about: by where it came, by what it answers, or by what a server gives back of ours. */
export async function letterAnswered(
	deps: MailDeps,
	mail: IncomingMail,
	raw: () => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<AnsweredLetter | null> {
	const letter = await answeredLetter(deps, mail.to, answeredIn(mail.headers))
	if (letter !== null || !mayReport(mail)) return letter
	const bytes = await raw()
	return bytes === null ? null : answeredLetter(deps, '', reportedIn(bytes))
}

/** Reports come from nobody, so that nothing answers them. */
const mayReport = (mail: IncomingMail) =>
	isFromNobody(mail) || /^multipart\/report\b/i.test(mail.headers.get('content-type') ?? '')

/**
 * Files a mail with the answer that it is about, whoever it is from: what shows that stands beside it. One that its own domain
 * denies is refused as any other is. Gives why it is not taken; null where it is, or was before.
 */
export async function fileReply(
	deps: MailDeps,
	mail: IncomingMail,
	{
		letter,
		raw,
		top,
	}: { readonly letter: AnsweredLetter; readonly raw: Uint8Array<ArrayBuffer>; readonly top: string },
): Promise<Rejection | 'forged' | null> {
	const authserv = deps.intakeAuthserv ?? ''
	const from = senderIn(top)
	const proof = senderProof(top, { authserv, sender: from })
	if (proof === 'forged') return 'forged'
	const proven = proof === 'proven'
	const checks = senderChecks(top, authserv)
	const open = async () => {
		const reader = letterReader(deps)
		const read = await readIn(reader, mail, { raw, letter })
		if (!read.ok) return read
		const { files: brought, ...said } = read.value
		const opened =
			deps.files === null ? ok(withoutPlace(brought)) : await reader.files(asUploads(brought), FILES_LIMIT - 1)
		if (!opened.ok) return opened
		const { files, leftOut } = opened.value
		const kept = deps.files === null ? files : [...files, asItCame(said.subject, raw)]
		return ok({ ...said, from: isEmail(from) ? from : '', proven, checks, files: kept, leftOut })
	}
	const known = mail.headers.get('message-id')?.trim() || (await sha256OfBytes(raw))
	const taken = await takeReply(deps, {
		actor: { by: 'clock' },
		coalition: letter.slug,
		// Apart for what is not proven: whoever knows another mail's id keeps it out by no mail of their own.
		key: { value: `reply:${proven}:${await sha256(`${letter.id} ${known}`)}`, kind: 'strict' },
		command: { letter, proven, open },
	})
	return taken.ok || taken.reason.code === 'keyReused' ? null : taken.reason
}

type Read = Pick<ReplyContent, 'kind' | 'subject' | 'text' | 'about'> & {
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

async function readIn(
	reader: LetterReader,
	mail: IncomingMail,
	{ raw, letter }: { readonly raw: Uint8Array<ArrayBuffer>; readonly letter: AnsweredLetter },
): Promise<Result<Read, Rejection>> {
	const read = await reader.answer(raw)
	if (!read.ok) return read
	const { subject, text: said, files } = read.value
	const report = await reader.report(raw)
	if (!report.ok) return report
	if (report.value !== null) {
		const { kind, about } = told(report.value)
		return ok({ kind, subject, text: report.value.text, about, files: [] })
	}
	const kind = kindOf(mail)
	const about = kind === 'bounce' ? namedIn(mail, letter, said) : []
	// A program takes no for an answer to nobody.
	const text = kind === 'reply' ? said : [...said].slice(0, NOTICE_TEXT_LIMIT).join('')
	return ok({ kind, subject, text, about, files })
}

/** The worst that a report says, and of whom. */
function told({ recipients }: DeliveryReport): { readonly kind: ReplyKind; readonly about: readonly Reported[] } {
	const of = (action: string) => recipients.filter((each) => each.action === action)
	const [failed, delayed] = [of('failed'), of('delayed')]
	if (failed.length > 0 || recipients.length === 0) return { kind: 'bounce', about: failed }
	return delayed.length > 0 ? { kind: 'delay', about: delayed } : { kind: 'delivered', about: recipients }
}

/** Programs that answer for a person say so (RFC 3834), from nobody too; what else comes from nobody is a mail server's no. */
function kindOf(mail: IncomingMail): ReplyKind {
	if (mail.headers.has('x-failed-recipients')) return 'bounce'
	if (/^\s*auto-replied\b/i.test(mail.headers.get('auto-submitted') ?? '')) return 'automatic'
	if (isFromNobody(mail)) return 'bounce'
	return isAutomatic(mail) ? 'automatic' : 'reply'
}

/** Of a server's no that is written for people alone: those of the letter's addressees whom it names. */
function namedIn({ headers }: IncomingMail, { to, copyTo }: AnsweredLetter, text: string): Reported[] {
	const said = `${headers.get('x-failed-recipients') ?? ''}\n${text}`.toLowerCase()
	return [...to, ...copyTo].filter((address) => said.includes(address)).map((address) => ({ address, said: '' }))
}
