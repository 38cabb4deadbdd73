import type { InValue } from '@libsql/client/web'
import { seatedNow } from '#db/members/load-actor.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import { DIRECTORY_ACTS } from './schema-log.ts'
import { fixedIn } from './statement/load-fixed.ts'

/** A condition on the database, as SQL that is true or false. */
export type Condition = { readonly sql: string; readonly args: readonly InValue[] }

/** What must hold at the moment of writing, as conditions on the act's insert. */
export function conditionOf(guard: Guard): Condition {
	switch (guard.kind) {
		case 'seated':
			return {
				sql: `EXISTS (SELECT 1 FROM seat WHERE id = ? AND ${seatedNow('seat')})`,
				args: [guard.seatId, guard.now, guard.now],
			}
		case 'stageIn':
			return {
				sql: `EXISTS (SELECT 1 FROM statement WHERE id = ? AND stage IN (${guard.stages.map(() => '?').join(', ')}))`,
				args: [guard.statementId, ...guard.stages],
			}
		case 'textStands':
			return {
				sql: 'EXISTS (SELECT 1 FROM statement WHERE id = ? AND text_hash = ?)',
				args: [guard.statementId, guard.textHash],
			}
		case 'unchangedSince':
			return {
				sql: 'NOT EXISTS (SELECT 1 FROM event WHERE statement_id = ? AND position > ?)',
				args: [guard.statementId, guard.position],
			}
		case 'blockStands':
			return {
				sql: `EXISTS (SELECT 1 FROM block JOIN statement ON statement.id = block.statement_id
					WHERE block.id = ? AND block.version_id = ?
					AND EXISTS (SELECT 1 FROM json_each(statement.block_order) AS place WHERE place.value = block.id))`,
				args: [guard.blockId, guard.versionId],
			}
		case 'ballotOpen':
			return {
				sql: 'EXISTS (SELECT 1 FROM ballot WHERE id = ? AND closed_at IS NULL AND voided_at IS NULL AND ? < closes_at)',
				args: [guard.ballotId, guard.now],
			}
		case 'ballotStands':
			return { sql: 'EXISTS (SELECT 1 FROM ballot WHERE id = ? AND voided_at IS NULL)', args: [guard.ballotId] }
		case 'listAsks':
			return {
				sql: 'EXISTS (SELECT 1 FROM consensus_list WHERE id = ? AND settled_at IS NULL AND cancelled_at IS NULL AND ? < closes_at)',
				args: [guard.listId, guard.now],
			}
		case 'nothingAskedSince':
			return {
				sql: `NOT EXISTS (SELECT 1 FROM event WHERE position > ? AND coalition_id = ?
					AND type IN ('ballotOpened', 'ballotExtended', 'ballotDecided', 'meetingDecisionEntered', 'editorialChangeMade', 'addendumProposed', 'consensusListOpened'))`,
				args: [guard.position, guard.coalitionId],
			}
		case 'seatsUnchangedSince':
			return {
				sql: `NOT EXISTS (SELECT 1 FROM event WHERE position > ? AND coalition_id = ?
					AND type IN ('seatGiven', 'seatEnded', 'seatTakenBack', 'associationLeft', 'associationLeaving'))`,
				args: [guard.position, guard.coalitionId],
			}
		case 'toldLessThan':
			return {
				sql: `(SELECT COUNT(DISTINCT act_id) FROM outbox WHERE coalition_id = ? AND kind = ? AND created_at > ?) < ?`,
				args: [guard.coalitionId, guard.notice, guard.since, guard.limit],
			}
		case 'doneLessThan':
			return {
				sql: `(SELECT COUNT(*) FROM act WHERE coalition_id = ? AND kind = ? AND at > ? AND ${DIRECTORY_ACTS}) < ?`,
				args: [guard.coalitionId, guard.act, guard.since, guard.limit],
			}
		case 'coalitionUnchangedSince':
			return {
				sql: 'NOT EXISTS (SELECT 1 FROM event WHERE stream = ? AND position > ?)',
				args: [`coalition:${guard.coalitionId}`, guard.position],
			}
		case 'noneFixed':
			return { sql: `NOT EXISTS (${fixedIn(guard.of)})`, args: [guard.id] }
		case 'before':
			return { sql: "unixepoch('subsec') * 1000 < ?", args: [guard.at] }
	}
}

/** Each of the streams is as far as it was when it was read. One condition, however many: of a thousand the engine would refuse the depth. */
export function streamsAt(streams: Readonly<Record<string, number>>): Condition {
	return {
		sql: `NOT EXISTS (SELECT 1 FROM json_each(?) AS read
			WHERE (SELECT COALESCE(MAX(seq), 0) FROM event WHERE stream = read.key) <> read.value)`,
		args: [JSON.stringify(streams)],
	}
}
