import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { seatFor } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isEmpty } from '#domain/statement/block-texts.ts'
import { inStage } from '#domain/statement/in-stage.ts'
import { type Statement, WRITABLE } from '#domain/statement/statement.ts'

/** A statement about to be decided on: its blocks, their hash, and how far the log was read. */
export type Proposal = {
	readonly statement: Statement
	readonly coalition: Coalition
	readonly blocks: readonly BlockVersion[]
	readonly textHash: string
	readonly position: number
}

/** Refuses unless the chair may put the text to a decision now: it is being written, says something, and somebody can vote. */
export function readyToDecide(actor: Actor, proposal: Proposal, now: Instant): Result<Guard[], Rejection> {
	const seat = seatFor(actor, ['chair'], now)
	if (!seat.ok) return seat
	const stage = inStage(proposal.statement, WRITABLE)
	if (!stage.ok) return stage
	if (isEmpty(proposal.blocks)) return refuse({ code: 'emptyDocument' })
	if (proposal.coalition.associations.length === 0) return refuse({ code: 'noAssociations' })
	return ok([{ kind: 'seated', seatId: seat.value.id, now }])
}

/** Neither the text nor the members have changed since they were read. */
export function standsAsRead({ statement, coalition, position }: Proposal): Guard[] {
	return [
		{ kind: 'stageIn', statementId: statement.id, stages: WRITABLE },
		{ kind: 'unchangedSince', statementId: statement.id, position },
		{ kind: 'coalitionUnchangedSince', coalitionId: coalition.id, position },
	]
}
