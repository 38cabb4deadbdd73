import type { Topic } from '#domain/coalition/topics.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { CoalitionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { Level } from './level.ts'

/** Most groups that one position is about. */
export const GROUPS_OF_ONE = 5

/** Most positions that are sorted in one act: those of a page, twice over. */
export const SORTED_AT_ONCE = 50

/** A position in the bank, by the published text it stands in and its number there. */
export type PositionRef = { readonly adoptedIn: StatementId | OlderId; readonly number: number }

/** How a position is sorted. */
export type Sorting = { readonly groupIds: readonly TopicId[]; readonly level: Level | null }

/** One as it is sorted now. `isOlder`: its text is from before Samsvar was used. */
export type SortedPosition = PositionRef & Sorting & { readonly isOlder: boolean }

/**
 * Says whom positions are about, and at which level. `bank`: those that are named, as they are sorted; one that is not among them is none of
 * the coalition's, or withheld. A group that was put away can stay, and is not chosen anew. What is
 * wrong with one is told of its own field: `groups-TEXT.NUMBER[]`.
 */
export function sortPositions(
	actor: Actor,
	coalition: CoalitionId,
	groups: readonly Topic[],
	bank: readonly SortedPosition[],
	wanted: readonly (PositionRef & Sorting)[],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.sortPositions, actor, now)
	if (!may.ok) return may
	if (wanted.length > SORTED_AT_ONCE) {
		return refuse({ code: 'tooLong', field: 'positions', limit: SORTED_AT_ONCE, length: wanted.length })
	}
	const changed: (SortedPosition & Sorting)[] = []
	for (const each of wanted) {
		const now = bank.find((one) => one.adoptedIn === each.adoptedIn && one.number === each.number)
		if (!now) return refuse({ code: 'notFound' })
		const chosen = groups.filter(({ id, list }) => list === 'group' && each.groupIds.includes(id))
		const isOffered = ({ id, awayAt }: Topic) => awayAt === null || now.groupIds.includes(id)
		const isKnown = each.groupIds.every((id) => chosen.some((group) => group.id === id))
		const { number } = each
		const field = `groups-${each.adoptedIn}.${number}[]`
		if (!(isKnown && chosen.every(isOffered))) return refuse({ code: 'invalid', field })
		if (chosen.length > GROUPS_OF_ONE) {
			return refuse({ code: 'tooManyGroups', field, number, limit: GROUPS_OF_ONE, length: chosen.length })
		}
		const same = chosen.length === now.groupIds.length && chosen.every(({ id }) => now.groupIds.includes(id))
		if (!same || now.level !== each.level)
			changed.push({ ...now, level: each.level, groupIds: chosen.map(({ id }) => id) })
	}
	const texts = [...new Set(changed.map(({ adoptedIn }) => adoptedIn))]
	const events = texts.map((text) =>
		sortedIn(
			coalition,
			changed.filter(({ adoptedIn }) => adoptedIn === text),
		),
	)
	return ok({ value: null, events: events.flat(), guards: events.length === 0 ? [] : may.value.guards })
}

/** What happened to positions of one text: once, however many. */
function sortedIn(coalition: CoalitionId, changed: readonly SortedPosition[]): DomainEvent[] {
	const [first] = changed
	if (!first) return []
	const { adoptedIn, isOlder } = first
	const positions = changed.map(({ number, groupIds, level }) => ({ number, groupIds, level }))
	return [
		{
			type: 'positionsSorted',
			stream: streams.positionSorting(coalition),
			statementId: isOlder ? null : (adoptedIn as StatementId),
			payload: { olderId: isOlder ? (adoptedIn as OlderId) : null, positions },
		},
	]
}
