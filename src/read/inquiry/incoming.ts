import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { noticeQuery } from '#db/inquiry/load-notice.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import { MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { type IncomingNotice, WAYS_IN } from '#domain/inquiry/notice.ts'
import type { CoalitionId, InquiryId } from '#domain/kernel/id.ts'

const waitingNoticeRow = row({ id: z.string(), how: z.enum(WAYS_IN), title: z.string(), takenAt: z.number() })

/** A notice that waits to be checked. */
export type WaitingNotice = ReturnType<typeof waitingNoticeRow>

/** Those of a coalition that wait, the first that came first. */
export function waitingNoticesQuery(slug: string): Query<WaitingNotice[]> {
	return rows(
		`SELECT id, how, title, taken_at FROM notice
			WHERE coalition_id = ${COALITION_BY_SLUG} AND status = 'waiting' ORDER BY taken_at, id`,
		[slug],
		waitingNoticeRow,
	)
}

/** A notice of the coalition, whatever became of it; null for one that was put aside. */
export function incomingNoticeQuery(slug: string, noticeId: string): Query<IncomingNotice | null> {
	return mapQuery(noticeQuery(slug, noticeId), (notice) => (notice?.status === 'discarded' ? null : notice))
}

const storedFileRow = row(
	{
		coalitionId: id<CoalitionId>(),
		sha256: z.string(),
		name: z.string(),
		mediaType: z.enum(MEDIA_TYPES),
		size: z.number(),
		at: z.number(),
		inquiryId: id<InquiryId>().nullable(),
		belongs: flag,
	},
	// What came with a notice lies with no inquiry, and with a letter about an answer is for nobody else, until somebody has checked it.
	({ inquiryId, belongs, ...file }) => ({ ...file, waiting: inquiryId === null && !belongs }),
)

/** A file that can be fetched, and where its bytes are. */
export type StoredFile = ReturnType<typeof storedFileRow>

export function storedFileQuery(slug: string, fileId: string): Query<StoredFile | null> {
	return firstRow(
		`SELECT coalition_id, sha256, name, media_type, size, at, inquiry_id,
				EXISTS (SELECT 1 FROM reply WHERE reply.id = file.reply_id AND reply.status = 'kept') AS belongs
			FROM file WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL`,
		[fileId, slug],
		storedFileRow,
	)
}
