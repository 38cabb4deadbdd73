import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import {
	idOf,
	overwriting,
	type Projections,
	type Runnable,
	update,
	updateStatement,
	writeVersion,
} from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { sortKey } from '#db/search-text.ts'
import { firstReminder } from '#domain/deciding/reminding.ts'
import type { Facts, StoredEvent } from '#domain/event.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'

const writeStance = overwriting(schema.stance, [
	schema.stance.statementId,
	schema.stance.associationId,
	schema.stance.blockId,
])

export const documentProjections = {
	statementStarted: (event) => [
		build.insert(schema.statement).values({
			id: idOf(event),
			coalitionId: event.coalitionId,
			...event.payload,
			stage: 'drafting',
			blockOrder: '[]',
			createdAt: event.at,
			changedAt: event.at,
		}),
	],
	titleChanged: (event) => [updateStatement(event, { title: event.payload.title })],
	documentWritten: (event) => [
		build.delete(schema.block).where(eq(schema.block.statementId, idOf(event))),
		...event.payload.blocks.flatMap((version) => writeVersion(event, version)),
		updateStatement(event, { blockOrder: JSON.stringify(event.payload.blocks.map((version) => version.blockId)) }),
	],
	documentRearranged: (event) => [
		...event.payload.written.flatMap((version) => writeVersion(event, version, writerOf(event.payload, version))),
		...(event.payload.source ? [build.insert(schema.blockSource).values(event.payload.source)] : []),
		updateStatement(event, event.payload.order ? { blockOrder: JSON.stringify(event.payload.order) } : {}),
	],
	blockEdited: (event) => [...writeVersion(event, event.payload.version), updateStatement(event, {})],
	consultationOpened: (event) => [
		updateStatement(event, {
			stage: 'consulting',
			consultationDueAt: event.payload.dueAt,
			remindAt: firstReminder(event.at, event.payload.dueAt),
		}),
	],
	stanceRecorded: (event) => {
		const { associationId, blockId, versionId, stance, reason } = event.payload
		return [writeStance({ statementId: idOf(event), associationId, blockId, versionId, stance, reason, at: event.at })]
	},
	revisionFixed: (event) => {
		const { revisionId, title, language, blocks, textHash, salts } = event.payload
		return [
			build.insert(schema.revision).values({
				id: revisionId,
				statementId: idOf(event),
				title,
				language,
				blocks: JSON.stringify(blocks),
				textHash,
				salts: salts ? JSON.stringify(salts) : null,
				at: event.at,
			}),
			updateStatement(event, { revisionId, textHash }),
		]
	},
	editorialChangeMade: (event) => {
		const { version, note, revisionId, signoffDueAt } = event.payload
		return [
			...writeVersion(event, version),
			update(schema.revision, revisionId, { editorialNote: note }),
			updateStatement(event, { signoffDueAt, remindAt: firstReminder(event.at, signoffDueAt) }),
		]
	},
	referredBack: (event) => [
		voidBallots(event),
		build.delete(schema.signoff).where(eq(schema.signoff.statementId, idOf(event))),
		updateStatement(event, {
			stage: 'drafting',
			revisionId: null,
			textHash: null,
			ballotId: null,
			consultationDueAt: null,
			signoffDueAt: null,
			remindAt: null,
			reason: event.payload.reason,
		}),
	],
	standardTextKept: ({ coalitionId, payload: { textId: id, name, use, blocks }, at }) => [
		build.insert(schema.standardText).values({ id, coalitionId, use, ...worded(name, blocks, at) }),
	],
	standardTextChanged: ({ payload: { textId, name, blocks, away }, at }) => [
		update(schema.standardText, textId, {
			...worded(name, blocks, at),
			awayAt: away ? sql`COALESCE(away_at, ${at})` : null,
		}),
	],
	withdrawn: (event) => [
		voidBallots(event),
		updateStatement(event, { stage: 'withdrawn', ballotId: null, remindAt: null, reason: event.payload.reason }),
	],
} satisfies Projections

const worded = (name: string, blocks: readonly Block[], at: Instant) => ({
	...{ name, sortName: sortKey(name) },
	...{ blocks: JSON.stringify(blocks), changedAt: at },
})

/** Of what several typed, the first of those who did; else whoever did the act. */
function writerOf({ writers = [] }: Facts['documentRearranged'], { id }: BlockVersion): PersonId | undefined {
	return writers.find(({ versions }) => versions.includes(id))?.personId
}

function voidBallots(event: StoredEvent): Runnable {
	return (
		build
			.update(schema.ballot)
			.set({ voidedAt: event.at })
			// What a ballot decided of an amendment stands.
			.where(
				and(
					eq(schema.ballot.statementId, idOf(event)),
					isNull(schema.ballot.voidedAt),
					or(isNull(schema.ballot.outcome), eq(sql`subject ->> '$.kind'`, 'text')),
				),
			)
	)
}
