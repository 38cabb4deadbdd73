import type { PersonId } from '#domain/kernel/id.ts'
import type { Doubt, ListedNewcomer, Ref } from './planned-roster.ts'
import { type Associations, nameKey } from './roster-associations.ts'
import type { ListedPerson } from './roster-rows.ts'
import { COALITION_ROLES, type Role } from './seats.ts'

/** Somebody the directory knows, or of the list itself. */
export type Someone = {
	readonly ref: Ref<PersonId>
	readonly name: string
	/** The name as names are compared. */
	readonly nameKey: string
	emails: readonly string[]
	/** The keys of the associations they have a seat in; empty for the coalition itself. */
	readonly places: string[]
}

/** A seat that is there or planned. */
export type Held = { readonly place: string; readonly role: Role; readonly person: string; readonly name: string }

export const keyOf = ({ ref }: Someone): string => (ref.is === 'there' ? ref.id : `new ${ref.index}`)

/** The same address and name are one person; the same name without addresses is one only within an association. */
export function someoneFor(
	{ people, persons }: { readonly people: Someone[]; readonly persons: ListedNewcomer[] },
	{ name, emails }: ListedPerson,
	place: string,
	where: string,
): { readonly someone: Someone; readonly doubts: readonly Doubt[] } {
	const key = nameKey(name)
	const namesake = (other: Someone) => other.nameKey === key
	const sharing = people.filter((other) => other.emails.some((email) => emails.includes(email)))
	const alike = people.filter((other) => namesake(other) && (emails.length === 0 || other.emails.length === 0))
	const near = sharing.length > 0 ? undefined : alike.find((other) => other.places.includes(place))
	const same = sharing.find(namesake) ?? near
	if (same) return { someone: same, doubts: addressFor(same, persons, emails) }
	const someone: Someone = { ref: { is: 'new', index: persons.length }, name, nameKey: key, emails, places: [] }
	people.push(someone)
	persons.push({ name, emails })
	const other = sharing[0]
	if (other) return { someone, doubts: [{ code: 'addressShared', name: other.name }] }
	return { someone, doubts: alike.length > 0 ? [{ code: 'nameShared', where }] : [] }
}

/** Somebody of the list itself may get their address in a later row; whoever is known already does not. */
function addressFor(same: Someone, persons: ListedNewcomer[], emails: readonly string[]): Doubt[] {
	const [typed] = emails
	if (typed === undefined || same.emails.length > 0) return []
	const own = same.ref.is === 'new' ? persons[same.ref.index] : undefined
	if (!own) return [{ code: 'emailUnused', typed }]
	own.emails = same.emails = emails
	return []
}

type Standing = {
	readonly held: readonly Held[]
	readonly associations: Associations
	/** Associations for which the list names an ordinary delegate itself. */
	readonly named: ReadonlySet<string>
}

/** As the list says; where it says nothing, ordinary delegate, or deputy where there is or will be one. */
export function roleFor(
	{ held, named, associations }: Standing,
	{ role, badRole }: ListedPerson,
	place: string,
	person: string,
): { readonly role: Role; readonly doubts: readonly Doubt[] } {
	if (place === '' && role !== null) return { role, doubts: [] }
	const delegate = held.find((seat) => seat.place === place && seat.role === 'delegate')
	const own = held.find((seat) => seat.place === place && seat.person === person)
	// A chair or secretary of the association itself is none of the coalition.
	const said = role !== null && COALITION_ROLES.includes(role) ? null : role
	if (said === 'delegate' && delegate && delegate.person !== person)
		return { role: 'deputy', doubts: [{ code: 'delegateTaken', name: delegate.name, role: 'deputy' }] }
	if (said !== null) return { role: said, doubts: [] }
	// Whoever has a role that nobody knows here gets no vote by it.
	const nextRole =
		badRole !== '' ? 'contributor' : delegate || named.has(associations.keyedName(place)) ? 'deputy' : 'delegate'
	const read = own?.role ?? nextRole
	const typed = badRole !== '' ? badRole : role === null ? '' : role
	return { role: read, doubts: typed === '' ? [] : [{ code: 'roleUnknown', typed, role: read }] }
}
