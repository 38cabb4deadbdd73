import { and, eq, isNull } from 'drizzle-orm'
import { build } from '#db/client.ts'
import type { Projections } from '#db/projection.ts'
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
		build
			.update(schema.coalition)
			.set({ ...payload.settings, sortName: sortKey(payload.settings.name) })
			.where(eq(schema.coalition.id, coalitionId)),
	],
	accentChosen: ({ coalitionId, payload }) => [
		build.update(schema.coalition).set(payload).where(eq(schema.coalition.id, coalitionId)),
	],
	logoChosen: ({ coalitionId, payload: { logo } }) => [
		build
			.update(schema.coalition)
			.set({ logo: logo && JSON.stringify(logo) })
			.where(eq(schema.coalition.id, coalitionId)),
	],
	englishOffered: ({ coalitionId, payload: { offered } }) => [
		build.update(schema.coalition).set({ english: offered }).where(eq(schema.coalition.id, coalitionId)),
	],
	// Where coalitions are found is the directory's to know.
	slugChanged: () => [],
	associationAdded: ({ coalitionId, payload: { association } }) => [
		build.insert(schema.association).values({ ...association, coalitionId, ordinal: association.order }),
	],
	associationChanged: ({ payload: { association } }) => [
		build
			.update(schema.association)
			.set({ name: association.name, area: association.area, ordinal: association.order })
			.where(eq(schema.association.id, association.id)),
	],
	associationLeft: ({ payload, at }) => [
		build.update(schema.association).set({ leftAt: at }).where(eq(schema.association.id, payload.associationId)),
		build
			.update(schema.seat)
			.set({ endedAt: at })
			.where(and(eq(schema.seat.associationId, payload.associationId), isNull(schema.seat.endedAt))),
	],
	seatGiven: ({ coalitionId, payload: { seatId, ...seat } }) => [
		build.insert(schema.seat).values({ id: seatId, coalitionId, ...seat }),
	],
	seatEnded: ({ payload, at }) => [
		build.update(schema.seat).set({ endedAt: at }).where(eq(schema.seat.id, payload.seatId)),
	],
} satisfies Projections
