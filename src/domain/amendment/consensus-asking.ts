import type { Elector } from '#domain/deciding/ballot.ts'
import { associationsWithVoice } from '#domain/deciding/voice.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Seat } from '#domain/members/seats.ts'
import { type ConsensusList, consensusState, type StandingList } from './consensus-list.ts'

/** Refuses unless the list can still be answered. */
export function stillAsks(list: ConsensusList, now: Instant): Result<null, Rejection> {
	const state = consensusState(list, now)
	return state === 'open' ? ok(null) : refuse({ code: 'consensusListOver', cancelled: state === 'cancelled' })
}

/** Refuses what would take the text from under a list: to end it is an act of its own, which all are told of. */
export function noneStanding(list: StandingList | null): Result<null, Rejection> {
	return list === null ? ok(null) : refuse({ code: 'consensusListStands', listId: list.id, until: list.closesAt })
}

/** Of the electorate those for which nobody could have objected at every moment until the time was up. */
export function unheardIn(
	{ openedAt, closesAt, bylaws, electorate }: Pick<ConsensusList, 'openedAt' | 'closesAt' | 'bylaws' | 'electorate'>,
	seats: readonly Seat[],
): readonly Elector[] {
	const associations = electorate.map(({ associationId }) => associationId)
	const heard = associationsWithVoice(seats, { from: openedAt, until: closesAt, bylaws, associations })
	return electorate.filter(({ associationId }) => !heard.has(associationId))
}
