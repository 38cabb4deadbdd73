import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Seat } from '#domain/members/seats.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { againstAdopted } from './against-adopted.ts'
import { onAmendment } from './amendment.ts'
import { unheardIn } from './consensus-asking.ts'
import {
	type ConsensusList,
	type EarlierObjection,
	type ListedOutcome,
	objectionsTo,
	standingObjections,
} from './consensus-list.ts'
import { associationsIn, consensusTold } from './consensus-opening.ts'
import type { Mergeable } from './merge-amendments.ts'
import { standingBehind } from './standing-behind.ts'

/** `amendments`: those on the list; `adopted`: those that are already; `earlier`: what was objected to in lists before; `position`: how far the log was read. */
export type KnownOfSettling = {
	readonly amendments: readonly Mergeable[]
	readonly adopted: readonly AdoptedAmendment[]
	readonly earlier: readonly EarlierObjection[]
	readonly seats: readonly Seat[]
	readonly position: number
}

/** What chair or secretary adopts alone while a list asks takes nothing off it: it yields to what all adopt. */
const standsAgainst = ({ openedAt }: ConsensusList, { byAssociations, decidedAt }: AdoptedAmendment): boolean =>
	byAssociations || (decidedAt !== null && decidedAt < openedAt)

/**
 * Settles a list whose time is up: an amendment that nobody objected to is adopted, by the list and by nobody else. One that wants
 * something else than another that associations adopted meanwhile stays open, and so do all where an association could not have objected: its
 * silence says nothing. Whether the text as it is has room for the words is not asked: whoever writes in it would decide on them.
 */
export function settleConsensusList(
	{ statement, blocks }: Draft,
	list: ConsensusList,
	{ amendments, adopted: known, earlier, seats, position }: KnownOfSettling,
	{ now }: Pick<Context, 'now'>,
): Result<Decision<null>, Rejection> {
	if (list.settledAt !== null || list.cancelledAt !== null) return ok({ value: null, events: [], guards: [] })
	if (now < list.closesAt) return refuse({ code: 'timeToObject', closesAt: list.closesAt })
	const unheard = associationsIn(unheardIn(list, seats))
	const standing = standingObjections(list, earlier)
	const isOpposed = (id: AmendmentId) =>
		objectionsTo(list, id).length > 0 || standing.some(({ amendmentId }) => amendmentId === id)
	const passed = amendments.filter(
		(each) =>
			unheard.length === 0 &&
			!isOpposed(each.id) &&
			each.state === 'open' &&
			(each.asked === null || (each.asked.kind === 'list' && each.asked.listId === list.id)) &&
			list.items.some(({ versionId }) => versionId === each.versionId),
	)
	const against = againstAdopted(
		blocks,
		passed,
		known.filter((each) => standsAgainst(list, each)),
	)
	const adopted = passed.filter(({ id }) => !against.has(id))
	const outcomeOf = ({ amendmentId }: ConsensusList['items'][number]): ListedOutcome => {
		if (adopted.some(({ id }) => id === amendmentId)) return 'adopted'
		if (isOpposed(amendmentId)) return 'objected'
		return unheard.length > 0 ? 'unheard' : 'inTheWay'
	}
	const outcomes = list.items.map((item) => ({ amendmentId: item.amendmentId, outcome: outcomeOf(item) }))
	const settled: DomainEvent = {
		type: 'consensusListSettled',
		stream: streams.consensusLists(statement.id),
		statementId: statement.id,
		payload: { listId: list.id, outcomes, unheard },
	}
	const decided = adopted.map((amendment) =>
		onAmendment(amendment, {
			type: 'amendmentDecided',
			payload: {
				amendmentId: amendment.id,
				versionId: amendment.versionId,
				outcome: 'adopted',
				note: '',
				own: false,
				listId: list.id,
			},
		}),
	)
	return ok({
		value: null,
		events: [settled, ...decided],
		// What an association says, or somebody writes in the text, in the last moment counts.
		guards: [{ kind: 'unchangedSince', statementId: statement.id, position }],
		notifications: consensusTold(statement.id, [
			...associationsIn(list.electorate),
			...amendments.flatMap(standingBehind),
			null,
		]),
	})
}
