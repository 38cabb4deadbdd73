import { contestedIn } from '#domain/deciding/contest.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit, recentlyAuthenticated } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { type Signing, silentAssociations, standingSignoffs } from '#domain/signing/signoff.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { inStage } from '#domain/statement/in-stage.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import {
	type FinishedRecord,
	type PublicationRecord,
	type Publishable,
	type RecordedStance,
	recordOf,
	textOf,
} from './record.ts'

export type PublicationPlan = {
	readonly record: PublicationRecord
	readonly text: StatementText
	readonly guards: readonly Guard[]
}

/** Whether the statement may be published now; if so, under which number and with which record and text. */
export function planPublication(
	actor: Actor,
	publishable: Publishable,
	textHash: string,
	now: Instant,
): Result<PublicationPlan, Rejection> {
	const { signing, coalition } = publishable
	const may = permit(acts.publishStatement, actor, now, signing)
	if (!may.ok) return may
	const ready = readyToPublish(signing, now)
	if (!ready.ok) return ready
	if (textHash !== signing.statement.textHash) return refuse({ code: 'textChanged' })
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	const year = swedishYear(now)
	const number = publishable.lastNumber + 1
	const text = textOf(signing.statement, publishable.blocks)
	const { id } = signing.statement
	const guards: Guard[] = [
		...may.value.guards,
		// A sign-off taken back while the record was made must not stand in it.
		{ kind: 'unchangedSince', statementId: id, position: publishable.position },
	]
	return ok({ text, record: recordOf(publishable, coalition, year, number, now), guards })
}

/** A stance as it was recorded: on a version of a block. */
export type StanceOnBlock = Omit<RecordedStance, 'position' | 'stale'> & {
	readonly blockId: BlockId
	readonly versionId: BlockVersionId
}

/** Stances on the positions of the text as it stands, by number; those on positions since removed are left out. */
export function positionStances(stances: readonly StanceOnBlock[], blocks: readonly BlockVersion[]): RecordedStance[] {
	const byBlock = Map.groupBy(stances, ({ blockId }) => blockId)
	return blocks
		.filter((block) => block.content.kind === 'position')
		.flatMap((block, index) =>
			(byBlock.get(block.blockId) ?? []).map(({ associationId, versionId, stance, reason }) => {
				return { associationId, position: index + 1, stance, reason, stale: versionId !== block.id }
			}),
		)
}

/**
 * Refuses while associations may still answer, or when nobody has put their name to the text. On the light track an
 * objection to a text that was changed after the decision stops it, as one would have stopped it before. After a meeting an
 * association stops it that says its vote was not entered rightly, and the silent have all the time that they were told.
 */
export function readyToPublish(signing: Signing, now: Instant): Result<null, Rejection> {
	const stage = inStage(signing.statement, acts.publishStatement.stages)
	if (!stage.ok) return stage
	const standing = standingSignoffs(signing)
	const light = signing.ballot.track === 'light'
	if (light && standing.some(({ answer }) => answer === 'declined')) return refuse({ code: 'objectedTo' })
	const { ballot, contests } = signing
	const contested = contestedIn(ballot, contests ?? []).map(({ name }) => name)
	if (contested.length > 0) return refuse({ code: 'votesContested', associations: contested })
	const missing = silentAssociations(signing)
	const dueAt = contests === null ? signing.dueAt : Math.max(signing.dueAt, ballot.signoffDueAt)
	if (missing.length > 0 && now < dueAt) return refuse({ code: 'awaitingSignoffs', missing, dueAt })
	const signed = standing.some(({ answer }) => answer === 'signed')
	return signed || light ? ok(null) : refuse({ code: 'nobodySigned' })
}

/** Takes the number and publishes the finished bytes in one decision. */
export function publish(
	{ coalition, signing }: Publishable,
	finished: FinishedRecord,
): Decision<{ readonly year: number; readonly number: number; readonly label: string }> {
	const { year, number, label, textHash } = finished.record
	const { statement, ballot } = signing
	return {
		value: { year, number, label },
		events: [
			{
				type: 'numberTaken',
				stream: streams.series(coalition.id, year),
				statementId: statement.id,
				payload: { year, number },
			},
			{
				type: 'published',
				stream: streams.statement(statement.id),
				statementId: statement.id,
				payload: {
					year,
					number,
					label,
					textHash,
					recordHash: finished.recordHash,
					text: finished.textBytes,
					record: finished.recordBytes,
					...(finished.revealed === null ? {} : { revealed: finished.revealed }),
				},
			},
		],
		guards: finished.guards,
		notifications: ballot.electorate.map(({ associationId }) => ({
			kind: 'published' as const,
			statementId: statement.id,
			associationId,
		})),
	}
}
