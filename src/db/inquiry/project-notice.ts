import { eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { type Projections, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'

export const noticeProjections = {
	noticeTaken: ({ coalitionId, payload: { noticeId, files, leftOut, ...content }, at }) => [
		build.insert(schema.notice).values({
			id: noticeId,
			coalitionId,
			status: 'waiting',
			...content,
			leftOut: JSON.stringify(leftOut),
			takenAt: at,
		}),
		...files.map((file, ordinal) => build.insert(schema.file).values({ ...file, coalitionId, noticeId, ordinal, at })),
	],
	noticeConfirmed: ({ payload: { noticeId, inquiryId } }) => [
		update(schema.notice, noticeId, { status: 'confirmed', inquiryId }),
		build.update(schema.file).set({ inquiryId }).where(eq(schema.file.noticeId, noticeId)),
	],
	noticeDiscarded: ({ payload: { noticeId }, at }) => [
		update(schema.notice, noticeId, { status: 'discarded' }),
		build.update(schema.file).set({ removedAt: at }).where(eq(schema.file.noticeId, noticeId)),
	],
} satisfies Projections
