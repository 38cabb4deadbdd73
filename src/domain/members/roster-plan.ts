import { NAME_LIMIT } from '#domain/coalition/coalition.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import { PERSON_NAME_LIMIT } from '#domain/person/person.ts'
import type { Doubt, ListedNewcomer, PlannedRow, PlannedSeat, Present, Ref, RosterPlan } from './planned-roster.ts'
import { type Associations, associationFor, knownAssociations, nameKey } from './roster-associations.ts'
import { type Held, keyOf, roleFor, type Someone, someoneFor } from './roster-people.ts'
import type { ListedPerson, ListedRow } from './roster-rows.ts'
import { COALITION_ROLES, type Role } from './seats.ts'

/** Where a plan has come to, row by row. */
type Making = {
	readonly associations: Associations
	/** Those here and those of the list. */
	readonly people: Someone[]
	readonly persons: ListedNewcomer[]
	/** Present and planned seats by place, role and person. */
	readonly held: Held[]
	readonly seats: PlannedSeat[]
	/** In which row something was first said. */
	readonly said: Map<string, number>
	/** Associations for which the list names an ordinary delegate itself. */
	readonly named: ReadonlySet<string>
}

/** What comes of a list, as things stand: who and what is new, and what is doubtful in each row. */
export function planRoster(rows: readonly ListedRow[], present: Present, now: Instant): RosterPlan {
	const making = begin(rows, present, now)
	const planned: PlannedRow[] = []
	let above = ''
	for (const row of rows) {
		planned.push(...planRow(making, row, above, present.name))
		if (row.association !== '') above = row.association
	}
	const { associations, persons, seats } = making
	const addressed = seats.map((seat) => {
		const own = seat.person.is === 'new' ? persons[seat.person.index] : undefined
		return own ? { ...seat, emails: own.emails } : seat
	})
	return { rows: planned, associations: associations.made, persons, seats: addressed }
}

function begin(rows: readonly ListedRow[], { associations, seats, persons }: Present, now: Instant): Making {
	const live = seats.filter(({ endedAt, until }) => endedAt === null && (until === null || now < until))
	const seatsOf = Map.groupBy(live, ({ personId }) => personId)
	const people = persons.map((person): Someone => {
		const places = (seatsOf.get(person.id) ?? []).map((seat) => seat.associationId ?? '')
		return {
			ref: { is: 'there', id: person.id },
			name: person.name,
			nameKey: nameKey(person.name),
			emails: person.emails,
			places,
		}
	})
	const nameOf = new Map(persons.map(({ id, name }) => [id, name]))
	const held = live.map(({ associationId, role, personId }): Held => {
		return { place: associationId ?? '', role, person: personId, name: nameOf.get(personId) ?? '' }
	})
	const named = new Set<string>()
	let above = ''
	for (const { association, persons: listed } of rows) {
		if (association !== '') above = association
		if (listed.some(({ role }) => role === 'delegate')) named.add(nameKey(above))
	}
	return { associations: knownAssociations(associations), people, persons: [], held, seats: [], said: new Map(), named }
}

function planRow(making: Making, row: ListedRow, above: string, coalition: string): PlannedRow[] {
	const ofCoalition = row.association !== '' && nameKey(row.association) === nameKey(coalition)
	const name = row.association === '' ? above : row.association
	const blank = { number: row.number, association: '', associationIsNew: false, role: null, person: '', emails: [] }
	const serves = ({ role }: ListedPerson) =>
		role !== null && COALITION_ROLES.includes(role) && (ofCoalition || (row.association === '' && role === 'secretary'))
	if (row.persons.length > 0 && row.persons.every(serves)) {
		return row.persons.map((person) => planPerson(making, row, person, null, coalition, []))
	}
	if (name === '' || ofCoalition) return [{ ...blank, makes: 'nothing', doubts: [{ code: 'noAssociation' }] }]
	if ([...name].length > NAME_LIMIT || [...row.area].length > NAME_LIMIT)
		return [{ ...blank, association: name, makes: 'nothing', doubts: [{ code: 'tooLong', limit: NAME_LIMIT }] }]
	const found = associationFor(making.associations, name, row.area)
	const doubts: Doubt[] = [
		...(row.association === '' ? [{ code: 'associationAbove', name: found.name } as const] : []),
		...found.doubts,
	]
	const shown = { ...blank, association: found.name, associationIsNew: found.made }
	if (row.persons.length === 0) {
		const first = making.said.get(found.key)
		making.said.set(found.key, first ?? row.number)
		if (found.made) return [{ ...shown, makes: 'association', doubts }]
		const repeated: Doubt[] = first === undefined ? [] : [{ code: 'repeated', row: first }]
		return [{ ...shown, makes: 'nothing', doubts: [...doubts, ...repeated] }]
	}
	making.said.set(found.key, making.said.get(found.key) ?? row.number)
	return row.persons.map((person, index) => ({
		...planPerson(making, row, person, { key: found.key, ref: found.ref }, found.name, index === 0 ? doubts : []),
		associationIsNew: found.made && index === 0,
	}))
}

type Place = { readonly key: string; readonly ref: Ref<AssociationId> }

function planPerson(
	making: Making,
	{ number }: ListedRow,
	listed: ListedPerson,
	place: Place | null,
	where: string,
	before: readonly Doubt[],
): PlannedRow {
	const { name, emails, badEmail } = listed
	const row = { number, association: where, associationIsNew: false, person: name, emails, role: null }
	const makesNobody = place === null ? ('nothing' as const) : ('association' as const)
	if (name === '') return { ...row, makes: makesNobody, doubts: [...before, { code: 'noName' }] }
	if ([...name].length > PERSON_NAME_LIMIT)
		return { ...row, makes: makesNobody, doubts: [...before, { code: 'tooLong', limit: PERSON_NAME_LIMIT }] }
	const { someone, doubts: whoDoubts } = someoneFor(making, listed, place?.key ?? '', where)
	const { role, doubts: roleDoubts } = roleFor(making, listed, place?.key ?? '', keyOf(someone))
	const doubts: Doubt[] = [
		...before,
		...(badEmail === '' ? [] : [{ code: 'noEmail', typed: badEmail } as const]),
		...whoDoubts,
		...roleDoubts,
	]
	const shown = { ...row, emails: someone.emails, role }
	const holds = (held: Held) =>
		held.place === (place?.key ?? '') && held.role === role && held.person === keyOf(someone)
	if (making.held.some(holds)) {
		const first = making.said.get(seatKey(place, role, someone))
		const doubt: Doubt = first === undefined ? { code: 'alreadySeated' } : { code: 'repeated', row: first }
		return { ...shown, makes: 'nothing', doubts: [...doubts, doubt] }
	}
	making.said.set(seatKey(place, role, someone), number)
	making.held.push({ place: place?.key ?? '', role, person: keyOf(someone), name })
	someone.places.push(place?.key ?? '')
	making.seats.push({ association: place?.ref ?? null, person: someone.ref, role, emails: someone.emails })
	return { ...shown, makes: 'seat', doubts }
}

const seatKey = (place: Place | null, role: Role, someone: Someone) => `${place?.key} ${role} ${keyOf(someone)}`
