import { eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { asWritten, overwriting, type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { CoalitionId, OlderId } from '#domain/kernel/id.ts'
import { type OlderContent, orderIn } from '#domain/publication/older.ts'
import { olderArchiveEntry } from './archive-entry.ts'
import { bankedPositions } from './banked-positions.ts'
import { awaitIndex, leaveIndex } from './search-index.ts'

export const olderProjections = {
	olderImported: ({ coalitionId, payload, at }) => {
		const { olderId: id, year, number, place, label, content } = payload
		const placed = { id, coalitionId, year, number, place, label, ordinal: orderIn(payload) }
		return [
			build.insert(schema.olderStatement).values({ ...placed, ...columnsOf(content), importedAt: at, changedAt: at }),
			...bankedPositions(coalitionId, id, content),
			...found(coalitionId, id),
		]
	},
	olderCorrected: ({ coalitionId, payload: { olderId, content, reason }, at }) => [
		update(schema.olderStatement, olderId, {
			...columnsOf(content),
			...{ changedAt: at, removedAt: null, removedReason: '' },
			corrections: sql`json_insert(corrections, '$[#]', json_object('at', ${at}, 'reason', ${reason}))`,
		}),
		outOfBank(olderId),
		...bankedPositions(coalitionId, olderId, content),
		...found(coalitionId, olderId),
	],
	olderRemoved: ({ coalitionId, payload: { olderId, reason }, at }) => [
		update(schema.olderStatement, olderId, { changedAt: at, removedAt: at, removedReason: reason }),
		outOfBank(olderId),
		build.delete(schema.archiveEntry).where(eq(schema.archiveEntry.statementId, olderId)),
		...leaveIndex(coalitionId, olderId).map(asWritten),
	],
	olderContested: ({ payload, seatId, at }) => [said({ ...payload, standing: 1, carriedFrom: null, seatId, at })],
	olderContestTakenBack: ({ payload, seatId, at }) => [
		said({ ...payload, reason: '', standing: 0, carriedFrom: null, seatId, at }),
	],
	olderContestCarried: ({ payload: { from: carriedFrom, saidAt: at, ...payload } }) => [
		said({ ...payload, standing: 1, carriedFrom, at }),
	],
	olderContestParted: ({ payload: { from: carriedFrom, ...payload }, at }) => [
		said({ ...payload, reason: '', standing: 0, carriedFrom, seatId: null, at }),
	],
} satisfies Projections

const columnsOf = (content: OlderContent) => {
	const { title, language } = content
	return { title, language, content: JSON.stringify(content) }
}

const said = overwriting(schema.olderContest, [schema.olderContest.olderId, schema.olderContest.associationId])

/** It is listed as it stands now, and comes into the index of words. */
const found = (coalitionId: CoalitionId, olderId: OlderId): Runnable[] => [
	olderArchiveEntry(olderId),
	...awaitIndex(coalitionId, olderId).map(asWritten),
]

const outOfBank = (olderId: OlderId): Runnable =>
	build.delete(schema.adoptedPosition).where(eq(schema.adoptedPosition.statementId, olderId))
