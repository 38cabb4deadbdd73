import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import type { Role, Seat } from './seats.ts'

/** Somebody the directory knows to have a seat in the coalition, or to have had one. */
export type KnownPerson = { readonly id: PersonId; readonly name: string; readonly emails: readonly string[] }

/** How things stand in the coalition that a list is taken into. */
export type Present = {
	readonly name: string
	readonly associations: readonly { readonly id: AssociationId; readonly name: string; readonly area: string }[]
	readonly seats: readonly Seat[]
	readonly persons: readonly KnownPerson[]
}

/** What a person should look at in a row before it is taken in. */
export type Doubt =
	/** The row is left out: it names no association, and there is none above it. */
	| { readonly code: 'noAssociation' }
	/** Nobody is entered: an address, and no name. */
	| { readonly code: 'noName' }
	/** The row is left out: no name is that long. */
	| { readonly code: 'tooLong'; readonly limit: number }
	/** The same is said before, in that row. */
	| { readonly code: 'repeated'; readonly row: number }
	/** The person has the seat already. */
	| { readonly code: 'alreadySeated' }
	| { readonly code: 'associationAbove'; readonly name: string }
	| { readonly code: 'associationSpelled'; readonly name: string }
	| { readonly code: 'associationLike'; readonly name: string }
	| { readonly code: 'areaKept'; readonly area: string }
	| { readonly code: 'noEmail'; readonly typed: string }
	| { readonly code: 'roleUnknown'; readonly typed: string; readonly role: Role }
	| { readonly code: 'delegateTaken'; readonly name: string; readonly role: Role }
	/** The person is known without an address, and gets none here. */
	| { readonly code: 'emailUnused'; readonly typed: string }
	/** Somebody else has the address too. */
	| { readonly code: 'addressShared'; readonly name: string }
	/** Somebody else has the name, and neither has an address to tell them apart by. */
	| { readonly code: 'nameShared'; readonly where: string }

/** A line of the plan: one for each person, and one for a row that names nobody. */
export type PlannedRow = {
	/** Of the list. */
	readonly number: number
	readonly association: string
	readonly associationIsNew: boolean
	readonly person: string
	readonly emails: readonly string[]
	/** Null where nobody is seated. */
	readonly role: Role | null
	/** What becomes of it: `seat` may make an association too, `association` makes nothing else. */
	readonly makes: 'seat' | 'association' | 'nothing'
	readonly doubts: readonly Doubt[]
}

export type ListedNewcomer = { readonly name: string; emails: readonly string[] }

/** Which association or person: one that is there, or one of the plan's own by its place among them. */
export type Ref<Id> = { readonly is: 'there'; readonly id: Id } | { readonly is: 'new'; readonly index: number }

export type PlannedSeat = {
	/** Null for those who serve the coalition. */
	readonly association: Ref<AssociationId> | null
	readonly person: Ref<PersonId>
	readonly role: Role
	/** Where to be invited; none: a card is needed. */
	readonly emails: readonly string[]
}

/** What taking a list in would make. Nothing is done yet. */
export type RosterPlan = {
	readonly rows: readonly PlannedRow[]
	readonly associations: readonly { readonly name: string; readonly area: string }[]
	readonly persons: readonly ListedNewcomer[]
	readonly seats: readonly PlannedSeat[]
}
