import type { Coalition } from '#domain/coalition/coalition.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Untold } from '#domain/kernel/telling.ts'
import { acts } from './acts.ts'
import { administered } from './administered.ts'
import { permit } from './authority.ts'
import type { Actor } from './seats.ts'

/**
 * Notes that somebody was told by hand. It begins no time and ends none: it is said by those who may have done what there is
 * to be told of. `waits`: it is still to be told; or something newer is in its place, and nothing is noted.
 */
export function tellByHand(
	actor: Actor,
	coalition: Coalition,
	{ actId, notice, about }: Untold,
	waits: 'this' | 'another' | 'nothing',
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.tellByHand, actor, now)
	if (!may.ok) return may
	if (waits === 'nothing') return refuse({ code: 'notFound' })
	if (waits === 'another') return ok({ value: null, events: [], guards: [] })
	return administered(coalition, null, may.value.guards, { type: 'toldByHand', payload: { actId, notice, about } })
}
