import type { CoalitionId, InquiryId, Instant, NoticeId } from '#domain/kernel/id.ts'
import type { AttachedFile, FileGap, FileRefusal } from './file.ts'

/** How a notice came in. `unprovenMail`: from the address of somebody who may send it, and nothing shows that they did. */
export const WAYS_IN = ['paste', 'file', 'mail', 'unprovenMail', 'api'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** A file that came with a notice, and the text that was read in it. */
export type NoticeFile = AttachedFile & { readonly text: string; readonly gap: FileGap | null }

/** A file that came along and was not taken. */
export type LeftOut = { readonly name: string; readonly why: FileRefusal }

/** Text and files of a notice or a cover letter (missiv) that came in. */
export type NoticeContent = {
	readonly how: WayIn
	/** What to call it until it is an inquiry: a mail's subject, a file's name, or how the text begins. */
	readonly title: string
	/** What was pasted, or what the mail says. */
	readonly text: string
	readonly files: readonly NoticeFile[]
	readonly leftOut: readonly LeftOut[]
}

/** The same before it is taken: its files have no ids yet. */
export type GivenNotice = Omit<NoticeContent, 'files'> & { readonly files: readonly Omit<NoticeFile, 'id'>[] }

/** Waits until somebody has checked what was read in it; or was not wanted. */
export const NOTICE_STATUSES = ['waiting', 'confirmed', 'discarded'] as const
export type NoticeStatus = (typeof NOTICE_STATUSES)[number]

export type IncomingNotice = NoticeContent & {
	readonly id: NoticeId
	readonly coalitionId: CoalitionId
	readonly status: NoticeStatus
	readonly takenAt: Instant
	readonly inquiryId: InquiryId | null
}

/** Longest text of a notice, and longest text that is read in one file. Characters. */
export const NOTICE_TEXT_LIMIT = 200_000

/** Longest text that is kept of all the files of one form together: as much as is looked through of them. Characters. */
export const FILES_TEXT_LIMIT = 3 * NOTICE_TEXT_LIMIT

/** Every text there is to read, in the order it is shown. */
export function textsOf({ text, files }: Pick<IncomingNotice, 'text' | 'files'>): string[] {
	return [text, ...files.map((file) => file.text)].filter((each) => each !== '')
}
