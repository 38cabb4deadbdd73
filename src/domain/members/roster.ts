import { keepsVoices, type Membership } from '#domain/deciding/voice.ts'
import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from './acts.ts'
import { newSeat } from './membership.ts'
import type { Present, Ref, RosterPlan } from './planned-roster.ts'
import { type Columns, readColumns } from './roster-columns.ts'
import { planRoster } from './roster-plan.ts'
import { readRows } from './roster-rows.ts'
import { readTable, type TableRow } from './roster-table.ts'
import { maySeat, toldOfChair, toldOfMembers, toldOfSeat } from './seating.ts'
import { type Actor, servesCoalition } from './seats.ts'

/** Most rows that are taken in at once, and most characters that they are pasted as. */
export const ROSTER_ROWS = 500
const ROSTER_CHARACTERS = 200_000

/** A pasted list, as it was read. */
export type ReadRoster = Columns & { readonly table: readonly TableRow[]; readonly plan: RosterPlan }

/**
 * Reads a pasted list against how things stand. `chosen`: what a person said the columns hold, where that was another
 * thing than was read; used when there is one for each column.
 */
export function readRoster(
	text: string,
	chosen: readonly Columns['meanings'][number][],
	present: Present,
	now: Instant,
): Result<ReadRoster, Rejection> {
	const length = text.length
	if (length > ROSTER_CHARACTERS) return refuse({ code: 'tooLong', field: 'text', limit: ROSTER_CHARACTERS, length })
	const table = readTable(text)
	if (table.length === 0) return refuse({ code: 'empty', field: 'text' })
	if (table.length > ROSTER_ROWS) return refuse({ code: 'rosterTooLong', rows: table.length, limit: ROSTER_ROWS })
	const read = readColumns(table)
	const width = table[0]?.cells.length ?? 0
	const columns = chosen.length === width ? { ...read, meanings: chosen } : read
	return ok({ ...columns, table, plan: planRoster(readRows(table, columns), present, now) })
}

/** A mark of what a plan would make: another plan has another. FNV-1a, for telling plans apart and nothing else. */
export function markOf({ associations, persons, seats, rows }: RosterPlan): string {
	let hash = 0x811c9dc5
	for (const letter of JSON.stringify({ associations, persons, seats, rows })) {
		hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
	}
	return hash.toString(16).padStart(8, '0')
}

/** How many of each were made. */
export type TakenIn = { readonly associations: number; readonly seats: number }

/**
 * Takes a list in: all that the plan makes, at once. `persons`: the ids of the plan's new persons, in their order. Those
 * with an address are invited.
 */
export function takeInRoster(
	actor: Actor,
	membership: Membership,
	plan: RosterPlan,
	persons: readonly PersonId[],
	{ now, newId }: Context,
): Result<Decision<TakenIn>, Rejection> {
	const { coalition, seats: present } = membership
	const roles = plan.seats.map(({ role }) => role)
	const may = maySeat(acts.takeInRoster, actor, roles, now)
	if (!may.ok) return may
	if (plan.associations.length === 0 && plan.seats.length === 0) return refuse({ code: 'rosterEmpty' })
	const stream = streams.coalition(coalition.id)
	const last = Math.max(0, ...coalition.associations.map(({ order }) => order))
	const associations = plan.associations.map((listed, index) => ({
		...listed,
		id: newId<'association'>(),
		order: last + index + 1,
	}))
	const idOf = <Id>(ref: Ref<Id>, made: readonly Id[]): Id => {
		const id = ref.is === 'there' ? ref.id : made[ref.index]
		if (id === undefined) throw new Error('a seat is planned for nobody')
		return id
	}
	const added = associations.map(({ id }) => id)
	const seats = plan.seats.map(({ association, person, role, emails }) => ({
		seatId: newId<'seat'>(),
		personId: idOf(person, persons),
		associationId: association && idOf(association, added),
		role,
		invite: emails.length > 0,
	}))
	const given = seats.map(({ seatId, ...seat }) => newSeat(coalition, seatId, { ...seat, from: now, until: null }, now))
	const voices = given.some(servesCoalition) ? keepsVoices(membership, [...present, ...given]) : ok([])
	if (!voices.ok) return voices
	const events: DomainEvent[] = [
		...associations.map(
			(association): DomainEvent => ({
				type: 'associationAdded',
				stream,
				statementId: null,
				payload: { association },
			}),
		),
		...seats.map(
			({ invite: _invite, ...seat }): DomainEvent => ({
				type: 'seatGiven',
				stream,
				statementId: null,
				payload: { ...seat, from: now, until: null },
			}),
		),
	]
	return ok({
		value: { associations: associations.length, seats: seats.length },
		events,
		guards: [...may.value, ...voices.value],
		notifications: [
			...seats.filter(({ invite }) => invite).map(({ seatId }) => ({ kind: 'invitation', seatId }) as const),
			...(roles.includes('chair') ? toldOfChair(coalition) : []),
			...(associations.length > 0 ? toldOfMembers(coalition) : []),
			...seats
				.filter(({ role }) => role !== 'chair')
				.flatMap(({ seatId: id, ...seat }) => toldOfSeat(coalition, present, { ...seat, id }, now)),
		],
	})
}
