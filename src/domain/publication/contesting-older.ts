import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { OlderStatement } from './older.ts'
import { olderActs } from './older-acts.ts'
import { mayTakeBack, newWord, type StandingWord } from './standing-word.ts'

/** What an association has said of an older statement; null: nothing. */
type Said = { readonly older: OlderStatement; readonly current: StandingWord | null }

/** Says, for everybody to read beside it, that the association does not know of the statement. */
export function contestOlder(
	actor: Actor,
	{ older, current }: Said,
	{ associationId, reason: given }: { readonly associationId: AssociationId; readonly reason: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.contestOlder, actor, now, { associationId })
	if (!may.ok) return may
	if (older.removedAt !== null) return refuse({ code: 'notFound' })
	const reason = newWord(may.value.seat, current, given, now)
	if (!reason.ok) return reason
	if (reason.value === null) return ok({ value: null, events: [], guards: [] })
	const payload = { olderId: older.id, associationId, reason: reason.value }
	return ok(decided(older, associationId, { type: 'olderContested', payload }, may.value.guards))
}

/** Takes that back. */
export function takeBackOlderContest(
	actor: Actor,
	{ older, current }: Said,
	{ associationId }: { readonly associationId: AssociationId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.takeBackOlderContest, actor, now, { associationId })
	if (!may.ok) return may
	const said = mayTakeBack(may.value.seat, current, now)
	if (!said.ok) return said
	if (!said.value) return ok({ value: null, events: [], guards: [] })
	const payload = { olderId: older.id, associationId }
	return ok(decided(older, associationId, { type: 'olderContestTakenBack', payload }, may.value.guards))
}

type Fact = {
	[T in 'olderContested' | 'olderContestTakenBack']: Pick<Extract<DomainEvent, { type: T }>, 'type' | 'payload'>
}['olderContested' | 'olderContestTakenBack']

function decided(
	{ id }: OlderStatement,
	associationId: AssociationId,
	fact: Fact,
	guards: readonly Guard[],
): Decision<null> {
	const event: DomainEvent = { ...fact, stream: streams.olderContest(id, associationId), statementId: null }
	return { value: null, events: [event], guards }
}
