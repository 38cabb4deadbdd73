import * as z from 'zod'
import { PACK_FILES, type PackFile } from '#domain/publication/pack.ts'
import { CHECK_RESULTS, REPLY_KINDS, type ReplyContent, type SenderChecks } from '#domain/publication/reply.ts'
import { exactly } from './exactly.ts'
import { noticeSchema } from './inquiry.ts'

const checkResult = z.enum(CHECK_RESULTS).nullable()

export const checksSchema = exactly<SenderChecks>()(
	z.strictObject({ spf: checkResult, dkim: checkResult, dmarc: checkResult }),
)

export const reportedSchema = z.strictObject({ address: z.string(), said: z.string() })

/** A letter that came back about one that was sent. */
export const replySchema = exactly<ReplyContent>()(
	z.strictObject({
		kind: z.enum(REPLY_KINDS),
		from: z.string(),
		proven: z.boolean(),
		checks: checksSchema,
		subject: z.string(),
		text: z.string(),
		about: z.array(reportedSchema),
		files: noticeSchema.shape.files,
		leftOut: noticeSchema.shape.leftOut,
	}),
)

/** A file that was sent: what it is called, its SHA-256 and its size in bytes. */
export const packFileSchema = exactly<PackFile>()(
	z.strictObject({ kind: z.enum(PACK_FILES), name: z.string(), sha256: z.string(), size: z.int() }),
)
