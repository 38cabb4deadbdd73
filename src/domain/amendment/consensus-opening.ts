import type { Coalition } from '#domain/coalition/coalition.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import type { Elector } from '#domain/deciding/ballot.ts'
import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import { leastTime, mostTime } from '#domain/deciding/least-time.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision, Notification } from '#domain/kernel/decision.ts'
import type { AssociationId, ConsensusListId, Instant, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor, Seat } from '#domain/members/seats.ts'
import type { Draft } from '#domain/statement/draft.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { againstAdopted } from './against-adopted.ts'
import { notAsked } from './asked.ts'
import { carried, collidingAmong } from './carrying.ts'
import { noneStanding, stillAsks, unheardIn } from './consensus-asking.ts'
import { type ConsensusList, LISTED_AT_ONCE, type Listed, type StandingList } from './consensus-list.ts'
import type { Mergeable } from './merge-amendments.ts'

export type OpenConsensusList = {
	/** Which, in the words that were read. */
	readonly chosen: readonly Listed[]
	readonly closesAt: Instant
}

/** What is known of those that are to be on it; `adopted`: those that are already; `position`: how far the log was read. */
export type KnownOfListing = {
	readonly coalition: Coalition
	readonly amendments: readonly Mergeable[]
	readonly adopted: readonly AdoptedAmendment[]
	readonly standing: StandingList | null
	readonly seats: readonly Seat[]
	readonly position: number
}

/**
 * Puts amendments before all associations in one question: they are adopted when the time is up, but for those that an association
 * says no to. Only where the bylaws take silence for consent, and only of those that all could be adopted together.
 */
export function openConsensusList(
	actor: Actor,
	draft: Draft,
	known: KnownOfListing,
	{ chosen, closesAt }: OpenConsensusList,
	{ now, newId }: Context,
): Result<Decision<{ readonly listId: ConsensusListId }>, Rejection> {
	const { statement } = draft
	const { coalition } = known
	const may = permit(acts.openConsensusList, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	const bylaws = bylawsOf(coalition, now)
	if (!bylaws.silenceIsConsent) return refuse({ code: 'silenceNotConsent' })
	const none = noneStanding(known.standing)
	if (!none.ok) return none
	const items = itemsAmong(known, chosen, draft)
	if (!items.ok) return items
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	// Nobody is taken to agree with what they had no time to read, however urgent it is.
	const days = bylaws.leastDays.object
	const least = leastTime({ field: 'closesAt', at: closesAt, from: now, days, remedy: 'none' })
	if (!least.ok) return least
	const most = mostTime('closesAt', closesAt, now, days)
	if (!most.ok) return most
	const electorate = electorateOf(coalition, now)
	if (electorate.length === 0) return refuse({ code: 'noAssociations' })
	const unheard = unheardIn({ openedAt: now, closesAt, bylaws, electorate }, known.seats)
	if (unheard.length > 0) return refuse({ code: 'nobodyToObject', associations: unheard.map(({ name }) => name) })
	const listId = newId<'consensusList'>()
	const { coalitionId, id: statementId } = statement
	return ok({
		value: { listId },
		events: [
			{
				type: 'consensusListOpened',
				stream: streams.consensusLists(statementId),
				statementId,
				payload: { listId, items: items.value, closesAt, bylaws, electorate },
			},
		],
		guards: [
			...may.value.guards,
			{ kind: 'coalitionUnchangedSince', coalitionId, position: known.position },
			{ kind: 'seatsUnchangedSince', coalitionId, position: known.position },
		],
		notifications: consensusTold(statementId, associationsIn(electorate)),
	})
}

/** Ends a list before its time, with a reason that all are told. Its amendments are open, and nothing is decided of them. */
export function cancelConsensusList(
	actor: Actor,
	statement: Statement,
	list: ConsensusList,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.cancelConsensusList, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	const asks = stillAsks(list, now)
	if (!asks.ok) return asks
	const why = requiredText('reason', reason, NOTE_LIMIT)
	if (!why.ok) return why
	return ok({
		value: null,
		events: [
			{
				type: 'consensusListCancelled',
				stream: streams.consensusLists(statement.id),
				statementId: statement.id,
				payload: { listId: list.id, reason: why.value },
			},
		],
		guards: [...may.value.guards, { kind: 'listAsks', listId: list.id, now }],
		notifications: consensusTold(statement.id, [...associationsIn(list.electorate), null]),
		undoes: ['consensusList'],
	})
}

/** To the associations; null: to chair and secretary. */
export function consensusTold(statementId: StatementId, to: readonly (AssociationId | null)[]): Notification[] {
	return [...new Set(to)].map((associationId) => ({ kind: 'consensusList', statementId, associationId }))
}

export const associationsIn = (electorate: readonly Elector[]): AssociationId[] =>
	electorate.map(({ associationId }) => associationId)

/** Those that were chosen, each once, in the order of their numbers: open, in the words that were read, and not at odds with each other. */
function itemsAmong(
	{ amendments, adopted }: KnownOfListing,
	named: readonly Listed[],
	{ blocks }: Draft,
): Result<readonly Listed[], Rejection> {
	const read = new Map(named.map(({ amendmentId, versionId }) => [amendmentId, versionId]))
	if (read.size === 0) return refuse({ code: 'empty', field: 'chosen' })
	if (read.size > LISTED_AT_ONCE)
		return refuse({ code: 'tooLong', field: 'chosen', limit: LISTED_AT_ONCE, length: read.size })
	const chosen = amendments
		.filter(({ id, state }) => read.has(id) && state !== 'prepared')
		.toSorted((one, other) => one.number - other.number)
	if (chosen.length < read.size) return refuse({ code: 'notFound' })
	for (const amendment of chosen) {
		const free = notAsked(amendment)
		if (!free.ok) return free
	}
	const numbersOf = (some: readonly Mergeable[]) => some.map(({ number }) => number)
	const moved = chosen.filter((each) => each.state !== 'open' || read.get(each.id) !== each.versionId)
	if (moved.length > 0) return refuse({ code: 'amendmentsMoved', numbers: numbersOf(moved) })
	const apart = chosen.filter((each) => !carried(each, blocks).ok)
	if (apart.length > 0) return refuse({ code: 'amendmentsInTheWay', numbers: numbersOf(apart) })
	const colliding = collidingAmong(blocks, chosen)
	const at = chosen.filter(({ id }) => colliding.has(id))
	if (at.length > 0) return refuse({ code: 'amendmentsCollide', numbers: numbersOf(at), adopted: [] })
	const against = againstAdopted(blocks, chosen, adopted)
	const late = chosen.filter(({ id }) => against.has(id))
	if (late.length > 0)
		return refuse({
			code: 'amendmentsCollide',
			numbers: numbersOf(late),
			adopted: [...new Set([...against.values()].flat())],
		})
	return ok(chosen.map(({ id, versionId }) => ({ amendmentId: id, versionId })))
}
