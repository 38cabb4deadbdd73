import { FILES_LIMIT } from '#domain/inquiry/file.ts'
import type { AppDeps } from '#http/context.ts'
import type { MailReading } from '#intake/mail.ts'
import type { BroughtFile } from '#usecases/inquiry/bring-files.ts'

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

export type MailDeps = Omit<AppDeps, 'background'>

export const isFromNobody = ({ from }: Pick<IncomingMail, 'from'>): boolean => from === '' || from === '<>'

/** What programs send by themselves gets no answer, not even no: the answer could be answered. */
export function isAutomatic(mail: Pick<IncomingMail, 'from' | 'headers'>): boolean {
	const submitted = (mail.headers.get('auto-submitted') ?? 'no').trim().toLowerCase()
	const precedence = (mail.headers.get('precedence') ?? '').trim().toLowerCase()
	return isFromNobody(mail) || !/^no\b/.test(submitted) || /^(bulk|junk|list|auto_reply)$/.test(precedence)
}

/** The mail itself, so that a reading that was wrong can be mended later. Nothing is read in it twice. */
export const asItCame = (subject: string, raw: Uint8Array<ArrayBuffer>): BroughtFile => ({
	name: `${subject === '' ? 'mail' : subject.replace(/[/\\]/g, '_')}.eml`,
	mediaType: 'message/rfc822',
	bytes: [raw],
	text: '',
	gap: null,
})

/** A mail's files as those of a form are given. */
export const asUploads = (files: MailReading['files']) => files.map(({ name, bytes }) => ({ name, bytes: [bytes] }))

export const withoutPlace = (files: readonly { readonly name: string }[]) => ({
	files: [],
	leftOut: files.slice(0, FILES_LIMIT).map(({ name }) => ({ name, why: 'noPlace' as const })),
})
