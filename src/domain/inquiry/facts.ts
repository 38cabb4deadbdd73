import type { FileId, InquiryId, NoticeId, SwedishDate } from '#domain/kernel/id.ts'
import type { Track } from '#domain/statement/statement.ts'
import type { AttachedFile } from './file.ts'
import type { GivenFacts } from './inquiry.ts'
import type { NoticeContent } from './notice.ts'

/** What can happen: letters that came in and the inquiries they became. */
export type FactsOfInquiry = {
	/** Came in, and waits to be checked. */
	noticeTaken: NoticeContent & { readonly noticeId: NoticeId }
	noticeConfirmed: { readonly noticeId: NoticeId; readonly inquiryId: InquiryId }
	noticeDiscarded: { readonly noticeId: NoticeId }
	/** `noticeId`: what it was read from; left out where it was entered by hand. */
	inquiryReceived: { readonly inquiryId: InquiryId; readonly facts: GivenFacts; readonly noticeId?: NoticeId }
	inquiryChanged: { readonly inquiryId: InquiryId; readonly facts: GivenFacts }
	inquiryFilesAttached: { readonly inquiryId: InquiryId; readonly files: readonly AttachedFile[] }
	inquiryFileRemoved: { readonly inquiryId: InquiryId; readonly fileId: FileId }
	/** The deadline moved; the earlier ones are kept. */
	dueDateMoved: { readonly inquiryId: InquiryId; readonly dueOn: SwedishDate | null; readonly note: string }
	inquiryAccepted: { readonly inquiryId: InquiryId; readonly track: Track }
	inquiryDeclined: { readonly inquiryId: InquiryId; readonly reason: string }
}
