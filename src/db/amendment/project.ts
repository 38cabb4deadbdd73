import { and, eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { FactsOfAmendment } from '#domain/amendment/facts.ts'
import type { StoredEvent } from '#domain/event.ts'
import type { AmendmentId, AssociationId } from '#domain/kernel/id.ts'

const UNDECIDED = { note: null, decidedSeatId: null, decidedAt: null, own: false }

export const amendmentProjections = {
	amendmentMade: (event) => {
		const { amendmentId: id, number, associationId, prepared, versionId, commentId } = event.payload
		const { personId, at } = event
		return [
			build.insert(schema.amendment).values({
				id,
				statementId: idOf(event),
				number,
				associationId,
				personId,
				state: prepared ? 'prepared' : 'open',
				versionId,
				at,
				putForwardAt: prepared ? null : at,
				threadId: commentId ?? null,
			}),
			writeVersion(event, event.payload),
		]
	},
	amendmentPutForward: ({ payload: { amendmentId }, at }) => [
		update(schema.amendment, amendmentId, { state: 'open', putForwardAt: at }),
	],
	amendmentChanged: (event) => [
		writeVersion(event, event.payload),
		update(schema.amendment, event.payload.amendmentId, { versionId: event.payload.versionId }),
	],
	amendmentWithdrawn: ({ payload: { amendmentId } }) => [update(schema.amendment, amendmentId, { state: 'withdrawn' })],
	amendmentJoined: ({ payload: { amendmentId, associationId, versionId }, at }) => [
		leave(amendmentId, associationId),
		build.insert(schema.amendmentJoin).values({ amendmentId, associationId, versionId, at }),
	],
	amendmentLeft: ({ payload: { amendmentId, associationId } }) => [leave(amendmentId, associationId)],
	amendmentDecided: ({ payload: { amendmentId, outcome, note, own, ballotId }, seatId, at }) => [
		// Whoever counted a ballot did not decide it.
		update(schema.amendment, amendmentId, {
			...{ state: outcome, note, decidedAt: at, own },
			...(ballotId === undefined ? { decidedSeatId: seatId } : { decidedIn: ballotId }),
		}),
	],
	// The ballot says which it is about.
	amendmentPutToBallot: () => [],
	amendmentReopened: ({ payload: { amendmentId } }) => [
		update(schema.amendment, amendmentId, { state: 'open', ...UNDECIDED, decidedIn: null }),
	],
	amendmentMerged: (event) => {
		const { amendmentId, versionId, outcome, note, own, parts, before } = event.payload
		const { actId, at, seatId } = event
		const decided = { state: outcome, note, decidedSeatId: seatId, decidedAt: at, own }
		return [
			build.insert(schema.amendmentMerge).values({
				amendmentId,
				actId,
				statementId: idOf(event),
				versionId,
				outcome,
				note,
				parts: JSON.stringify(parts),
				before: JSON.stringify(before),
				at,
			}),
			// Of what was decided so already nothing is decided anew.
			...(before.state === outcome && note === '' ? [] : [update(schema.amendment, amendmentId, decided)]),
		]
	},
	amendmentUnmerged: ({ payload: { amendmentId, mergedBy, before }, at }) => {
		const { amendmentMerge: merge } = schema
		return [
			build
				.update(merge)
				.set({ undoneAt: at })
				.where(and(eq(merge.amendmentId, amendmentId), eq(merge.actId, mergedBy))),
			update(schema.amendment, amendmentId, { ...before }),
		]
	},
} satisfies Projections

function leave(amendmentId: AmendmentId, associationId: AssociationId): Runnable {
	const { amendmentJoin: join } = schema
	return build.delete(join).where(and(eq(join.amendmentId, amendmentId), eq(join.associationId, associationId)))
}

type Worded = Omit<FactsOfAmendment['amendmentChanged'], 'prepared'>

function writeVersion(
	event: StoredEvent,
	{ amendmentId, versionId, seen, wanted, reason, ...worded }: Worded,
): Runnable {
	const { touches = seen.map(({ blockId }) => blockId), reach = 0 } = worded
	const { personId, at } = event
	return build.insert(schema.amendmentVersion).values({
		id: versionId,
		amendmentId,
		statementId: idOf(event),
		seen: JSON.stringify(seen),
		wanted: JSON.stringify(wanted),
		reason,
		touches: JSON.stringify(touches),
		reach,
		personId,
		at,
	})
}
