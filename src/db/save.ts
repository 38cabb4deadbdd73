import type { InStatement } from '@libsql/client/web'
import { GATHERED_MS } from '#domain/comment/comment.ts'
import type { DomainEvent, StoredEvent } from '#domain/event.ts'
import type { Guard, Notification, PapersChange } from '#domain/kernel/decision.ts'
import type { ActId, CoalitionId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Way } from '#domain/person/ways.ts'
import { versionOf } from '#schema/facts/versions.ts'
import { isBusy } from './busy.ts'
import { build, type Database, statementOf } from './client.ts'
import { papersStatements } from './deciding/papers.ts'
import { conditionOf, streamsAt } from './guards.ts'
import { project } from './project.ts'
import * as schema from './schema.ts'

export type Act = {
	readonly id: ActId
	readonly coalitionId: CoalitionId
	readonly personId: PersonId
	readonly seatId: SeatId | null
	/** How the person had signed in. */
	readonly way: Way | null
	readonly kind: string
	readonly key: string
	readonly payloadHash: string
	/** JSON. */
	readonly result: string
	readonly at: Instant
}

export type Change = {
	readonly act: Act
	readonly events: readonly DomainEvent[]
	readonly guards: readonly Guard[]
	/**
	 * How far each stream had come that was read, 0 for one not begun. Those that the events touch must stand there still,
	 * and so must those that were only read, because the decision rests on them. A touched one that is not named is new.
	 */
	readonly streams: Readonly<Record<string, number>>
	readonly notifications?: readonly Notification[]
	readonly papers?: PapersChange | undefined
	/** Rows of the directory that must come or go with the change: the slug of a new coalition. */
	readonly also?: readonly InStatement[]
}

/**
 * `lost`: somebody else was first, or a guard no longer holds. `busy`: the database did not come to it, since others write.
 * Either way nothing at all was written.
 */
export type Saved = 'saved' | 'lost' | 'busy'

/**
 * Writes an act in one atomic batch. The act's row is inserted under all guards at once; each event is inserted with a
 * look-up of that row, so where a guard refused the act, NOT NULL on `event.act_id` takes the whole batch down.
 */
export async function save(db: Database, change: Change): Promise<Saved> {
	try {
		await db.write(statementsFor(change))
		return 'saved'
	} catch (error) {
		if (isLost(error)) return 'lost'
		if (isBusy(error)) return 'busy'
		throw error
	}
}

function statementsFor({ act, events, guards, streams, notifications = [], papers, also = [] }: Change): InStatement[] {
	const seqs = new Map<string, number>()
	const stored = events.map((event): StoredEvent => {
		const seq = (seqs.get(event.stream) ?? streams[event.stream] ?? 0) + 1
		seqs.set(event.stream, seq)
		const { coalitionId, at, personId, seatId } = act
		return { ...event, coalitionId, seq, actId: act.id, at, personId, seatId }
	})
	const newStreams = Object.fromEntries([...seqs.keys()].map((stream) => [stream, 0]))
	const conditions = [streamsAt({ ...newStreams, ...streams }), ...guards.map(conditionOf)]
	const outbox = notifications.map((notification) => ({
		coalitionId: act.coalitionId,
		actId: act.id,
		kind: notification.kind,
		seatId: 'seatId' in notification ? notification.seatId : null,
		statementId: 'statementId' in notification ? notification.statementId : null,
		ballotId: 'ballotId' in notification ? notification.ballotId : null,
		associationId: 'associationId' in notification ? notification.associationId : null,
		createdAt: act.at,
		nextAt: act.at + (notification.kind === 'comments' ? GATHERED_MS : 0),
	}))
	return [
		{
			sql: `INSERT INTO act (id, coalition_id, person_id, seat_id, way, kind, key, payload_hash, result, at)
				SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`,
			args: [
				act.id,
				act.coalitionId,
				act.personId,
				act.seatId,
				act.way,
				act.kind,
				act.key,
				act.payloadHash,
				act.result,
				act.at,
				...conditions.flatMap((condition) => condition.args),
			],
		},
		...stored.map(insertEvent),
		...stored.flatMap(project),
		...(outbox.length > 0 ? [statementOf(build.insert(schema.outbox).values(outbox))] : []),
		...(papers ? papersStatements(papers) : []),
		...also,
	]
}

function insertEvent(event: StoredEvent): InStatement {
	return {
		sql: `INSERT INTO event (coalition_id, stream, seq, act_id, statement_id, type, version, payload)
			VALUES (?, ?, ?, (SELECT id FROM act WHERE id = ?), ?, ?, ?, ?)`,
		args: [
			event.coalitionId,
			event.stream,
			event.seq,
			event.actId,
			event.statementId,
			event.type,
			versionOf(event.type),
			JSON.stringify(event.payload),
		],
	}
}

/** A refused guard shows as NOT NULL on the event's act; two writers at once as UNIQUE on the stream, key or number. */
function isLost(error: unknown): boolean {
	return (
		error instanceof Error &&
		/NOT NULL constraint failed: event\.act_id|UNIQUE constraint failed: (event\.stream|act\.person_id|publication|older_statement|slug)/.test(
			error.message,
		)
	)
}
