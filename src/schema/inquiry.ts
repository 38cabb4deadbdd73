import * as z from 'zod'
import { type AttachedFile, FILE_GAPS, FILE_REFUSALS, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { ANSWER_FORMATS, type GivenFacts, INQUIRY_KINDS } from '#domain/inquiry/inquiry.ts'
import { type NoticeContent, WAYS_IN } from '#domain/inquiry/notice.ts'
import type { FileId } from '#domain/kernel/id.ts'
import { exactly } from './exactly.ts'
import { idOf, swedishDate } from './kernel.ts'

/** Of inquiries that were received before more was asked of them, some is not known. */
export const givenFactsSchema = exactly<GivenFacts>()(
	z.strictObject({
		title: z.string(),
		sender: z.string(),
		references: z.string(),
		dueOn: swedishDate.nullable(),
		sendTo: z.string(),
		copyTo: z.string(),
		documents: z.array(z.strictObject({ title: z.string(), url: z.string() })),
		note: z.string(),
		kind: z.enum(INQUIRY_KINDS).exactOptional(),
		formats: z.array(z.enum(ANSWER_FORMATS)).exactOptional(),
		invited: z.array(z.string()).exactOptional(),
		extendedFrom: swedishDate.nullable().exactOptional(),
	}),
)

export const attachedFileSchema = exactly<AttachedFile>()(
	z.strictObject({
		id: idOf<FileId>(),
		sha256: z.string(),
		name: z.string(),
		mediaType: z.enum(MEDIA_TYPES),
		size: z.int(),
	}),
)

export const noticeSchema = exactly<NoticeContent>()(
	z.strictObject({
		how: z.enum(WAYS_IN),
		title: z.string(),
		text: z.string(),
		files: z.array(
			z.strictObject({ ...attachedFileSchema.shape, text: z.string(), gap: z.enum(FILE_GAPS).nullable() }),
		),
		leftOut: z.array(z.strictObject({ name: z.string(), why: z.enum(FILE_REFUSALS) })),
	}),
)
