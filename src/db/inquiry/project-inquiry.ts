import { build } from '#db/client.ts'
import { type Projections, update } from '#db/projection.ts'
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
	inquiryChanged: ({ payload: { inquiryId, facts } }) => [update(schema.inquiry, inquiryId, columnsOf(facts))],
	dueDateMoved: ({ payload: { inquiryId, dueOn, note }, actId, at }) => [
		update(schema.inquiry, inquiryId, { dueOn }),
		build.insert(schema.dueDate).values({ actId, inquiryId, dueOn, note, at }),
	],
	inquiryAccepted: ({ payload }) => [update(schema.inquiry, payload.inquiryId, { status: 'accepted' })],
	inquiryDeclined: ({ payload: { inquiryId, reason } }) => [
		update(schema.inquiry, inquiryId, { status: 'declined', declineReason: reason }),
	],
	inquiryFilesAttached: ({ coalitionId, payload: { inquiryId, files }, at }) => [
		build.insert(schema.file).values(files.map((file, ordinal) => ({ ...file, coalitionId, inquiryId, ordinal, at }))),
	],
	inquiryFileRemoved: ({ payload: { fileId }, at }) => [update(schema.file, fileId, { removedAt: at })],
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
