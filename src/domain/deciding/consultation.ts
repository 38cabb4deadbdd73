import type { Coalition } from '#domain/coalition/coalition.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, BlockId, BlockVersionId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isEmpty } from '#domain/statement/block-texts.ts'
import { moved } from '#domain/statement/lifecycle.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import type { StanceChoice } from './stance.ts'

/** Opens the consultation: the associations are asked for their views. `dueAt` is when they are wanted. */
export function openConsultation(
	actor: Actor,
	statement: Statement,
	coalition: Coalition,
	blocks: readonly BlockVersion[],
	dueAt: Instant | null,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.openConsultation, actor, now, { statement })
	if (!may.ok) return may
	if (isEmpty(blocks)) return refuse({ code: 'emptyDocument' })
	const due = dueAt === null ? ok(null) : futureDeadline('dueAt', dueAt, now)
	if (!due.ok) return due
	const notifications = coalition.associations.map(({ id }) => ({
		kind: 'consultation' as const,
		statementId: statement.id,
		associationId: id,
	}))
	return moved(statement, may.value.guards, { type: 'consultationOpened', payload: { dueAt } }, notifications)
}

export type RecordStance = {
	readonly associationId: AssociationId
	readonly blockId: BlockId
	/** The version the association read. */
	readonly versionId: BlockVersionId
	readonly stance: StanceChoice
	readonly reason: string
}

/** Records what an association thinks of one or more positions. */
export function recordStances(
	actor: Actor,
	statement: Statement,
	blocks: readonly BlockVersion[],
	associationId: AssociationId,
	stances: readonly Omit<RecordStance, 'associationId'>[],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.recordStances, actor, now, { statement, associationId })
	if (!may.ok) return may
	const events: DomainEvent[] = []
	const blockOf = new Map(blocks.map((block) => [block.blockId, block]))
	for (const { blockId, versionId, stance, reason } of stances) {
		const block = blockOf.get(blockId)
		if (!block) return refuse({ code: 'blockGone' })
		if (block.content.kind !== 'position') return refuse({ code: 'notAPosition' })
		const valid = optionalText('reason', reason, NOTE_LIMIT)
		if (!valid.ok) return valid
		events.push({
			type: 'stanceRecorded',
			stream: streams.stance(statement.id, associationId),
			statementId: statement.id,
			payload: { associationId, blockId, versionId, stance, reason: valid.value },
		})
	}
	return ok({ value: null, events, guards: may.value.guards })
}
