import { eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import * as schema from '#db/schema/index.ts'
import type { Projections } from './projection.ts'

export const inquiryProjections: Projections<
	'inquiryReceived' | 'inquiryChanged' | 'dueDateMoved' | 'inquiryAccepted' | 'inquiryDeclined'
> = {
	inquiryReceived: ({ coalitionId, payload: { inquiryId, facts }, actId, at }) => [
		build.insert(schema.inquiry).values({
			id: inquiryId,
			coalitionId,
			status: 'received',
			...facts,
			documents: JSON.stringify(facts.documents),
			receivedAt: at,
		}),
		build.insert(schema.dueDate).values({ actId, inquiryId, dueOn: facts.dueOn, note: '', at }),
	],
	inquiryChanged: ({ payload: { inquiryId, facts } }) => [
		build
			.update(schema.inquiry)
			.set({ ...facts, documents: JSON.stringify(facts.documents) })
			.where(eq(schema.inquiry.id, inquiryId)),
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
}
