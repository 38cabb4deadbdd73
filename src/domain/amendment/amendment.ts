import type { DomainEvent } from '#domain/event.ts'
import type { Notification } from '#domain/kernel/decision.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	ConsensusListId,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Asked } from './asked.ts'
import type { FactsOfAmendment } from './facts.ts'
import type { AmendmentState } from './state.ts'

/** An amendment, without its words. */
export type Amendment = {
	readonly id: AmendmentId
	readonly statementId: StatementId
	readonly associationId: AssociationId
	/** Who made it. */
	readonly personId: PersonId
	readonly state: AmendmentState
	/** The version that counts, and how many there have been. */
	readonly versionId: AmendmentVersionId
	readonly versions: number
	/** The other associations that stand behind it, each with the version it joined. */
	readonly joined: readonly { readonly associationId: AssociationId; readonly versionId: AmendmentVersionId }[]
	readonly asked: Asked | null
	/** The ballot that decided on it. */
	readonly decidedIn: BallotId | null
	/** The list in which all associations adopted these words; null: they did not. */
	readonly adoptedBy: ConsensusListId | null
}

/** Refuses what is not for an amendment in its state, and what was said of other words than those it has now. */
export function inState(
	{ state, versionId }: Amendment,
	allowed: readonly AmendmentState[],
	seen: AmendmentVersionId = versionId,
): Result<null, Rejection> {
	if (!allowed.includes(state)) return refuse({ code: 'amendmentState', state })
	return seen === versionId ? ok(null) : refuse({ code: 'amendmentChanged' })
}

type OnAmendment = {
	[T in keyof FactsOfAmendment]: { readonly type: T; readonly payload: FactsOfAmendment[T] }
}[Exclude<keyof FactsOfAmendment, 'amendmentMade'>]

export function onAmendment(
	{ id, statementId }: Pick<Amendment, 'id' | 'statementId'>,
	fact: OnAmendment,
): DomainEvent {
	return { ...fact, stream: streams.amendment(id), statementId }
}

/** To the associations; null: to chair and secretary. */
export function amendmentTold(statementId: StatementId, to: readonly (AssociationId | null)[]): Notification[] {
	return [...new Set(to)].map((associationId) => ({ kind: 'amendments', statementId, associationId }))
}
