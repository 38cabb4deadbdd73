import { and, eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, overwriting, type Projections, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { listReminder } from '#domain/deciding/reminding.ts'

const { consensusList: list, consensusItem: item, consensusAnswer: answer } = schema
const writeAnswer = overwriting(answer, [answer.listId, answer.associationId])

export const consensusProjections = {
	consensusListOpened: (event) => {
		const { listId, items, closesAt, bylaws, electorate } = event.payload
		return [
			build.insert(list).values({
				id: listId,
				coalitionId: event.coalitionId,
				statementId: idOf(event),
				openedAt: event.at,
				closesAt,
				bylaws: JSON.stringify(bylaws),
				electorate: JSON.stringify(electorate),
				remindAt: listReminder(event.at, closesAt),
			}),
			build.insert(item).values(items.map((each, ordinal) => ({ listId, ordinal, ...each }))),
		]
	},
	consensusListAnswered: ({ payload: { listId, associationId, objections }, seatId, at }) => [
		writeAnswer({ listId, associationId, objections: JSON.stringify(objections), seatId, at }),
	],
	consensusListReminded: ({ payload: { listId, nextAt } }) => [update(list, listId, { remindAt: nextAt })],
	consensusListCancelled: ({ payload: { listId, reason }, at }) => [
		update(list, listId, { cancelledAt: at, cancelReason: reason, remindAt: null }),
	],
	consensusListSettled: ({ payload: { listId, outcomes, unheard }, at }) => [
		update(list, listId, { settledAt: at, unheard: JSON.stringify(unheard), remindAt: null }),
		...outcomes.map(({ amendmentId, outcome }) =>
			build
				.update(item)
				.set({ outcome })
				.where(and(eq(item.listId, listId), eq(item.amendmentId, amendmentId))),
		),
	],
} satisfies Projections
