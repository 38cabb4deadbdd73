import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor, Role, Seat } from '#domain/members/seats.ts'
import type { OlderContest, OlderStatement } from './older.ts'
import { olderActs } from './older-acts.ts'

/**
 * How long a seat has been held before an objection can be taken back from it that somebody else made: whoever gives seats
 * would otherwise seat somebody who does not object. By then all in the association were told of the seat.
 */
const SETTLED_MS = 7 * 24 * 60 * 60_000

/** What an association has said of an older statement; null: nothing. */
type Said = { readonly older: OlderStatement; readonly current: OlderContest | null }

/**
 * Says, for everybody to read beside it, that the association does not know of the statement. `reason` may be empty. Said in other
 * words it would be said anew, so a seat from which it cannot be taken back does not change them either.
 */
export function contestOlder(
	actor: Actor,
	{ older, current }: Said,
	{ associationId, reason: given }: { readonly associationId: AssociationId; readonly reason: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.contestOlder, actor, now, { associationId })
	if (!may.ok) return may
	if (older.removedAt !== null) return refuse({ code: 'notFound' })
	const spoken = speaksLast(may.value.seat.role, current)
	if (!spoken.ok) return spoken
	const reason = optionalText('reason', oneLine(given), TITLE_LIMIT)
	if (!reason.ok) return reason
	if (current?.standing && current.reason === reason.value) return ok({ value: null, events: [], guards: [] })
	const settled = current?.standing ? isSettled(may.value.seat, current, now) : ok(null)
	if (!settled.ok) return settled
	const payload = { olderId: older.id, associationId, reason: reason.value }
	return ok(decided(older, associationId, { type: 'olderContested', payload }, may.value.guards))
}

/** Takes that back. Not from a seat that somebody was given only after it was said, until they have held it for a week. */
export function takeBackOlderContest(
	actor: Actor,
	{ older, current }: Said,
	{ associationId }: { readonly associationId: AssociationId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.takeBackOlderContest, actor, now, { associationId })
	if (!may.ok) return may
	if (!current?.standing) return ok({ value: null, events: [], guards: [] })
	const spoken = speaksLast(may.value.seat.role, current)
	if (!spoken.ok) return spoken
	const settled = isSettled(may.value.seat, current, now)
	if (!settled.ok) return settled
	const payload = { olderId: older.id, associationId }
	return ok(decided(older, associationId, { type: 'olderContestTakenBack', payload }, may.value.guards))
}

/** A deputy does not speak against what the delegate has said. */
function speaksLast(role: Role, current: OlderContest | null): Result<null, Rejection> {
	return role === 'deputy' && current?.role === 'delegate' ? refuse({ code: 'delegateHasSpoken' }) : ok(null)
}

function isSettled({ givenAt }: Seat, { at }: OlderContest, now: Instant): Result<null, Rejection> {
	const from = givenAt <= at ? givenAt : givenAt + SETTLED_MS
	return now < from ? refuse({ code: 'contestedBefore', at, from }) : ok(null)
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
