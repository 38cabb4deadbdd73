import type { DeclaredAct } from './act.ts'
import type { Decision, Guard } from './decision.ts'
import type { CoalitionId, Instant } from './id.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Bounded, countedSince, FREE_AT_FIRST, TOLD_A_DAY, TOLD_WITHIN_MS } from './telling.ts'

/** What a coalition was told of within a day. */
export type Told = {
	/** It was asked something at some time: for its views, its votes or its names. */
	readonly opened: boolean
	/** How many acts told of each kind, and when the first of them was done. */
	readonly acts: readonly { readonly notice: string; readonly count: number; readonly first: Instant }[]
}

/** Refuses an act that would tell all of what they were told of too often; and what must still hold of that when it is saved. */
export function tellsWithin(
	{ tells = [] }: DeclaredAct,
	{ notifications = [], undoes = [] }: Pick<Decision<unknown>, 'notifications' | 'undoes'>,
	{ opened, acts }: Told,
	coalitionId: CoalitionId,
	now: Instant,
): Result<readonly Guard[], Rejection> {
	const told = new Set<string>(notifications.map(({ kind }) => kind))
	const isFree = (notice: Bounded) => undoes.includes(notice) || (!opened && FREE_AT_FIRST.includes(notice))
	const bounded = tells.filter((notice) => told.has(notice) && !isFree(notice))
	for (const notice of bounded) {
		const limit = TOLD_A_DAY[notice]
		const so = acts.find((each) => each.notice === notice)
		if (so && so.count >= limit)
			return refuse({ code: 'toldTooOften', notice, limit, again: so.first + TOLD_WITHIN_MS })
	}
	return ok(
		bounded.map((notice) => {
			return { kind: 'toldLessThan', coalitionId, notice, since: countedSince(now), limit: TOLD_A_DAY[notice] }
		}),
	)
}
