import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { sortKey } from '#db/search-text.ts'
import type { AssociationId } from '#domain/kernel/id.ts'

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
		update(schema.coalition, coalitionId, {
			...payload.settings,
			sortName: sortKey(payload.settings.name),
			formerPreset: payload.former?.preset ?? null,
			formerUntil: payload.former?.until ?? null,
		}),
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
	associationAdded: ({ coalitionId, payload: { association }, at }) => [
		build.insert(schema.association).values({ ...association, coalitionId, ordinal: association.order, joinedAt: at }),
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
	associationLeaving: ({ payload: { associationId, leavesAt } }) => [
		update(schema.association, associationId, { leftAt: leavesAt }),
		endWith(associationId),
	],
	associationKept: ({ payload: { associationId } }) => [
		update(schema.association, associationId, { leftAt: null }),
		endWith(associationId),
	],
	seatGiven: ({ coalitionId, payload: { seatId, ...seat }, at }) => [
		build.insert(schema.seat).values({ id: seatId, coalitionId, ...seat, termUntil: seat.until, givenAt: at }),
		...(seat.associationId === null ? [] : [endWith(seat.associationId)]),
	],
	seatEnded: ({ payload: { seatId, unreached = false }, at, personId }) => [
		update(schema.seat, seatId, { endedAt: at, endedBy: personId, endedUnreached: unreached }),
	],
	toldByHand: ({ coalitionId, payload, at, personId }) => [
		build
			.insert(schema.toldByHand)
			.values({ coalitionId, ...payload, at, personId })
			.onConflictDoNothing(),
	],
	// What people are called and where mail reaches them is the directory's to know.
	nameMended: () => [],
	addressProposed: () => [],
	addressWithdrawn: () => [],
	seatTakenBack: ({ payload, at }) => [
		update(schema.seat, payload.seatId, { endedAt: null, endedBy: null, endedUnreached: false, takenBackAt: at }),
		endWith(sql`(SELECT association_id FROM seat WHERE id = ${payload.seatId})`),
	],
} satisfies Projections

/** An association's seats are over when it leaves, or before then when their terms are. */
function endWith(associationId: AssociationId | SQL): Runnable {
	const { termUntil: term } = schema.seat
	const leaves = sql`(SELECT left_at FROM association WHERE id = ${associationId})`
	return build
		.update(schema.seat)
		.set({ until: sql`COALESCE(MIN(${term}, ${leaves}), ${term}, ${leaves})` })
		.where(and(eq(schema.seat.associationId, associationId), isNull(schema.seat.endedAt)))
}
