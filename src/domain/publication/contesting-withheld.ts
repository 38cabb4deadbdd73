import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, BlockId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { mayTakeBack, newWord, type StandingWord } from './standing-word.ts'

/** A published text of which something is withheld, and what an association has said of that; null: nothing. */
type Said = {
	readonly statementId: StatementId
	/** Who had a vote on it. */
	readonly electorate: readonly AssociationId[]
	readonly withheld: readonly BlockId[]
	readonly current: StandingWord | null
}

/**
 * Says, for everybody to read beside it, that the association does not agree that something is withheld of the text that stands in
 * its name. It brings nothing back: what was withheld may name somebody who may not be named.
 */
export function contestWithheld(
	actor: Actor,
	{ statementId, electorate, withheld, current }: Said,
	{ associationId, reason: given }: { readonly associationId: AssociationId; readonly reason: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.contestWithheld, actor, now, { associationId })
	if (!may.ok) return may
	if (withheld.length === 0) return refuse({ code: 'notFound' })
	if (!electorate.includes(associationId)) return refuse({ code: 'notInElectorate' })
	const reason = newWord(may.value.seat, current, given, now)
	if (!reason.ok) return reason
	if (reason.value === null) return ok({ value: null, events: [], guards: [] })
	const payload = { associationId, reason: reason.value }
	return ok(decided(statementId, { type: 'withheldContested', payload }, may.value.guards))
}

/** Takes that back. */
export function takeBackWithheldContest(
	actor: Actor,
	{ statementId, current }: Pick<Said, 'statementId' | 'current'>,
	{ associationId }: { readonly associationId: AssociationId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.takeBackWithheldContest, actor, now, { associationId })
	if (!may.ok) return may
	const said = mayTakeBack(may.value.seat, current, now)
	if (!said.ok) return said
	if (!said.value) return ok({ value: null, events: [], guards: [] })
	return ok(decided(statementId, { type: 'withheldContestTakenBack', payload: { associationId } }, may.value.guards))
}

type Fact = {
	[T in 'withheldContested' | 'withheldContestTakenBack']: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['withheldContested' | 'withheldContestTakenBack']

function decided(statementId: StatementId, fact: Fact, guards: readonly Guard[]): Decision<null> {
	const stream = streams.withheldContest(statementId, fact.payload.associationId)
	return { value: null, events: [{ ...fact, stream, statementId }], guards }
}
