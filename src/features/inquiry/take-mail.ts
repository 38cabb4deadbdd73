import { FILE_LIMIT, FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { RejectionCode } from '#domain/kernel/rejection.ts'
import { ok } from '#domain/kernel/result.ts'
import { normaliseEmail } from '#domain/person/person.ts'
import { readWithin } from '#http/bounded-body.ts'
import { catalogue } from '#i18n/index.ts'
import { letterReader } from '#intake/reader.ts'
import { senderProof, topOf } from '#intake/sender-proof.ts'
import { sha256, sha256OfBytes } from '#usecases/hashing.ts'
import { takeNotice } from '#usecases/inquiry/take-notice.ts'
import { stewardAt } from '#usecases/members/find-steward.ts'
import type { AnsweredLetter } from '#usecases/publication/take-reply.ts'
import { asItCame, asUploads, type IncomingMail, isAutomatic, type MailDeps, withoutPlace } from './incoming-mail.ts'
import { fileReply, letterAnswered } from './take-reply.ts'

/** One file of the largest kind, in the coding of mail, and a text. Bytes. */
const MAIL_LIMIT = Math.ceil(FILE_LIMIT * 1.4) + 1024 * 1024

/**
 * Takes a mail in as a notice to be checked, and does nothing more: where an address on an envelope says who it is from,
 * nothing is decided by mail. It is for the coalition whose slug stands before the @, from the address of a person who is
 * its chair or secretary now. Where nothing shows that it is from there it waits as such, counted apart; where it is shown that it is
 * not, it is rejected. So is anything else, and nothing of it is kept. What is about an answer that was sent is filed with that, whoever
 * it is from, and is never taken for a notice.
 */
export async function takeMail(deps: MailDeps, mail: IncomingMail): Promise<void> {
	const raw = once(() =>
		mail.rawSize > MAIL_LIMIT ? Promise.resolve(null) : readWithin(mail.raw, MAIL_LIMIT, mail.rawSize),
	)
	const letter = await letterAnswered(deps, mail, raw)
	if (letter === null) return isAutomatic(mail) ? undefined : takeAsNotice(deps, mail, raw)
	const reason = await takeAsReply(deps, mail, letter, await raw())
	if (reason === null) return
	// What programs send by themselves gets no answer, not even no: the answer could be answered.
	if (!isAutomatic(mail)) mail.setReject(catalogue('en').notices.rejected[reason])
	// Nobody would be told, and nobody writes it again: it counts as not taken, and the log says so.
	else if (reason === 'later') throw new Error('what came back about an answer was not taken: it could not be read now')
}

type Reason = keyof ReturnType<typeof catalogue>['notices']['rejected']
type Raw = Uint8Array<ArrayBuffer> | null

/** A stream is read once. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
	let begun: Promise<Value> | undefined
	return () => {
		begun ??= read()
		return begun
	}
}

/** Files what came back about a letter of ours with it; gives why it is not taken. */
async function takeAsReply(
	deps: MailDeps,
	mail: IncomingMail,
	letter: AnsweredLetter,
	raw: Raw,
): Promise<Reason | null> {
	const top = raw && topOf(raw)
	if (raw === null || top === null) return 'tooLarge'
	const refused = await fileReply(deps, mail, { letter, raw, top })
	return refused === null || refused === 'forged' ? refused : reasonOf(refused.code)
}

async function takeAsNotice(deps: MailDeps, mail: IncomingMail, wholly: () => Promise<Raw>): Promise<void> {
	// In English: the sentence goes through mail servers that may know nothing but ASCII.
	const said = catalogue('en').notices.rejected
	const slug = (mail.to.split('@')[0] ?? '').split('+')[0]?.toLowerCase() ?? ''
	const person = await stewardAt(deps, slug, normaliseEmail(mail.from))
	if (person === null) return mail.setReject(said.notFromHere)
	const raw = await wholly()
	const top = raw && topOf(raw)
	if (raw === null || top === null) return mail.setReject(said.tooLarge)
	const proof = senderProof(top, { authserv: deps.intakeAuthserv ?? '', sender: mail.from })
	if (proof === 'forged') return mail.setReject(said.forged)
	const how = proof === 'proven' ? 'mail' : 'unprovenMail'
	const open = async () => {
		const reader = letterReader(deps)
		const read = await reader.letter(raw)
		if (!read.ok) return read
		const { subject, text, files } = read.value
		const opened = deps.files === null ? ok(withoutPlace(files)) : await reader.files(asUploads(files), FILES_LIMIT - 1)
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
