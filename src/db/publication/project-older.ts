import { eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { overwriting, type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { OlderId } from '#domain/kernel/id.ts'
import { type OlderContent, orderIn } from '#domain/publication/older.ts'
import { bankedPositions } from './banked-positions.ts'

export const olderProjections = {
	olderImported: ({ coalitionId, payload, at }) => {
		const { olderId: id, year, number, place, label, content } = payload
		const placed = { id, coalitionId, year, number, place, label, ordinal: orderIn(payload) }
		return [
			build.insert(schema.olderStatement).values({ ...placed, ...columnsOf(content), importedAt: at, changedAt: at }),
			...bankedPositions(coalitionId, id, content),
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
	],
	olderRemoved: ({ payload: { olderId, reason }, at }) => [
		update(schema.olderStatement, olderId, { changedAt: at, removedAt: at, removedReason: reason }),
		outOfBank(olderId),
	],
	olderContested: ({ payload, seatId, at }) => [said({ ...payload, standing: 1, seatId, at })],
	olderContestTakenBack: ({ payload, seatId, at }) => [said({ ...payload, reason: '', standing: 0, seatId, at })],
} satisfies Projections

const columnsOf = (content: OlderContent) => {
	const { title, language } = content
	return { title, language, content: JSON.stringify(content) }
}

const said = overwriting(schema.olderContest, [schema.olderContest.olderId, schema.olderContest.associationId])

const outOfBank = (olderId: OlderId): Runnable =>
	build.delete(schema.adoptedPosition).where(eq(schema.adoptedPosition.statementId, olderId))
