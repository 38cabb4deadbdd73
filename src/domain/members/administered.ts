import type { Coalition } from '#domain/coalition/coalition.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Decision, Guard, Notification } from '#domain/kernel/decision.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'

type CoalitionFact = Extract<
	DomainEvent,
	{
		type:
			| `association${'Added' | 'Changed' | 'Left' | 'Leaving' | 'Kept'}`
			| 'seatGiven'
			| 'seatEnded'
			| 'toldByHand'
			| 'nameMended'
			| `address${'Proposed' | 'Withdrawn'}`
	}
>

/** A decision on who is in the coalition: one fact in its own stream. */
export function administered<Value>(
	coalition: Coalition,
	value: Value,
	guards: readonly Guard[],
	fact: {
		[T in CoalitionFact['type']]: Pick<Extract<CoalitionFact, { type: T }>, 'type' | 'payload'>
	}[CoalitionFact['type']],
	notifications: readonly Notification[] = [],
): Result<Decision<Value>, Rejection> {
	const event: DomainEvent = { ...fact, stream: streams.coalition(coalition.id), statementId: null }
	return ok({ value, events: [event], guards, notifications })
}
