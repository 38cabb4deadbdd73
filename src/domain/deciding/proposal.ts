import { noneStanding } from '#domain/amendment/consensus-asking.ts'
import type { StandingList } from '#domain/amendment/consensus-list.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { isEmpty } from '#domain/statement/block-texts.ts'
import type { TextSalts } from '#domain/statement/salts.ts'
import type { Statement } from '#domain/statement/statement.ts'

/** A statement about to be decided on: its blocks, the hash it gets under these salts, and how far the log was read. */
export type Proposal = {
	readonly statement: Statement
	readonly coalition: Coalition
	readonly blocks: readonly BlockVersion[]
	readonly textHash: string
	readonly salts: TextSalts
	readonly position: number
	/** By which associations are being asked about amendments to it. */
	readonly list: StandingList | null
}

/** Refuses unless the chair may put the text to a decision now: it is being written, says something, and somebody can vote. */
export function readyToDecide(
	act: DeclaredAct,
	actor: Actor,
	proposal: Omit<Proposal, 'salts' | 'textHash'>,
	now: Instant,
): Result<readonly Guard[], Rejection> {
	const may = permit(act, actor, now, proposal)
	if (!may.ok) return may
	const none = noneStanding(proposal.list)
	if (!none.ok) return none
	if (isEmpty(proposal.blocks)) return refuse({ code: 'emptyDocument' })
	if (proposal.coalition.associations.length === 0) return refuse({ code: 'noAssociations' })
	return ok([...may.value.guards, ...standsAsRead(proposal)])
}

/** Neither the text nor the members have changed since they were read. */
function standsAsRead({
	statement,
	coalition,
	position,
}: Pick<Proposal, 'statement' | 'coalition' | 'position'>): Guard[] {
	return [
		{ kind: 'unchangedSince', statementId: statement.id, position },
		{ kind: 'coalitionUnchangedSince', coalitionId: coalition.id, position },
	]
}
