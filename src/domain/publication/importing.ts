import type { Coalition, Member } from '#domain/coalition/coalition.ts'
import type { DomainEvent } from '#domain/event.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { Instant, OlderId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { numberLabel } from './numbering.ts'
import {
	FIRST_YEAR,
	LARGEST_NUMBER,
	type OlderContent,
	type OlderNumber,
	type OlderStatement,
	unnumberedPlace,
	type YearTaken,
} from './older.ts'
import { olderActs } from './older-acts.ts'
import { validOlder } from './older-content.ts'
import { outcomesOutdated } from './older-outcomes.ts'
import type { DocumentOutcomes } from './outcome.ts'
import { carriedTo, marksOf, type OlderWord, parted, partedFrom } from './same-older.ts'

/** Where an older statement stands from now on. */
export type Brought = { readonly olderId: OlderId; readonly year: number; readonly place: string }

/**
 * Brings a statement in that was decided before Samsvar was used. All members are told, since it stands in their name. `contests`: what
 * associations said last of others, which goes with it where it is one of these.
 */
export function importOlder(
	actor: Actor,
	coalition: Coalition,
	{ taken, contests }: { readonly taken: YearTaken; readonly contests: readonly OlderWord[] },
	{ year, number, content: given }: OlderNumber & { readonly content: OlderContent },
	{ now, newId }: Context,
): Result<Decision<Brought>, Rejection> {
	const may = permit(olderActs.importOlder, actor, now)
	if (!may.ok) return may
	const place = placeFor({ year, number }, taken, now)
	if (!place.ok) return place
	const content = validOlder(given, now)
	if (!content.ok) return content
	const olderId = newId<'older'>()
	const label = numberLabel(coalition.seriesPrefix, year, place.value)
	const payload = { olderId, year, number, place: place.value, label, content: content.value }
	const brought: DomainEvent = { type: 'olderImported', stream: streams.older(olderId), statementId: null, payload }
	const numbered: readonly DomainEvent[] =
		number === null
			? []
			: [
					{
						type: 'numberTaken',
						stream: streams.series(coalition.id, year),
						statementId: null,
						payload: { year, number },
					},
				]
	const carried = carriedTo(olderId, marksOf(year, content.value), contests)
	const value = { olderId, year, place: place.value }
	return ok(told(coalition.associations, value, [...numbered, brought, ...carried], may.value.guards))
}

/**
 * Where it stands in its year. The series goes on after the highest number there is, so where numbers were given here, one that
 * is brought in comes before them: the next one given follows on the last.
 */
function placeFor(
	{ year, number }: OlderNumber,
	{ first, places }: YearTaken,
	now: Instant,
): Result<string, Rejection> {
	if (!Number.isSafeInteger(year) || year < FIRST_YEAR || year > swedishYear(now))
		return refuse({ code: 'invalid', field: 'year' })
	if (number === null) return ok(unnumberedPlace(places))
	if (!Number.isSafeInteger(number) || number < 1 || number > LARGEST_NUMBER)
		return refuse({ code: 'invalid', field: 'number' })
	if (first !== null && number >= first) return refuse({ code: 'numberedHere', field: 'number', year, first })
	return places.includes(String(number))
		? refuse({ code: 'numberTaken', field: 'number', year, number })
		: ok(String(number))
}

/** `documents`: what is recorded of its positions so far. `contests`: what associations said last of each. */
export type KnownOfOlder = {
	readonly members: readonly Member[]
	readonly documents: readonly DocumentOutcomes[]
	readonly contests: readonly OlderWord[]
}

/** Says anew what is known of it. One that was taken away is there again: its number can be given to no other. */
export function correctOlder(
	actor: Actor,
	older: OlderStatement,
	{ members, documents, contests }: KnownOfOlder,
	given: { readonly content: OlderContent; readonly reason: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.correctOlder, actor, now)
	if (!may.ok) return may
	const content = validOlder(given.content, now)
	if (!content.ok) return content
	const same = JSON.stringify(content.value) === JSON.stringify(older.content)
	if (same && older.removedAt === null) return ok({ value: null, events: [], guards: [] })
	const reason = requiredText('reason', given.reason, NOTE_LIMIT)
	if (!reason.ok) return reason
	const payload = { olderId: older.id, content: content.value, reason: reason.value }
	const corrected: DomainEvent = {
		type: 'olderCorrected',
		stream: streams.older(older.id),
		statementId: null,
		payload,
	}
	const outdated = outcomesOutdated(older, documents, content.value.blocks)
	const marks = marksOf(older.year, content.value)
	const gone = partedFrom(older.id, marks, contests)
	const stay = contests.filter((word) => !gone.includes(word))
	const went = [...gone.flatMap(parted), ...carriedTo(older.id, marks, stay)]
	return ok(told(members, null, [corrected, ...outdated, ...went], may.value.guards))
}

/** Takes away what should not have been brought in. Its number stays taken, and its address says why nothing is there. */
export function removeOlder(
	actor: Actor,
	older: OlderStatement,
	members: readonly Member[],
	given: { readonly reason: string },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(olderActs.removeOlder, actor, now)
	if (!may.ok) return may
	if (older.removedAt !== null) return ok({ value: null, events: [], guards: [] })
	const reason = requiredText('reason', given.reason, NOTE_LIMIT)
	if (!reason.ok) return reason
	const payload = { olderId: older.id, reason: reason.value }
	const removed: DomainEvent = { type: 'olderRemoved', stream: streams.older(older.id), statementId: null, payload }
	return ok(told(members, null, [removed], may.value.guards))
}

function told<Value>(
	members: readonly Member[],
	value: Value,
	events: readonly DomainEvent[],
	guards: readonly Guard[],
): Decision<Value> {
	const notifications = members.map(({ id }) => ({ kind: 'older' as const, associationId: id }))
	return { value, events, guards, notifications }
}
