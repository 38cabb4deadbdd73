import { bylawsOf } from '#domain/coalition/in-force.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import { DAY_MS } from '#domain/deciding/least-time.ts'
import type { Membership } from '#domain/deciding/voice.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Instant, SeatId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from './acts.ts'
import { mayAsk } from './authority.ts'
import { memberOf } from './member-associations.ts'
import { endedBy, toldOfEnd } from './seating.ts'
import type { Actor, Seat } from './seats.ts'

/**
 * How much longer a delegate has whom no mail reaches. It is a time of its own, and not one that begins when she was told: that
 * she was is said by those who may have ended her seat.
 */
const UNREACHED_TIMES = 4

/**
 * Until when the holder can take the seat back: a delegate's that others ended, for as long as the bylaws give associations
 * to answer; four times as long where no mail told of it. Null: it is no such seat.
 */
export function takenBackUntil(
	{ leastDays }: Pick<Bylaws, 'leastDays'>,
	{
		role,
		personId,
		endedAt,
		endedBy: by,
		endedUnreached,
		until,
	}: Pick<Seat, 'role' | 'personId' | 'endedAt' | 'endedBy' | 'endedUnreached' | 'until'>,
): Instant | null {
	const byOthers = role === 'delegate' && endedAt !== null && by !== null && by !== personId
	if (!byOthers) return null
	const days = leastDays.answer * (endedUnreached ? UNREACHED_TIMES : 1)
	return Math.min(endedAt + days * DAY_MS, until ?? Number.POSITIVE_INFINITY)
}

/**
 * The delegate's no to losing the seat: it is held again as if it had not been ended, and whoever got it since loses it.
 * What was done from theirs stands. Of several who say the seat is theirs, the one who had it first.
 */
export function takeBackSeat(
	actor: Actor,
	{ coalition, seats, unreached }: Membership,
	seatId: SeatId,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = mayAsk(acts.takeBackSeat, actor, now)
	if (!may.ok) return may
	const seat = seats.find(({ id, personId }) => id === seatId && personId === actor.personId)
	const until = seat ? takenBackUntil(bylawsOf(coalition, now), seat) : null
	if (!seat?.associationId || until === null || !memberOf(coalition, seat.associationId)) {
		return refuse({ code: 'notFound' })
	}
	if (now >= until) return refuse({ code: 'tooLateToTakeBack', until })
	const since = seats.filter(({ role, associationId, endedAt, from, until: term }) => {
		const meets = from < (seat.until ?? Number.POSITIVE_INFINITY) && (term === null || now < term)
		return role === 'delegate' && associationId === seat.associationId && endedAt === null && meets
	})
	const first = since.some((other) => other.takenBackAt !== null && other.givenAt < seat.givenAt)
	if (first) return refuse({ code: 'seatTakenBack' })
	const fact = { stream: streams.coalition(coalition.id), statementId: null } as const
	const events: DomainEvent[] = [
		...since.map((other): DomainEvent => ({ ...fact, type: 'seatEnded', payload: endedBy(actor, other, unreached) })),
		{ ...fact, type: 'seatTakenBack', payload: { seatId } },
	]
	const notifications = [
		...since.flatMap((other) => toldOfEnd(actor, other)),
		{ kind: 'seatTakenBack', seatId } as const,
	]
	return ok({ value: null, events, guards: [], notifications })
}
