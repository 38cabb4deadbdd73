import { and, eq, isNull } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { type Projections, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { sortKey } from '#db/search-text.ts'

export const coalitionProjections = {
	coalitionCreated: ({ coalitionId, payload, at }) => [
		build.insert(schema.coalition).values({
			id: coalitionId,
			...payload.settings,
			sortName: sortKey(payload.settings.name),
			demo: payload.demo,
			createdAt: at,
		}),
	],
	coalitionChanged: ({ coalitionId, payload }) => [
		update(schema.coalition, coalitionId, { ...payload.settings, sortName: sortKey(payload.settings.name) }),
	],
	accentChosen: ({ coalitionId, payload }) => [update(schema.coalition, coalitionId, payload)],
	logoChosen: ({ coalitionId, payload: { logo } }) => [
		update(schema.coalition, coalitionId, { logo: logo && JSON.stringify(logo) }),
	],
	englishOffered: ({ coalitionId, payload: { offered } }) => [
		update(schema.coalition, coalitionId, { english: offered }),
	],
	// Where coalitions are found is the directory's to know.
	slugChanged: () => [],
	associationAdded: ({ coalitionId, payload: { association } }) => [
		build.insert(schema.association).values({ ...association, coalitionId, ordinal: association.order }),
	],
	associationChanged: ({ payload: { association } }) => [
		update(schema.association, association.id, {
			name: association.name,
			area: association.area,
			ordinal: association.order,
		}),
	],
	associationLeft: ({ payload, at }) => [
		update(schema.association, payload.associationId, { leftAt: at }),
		build
			.update(schema.seat)
			.set({ endedAt: at })
			.where(and(eq(schema.seat.associationId, payload.associationId), isNull(schema.seat.endedAt))),
	],
	seatGiven: ({ coalitionId, payload: { seatId, ...seat }, at }) => [
		build.insert(schema.seat).values({ id: seatId, coalitionId, ...seat, givenAt: at }),
	],
	seatEnded: ({ payload, at, personId }) => [update(schema.seat, payload.seatId, { endedAt: at, endedBy: personId })],
	seatTakenBack: ({ payload, at }) => [
		update(schema.seat, payload.seatId, { endedAt: null, endedBy: null, takenBackAt: at }),
	],
} satisfies Projections
