import { eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import type { Projections } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { completeFacts, type GivenFacts } from '#domain/inquiry/inquiry.ts'

export const inquiryProjections = {
	inquiryReceived: ({ coalitionId, payload: { inquiryId, facts }, actId, at }) => [
		build.insert(schema.inquiry).values({
			id: inquiryId,
			coalitionId,
			status: 'received',
			...columnsOf(facts),
			receivedAt: at,
		}),
		build.insert(schema.dueDate).values({ actId, inquiryId, dueOn: facts.dueOn, note: '', at }),
	],
	inquiryChanged: ({ payload: { inquiryId, facts } }) => [
		build.update(schema.inquiry).set(columnsOf(facts)).where(eq(schema.inquiry.id, inquiryId)),
	],
	dueDateMoved: ({ payload: { inquiryId, dueOn, note }, actId, at }) => [
		build.update(schema.inquiry).set({ dueOn }).where(eq(schema.inquiry.id, inquiryId)),
		build.insert(schema.dueDate).values({ actId, inquiryId, dueOn, note, at }),
	],
	inquiryAccepted: ({ payload }) => [
		build.update(schema.inquiry).set({ status: 'accepted' }).where(eq(schema.inquiry.id, payload.inquiryId)),
	],
	inquiryDeclined: ({ payload: { inquiryId, reason } }) => [
		build
			.update(schema.inquiry)
			.set({ status: 'declined', declineReason: reason })
			.where(eq(schema.inquiry.id, inquiryId)),
	],
	inquiryFilesAttached: ({ coalitionId, payload: { inquiryId, files }, at }) => [
		build.insert(schema.file).values(files.map((file, ordinal) => ({ ...file, coalitionId, inquiryId, ordinal, at }))),
	],
	inquiryFileRemoved: ({ payload: { fileId }, at }) => [
		build.update(schema.file).set({ removedAt: at }).where(eq(schema.file.id, fileId)),
	],
} satisfies Projections

function columnsOf(given: GivenFacts) {
	const { documents, formats, invited, ...facts } = completeFacts(given)
	return {
		...facts,
		documents: JSON.stringify(documents),
		formats: JSON.stringify(formats),
		invited: JSON.stringify(invited),
	}
}
