import type { InStatement } from '@libsql/client/web'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BlockVersion } from '#domain/block.ts'
import type { EventType, Facts, StoredEvent } from '#domain/event.ts'
import type { SeatId } from '#domain/id.ts'
import { build, statementOf } from './client.ts'
import * as schema from './schema/index.ts'

type Stored<Type extends EventType> = Extract<StoredEvent, { type: Type }>
type Runnable = Parameters<typeof statementOf>[0]
type Projections = { readonly [Type in EventType]: (event: Stored<Type>) => readonly Runnable[] }

/** The statements that bring the tables pages read up to date with an event. Only these write those tables. */
export function project(event: StoredEvent): InStatement[] {
	const apply = projections[event.type] as (event: StoredEvent) => readonly Runnable[]
	return apply(event).map(statementOf)
}

/** The tables that `project` keeps, in no order: emptied before a rebuild. Papers of secret ballots are not among them. */
export const PROJECTED = [
	'coalition',
	'association',
	'seat',
	'inquiry',
	'due_date',
	'statement',
	'block',
	'block_version',
	'revision',
	'stance',
	'dispatch',
	'ballot',
	'elector',
	'vote',
	'turnout',
	'signoff',
	'publication',
	'redaction',
] as const

const projections: Projections = {
	coalitionCreated: ({ coalitionId, payload, at }) => [
		build.insert(schema.coalition).values({ id: coalitionId, ...payload.settings, demo: payload.demo, createdAt: at }),
	],
	coalitionChanged: ({ coalitionId, payload }) => [
		build.update(schema.coalition).set(payload.settings).where(eq(schema.coalition.id, coalitionId)),
	],
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
		...event.payload.written.flatMap((version) => writeVersion(event, version)),
		updateStatement(event, { blockOrder: JSON.stringify(event.payload.order) }),
	],
	blockEdited: (event) => [...writeVersion(event, event.payload.version), updateStatement(event, {})],
	consultationOpened: (event) => [
		updateStatement(event, { stage: 'consulting', consultationDueAt: event.payload.dueAt }),
	],
	stanceRecorded: (event) => {
		const { associationId, blockId, versionId, stance, reason } = event.payload
		const values = { versionId, stance, reason, at: event.at }
		return [
			build
				.insert(schema.stance)
				.values({ statementId: idOf(event), associationId, blockId, ...values })
				.onConflictDoUpdate({
					target: [schema.stance.statementId, schema.stance.associationId, schema.stance.blockId],
					set: values,
				}),
		]
	},
	revisionFixed: (event) => {
		const { revisionId, title, language, blocks, textHash } = event.payload
		return [
			build.insert(schema.revision).values({
				id: revisionId,
				statementId: idOf(event),
				title,
				language,
				blocks: JSON.stringify(blocks),
				textHash,
				at: event.at,
			}),
			updateStatement(event, { revisionId, textHash }),
		]
	},
	ballotOpened: (event) => {
		const { ballotId, textHash, track, closesAt, signoffDueAt, bylaws, electorate } = event.payload
		return [
			build.insert(schema.ballot).values({
				id: ballotId,
				coalitionId: event.coalitionId,
				statementId: idOf(event),
				textHash,
				track,
				opensAt: event.at,
				closesAt,
				signoffDueAt,
				bylaws: JSON.stringify(bylaws),
			}),
			insertElectorate(ballotId, electorate),
			updateStatement(event, { stage: 'deciding', track, signoffDueAt }),
		]
	},
	voteCast: ({ payload: { ballotId, associationId, choice, signs, dissent, method }, seatId, actId, at }) => {
		const values = {
			choice,
			signs,
			dissentKind: dissent?.kind ?? null,
			dissentText: dissent?.text ?? null,
			method,
			seatId,
			actId,
			at,
		}
		return [
			build
				.insert(schema.vote)
				.values({ ballotId, associationId, ...values })
				.onConflictDoUpdate({ target: [schema.vote.ballotId, schema.vote.associationId], set: values }),
		]
	},
	paperCast: ({ payload, at }) => [build.insert(schema.turnout).values({ ...payload, at })],
	ballotClosed: ({ payload }) => [
		build
			.update(schema.ballot)
			.set({ closedAt: payload.closedAt, closedBy: payload.by })
			.where(eq(schema.ballot.id, payload.ballotId)),
	],
	ballotDecided: (event) => {
		const { ballotId, outcome, signing } = event.payload
		const decided = build
			.update(schema.ballot)
			.set({ outcome: JSON.stringify(outcome) })
			.where(eq(schema.ballot.id, ballotId))
		if (signing === null) return [decided]
		const { carried, textHash } = signing
		return [
			decided,
			...(carried.length > 0 ? [insertCarried(event, textHash, carried)] : []),
			updateStatement(event, { stage: 'signing', signoffDueAt: signing.dueAt }),
		]
	},
	meetingDecisionEntered: (event) => {
		const { ballotId, textHash, heldOn, minutes, signoffDueAt, bylaws, electorate, votes, outcome } = event.payload
		const { at, actId } = event
		const cast = votes.map(({ associationId, choice }) => ({
			ballotId,
			associationId,
			choice,
			signs: false,
			method: 'meeting',
			actId,
			at,
		}))
		return [
			build.insert(schema.ballot).values({
				id: ballotId,
				coalitionId: event.coalitionId,
				statementId: idOf(event),
				textHash,
				track: 'full',
				opensAt: at,
				closesAt: at,
				signoffDueAt,
				bylaws: JSON.stringify(bylaws),
				closedAt: at,
				closedBy: 'meeting',
				outcome: JSON.stringify(outcome),
				heldOn,
				minutes,
			}),
			insertElectorate(ballotId, electorate),
			...(cast.length > 0 ? [build.insert(schema.vote).values(cast)] : []),
			updateStatement(event, { stage: outcome.result === 'adopted' ? 'signing' : 'deciding', signoffDueAt }),
		]
	},
	signoffGiven: (event) => [writeSignoff(event, event.payload, event.seatId)],
	editorialChangeMade: (event) => {
		const { version, note, revisionId, signoffDueAt } = event.payload
		return [
			...writeVersion(event, version),
			build.update(schema.revision).set({ editorialNote: note }).where(eq(schema.revision.id, revisionId)),
			updateStatement(event, { signoffDueAt }),
		]
	},
	referredBack: (event) => [
		voidBallots(event),
		build.delete(schema.signoff).where(eq(schema.signoff.statementId, idOf(event))),
		updateStatement(event, {
			stage: 'drafting',
			revisionId: null,
			textHash: null,
			consultationDueAt: null,
			signoffDueAt: null,
			reason: event.payload.reason,
		}),
	],
	withdrawn: (event) => [
		voidBallots(event),
		updateStatement(event, { stage: 'withdrawn', reason: event.payload.reason }),
	],
	numberTaken: () => [],
	published: (event) => {
		const { record, text, ...numbered } = event.payload
		const statementId = idOf(event)
		return [
			build.insert(schema.publication).values({
				statementId,
				coalitionId: event.coalitionId,
				...numbered,
				title: sql`(SELECT title FROM statement WHERE id = ${statementId})`,
				textBytes: text,
				recordBytes: record,
				publishedAt: event.at,
			}),
			updateStatement(event, { stage: 'published' }),
			build
				.update(schema.inquiry)
				.set({ status: 'answered' })
				.where(eq(schema.inquiry.id, sql`(SELECT inquiry_id FROM statement WHERE id = ${statementId})`)),
		]
	},
	markedAsSent: (event) => [
		build
			.insert(schema.dispatch)
			.values({ actId: event.actId, statementId: idOf(event), ...event.payload, at: event.at }),
	],
	redacted: (event) => [
		build
			.insert(schema.redaction)
			.values({ statementId: idOf(event), ...event.payload, at: event.at })
			.onConflictDoNothing(),
	],
}

function idOf(event: StoredEvent): string {
	if (event.statementId === null) throw new Error(`${event.type} belongs to a statement`)
	return event.statementId
}

type StatementColumns = Partial<typeof schema.statement.$inferInsert>

function updateStatement(event: StoredEvent, columns: StatementColumns): Runnable {
	return build
		.update(schema.statement)
		.set({ ...columns, changedAt: event.at })
		.where(eq(schema.statement.id, idOf(event)))
}

function writeVersion(event: StoredEvent, { id, blockId, content }: BlockVersion): Runnable[] {
	const statementId = idOf(event)
	return [
		build.insert(schema.blockVersion).values({
			id,
			blockId,
			statementId,
			content: JSON.stringify(content),
			personId: event.personId,
			at: event.at,
		}),
		build
			.insert(schema.block)
			.values({ id: blockId, statementId, versionId: id })
			.onConflictDoUpdate({ target: schema.block.id, set: { versionId: id } }),
	]
}

function insertElectorate(
	ballotId: string,
	electorate: readonly { associationId: string; name: string; area: string }[],
): Runnable {
	return build
		.insert(schema.elector)
		.values(electorate.map((elector, index) => ({ ballotId, ...elector, ordinal: index })))
}

function writeSignoff(event: StoredEvent, answer: Facts['signoffGiven'], seatId: SeatId | null): Runnable {
	const { associationId, ...given } = answer
	const values = { ...given, seatId, at: event.at }
	return build
		.insert(schema.signoff)
		.values({ statementId: idOf(event), associationId, ...values })
		.onConflictDoUpdate({ target: [schema.signoff.statementId, schema.signoff.associationId], set: values })
}

/** Sign-offs that yes votes carried: the first of the round, so none stands in their way. */
function insertCarried(
	event: StoredEvent,
	textHash: string,
	carried: readonly { associationId: string; seatId: SeatId | null }[],
): Runnable {
	const statementId = idOf(event)
	const signed = { statementId, answer: 'signed', textHash, reason: '', method: 'vote', at: event.at }
	return build.insert(schema.signoff).values(carried.map((each) => ({ ...signed, ...each })))
}

function voidBallots(event: StoredEvent): Runnable {
	return build
		.update(schema.ballot)
		.set({ voidedAt: event.at })
		.where(and(eq(schema.ballot.statementId, idOf(event)), isNull(schema.ballot.voidedAt)))
}
