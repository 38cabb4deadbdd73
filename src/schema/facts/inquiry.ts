import * as z from 'zod'
import type { FactsOfInquiry } from '#domain/inquiry/facts.ts'
import type { FileId, InquiryId, NoticeId } from '#domain/kernel/id.ts'
import { attachedFileSchema, givenFactsSchema, noticeSchema } from '#schema/inquiry.ts'
import { idOf, swedishDate } from '#schema/kernel.ts'
import { trackSchema } from '#schema/statement.ts'
import { factsOf } from './of-room.ts'

const noticeId = idOf<NoticeId>()
const inquiryId = idOf<InquiryId>()

export const inquiryFacts = factsOf<FactsOfInquiry>()({
	noticeTaken: z.strictObject({ noticeId, ...noticeSchema.shape }),
	noticeConfirmed: z.strictObject({ noticeId, inquiryId }),
	noticeDiscarded: z.strictObject({ noticeId }),
	inquiryReceived: z.strictObject({ inquiryId, facts: givenFactsSchema, noticeId: noticeId.exactOptional() }),
	inquiryChanged: z.strictObject({ inquiryId, facts: givenFactsSchema }),
	inquiryFilesAttached: z.strictObject({ inquiryId, files: z.array(attachedFileSchema) }),
	inquiryFileRemoved: z.strictObject({ inquiryId, fileId: idOf<FileId>() }),
	dueDateMoved: z.strictObject({ inquiryId, dueOn: swedishDate.nullable(), note: z.string() }),
	inquiryAccepted: z.strictObject({ inquiryId, track: trackSchema }),
	inquiryDeclined: z.strictObject({ inquiryId, reason: z.string() }),
})
