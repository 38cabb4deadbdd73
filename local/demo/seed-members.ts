import type { AssociationId, Instant, PersonId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { RESERVED_SLUGS } from '#routes'
import { addAssociation, createCoalition, giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { granted, type Making } from './making.ts'
import { ASSOCIATIONS, CHAIR, CONTRIBUTOR, DEPUTY, SECRETARY } from './people.ts'

export type DemoPerson = {
	readonly id: PersonId
	readonly name: string
	readonly role: Role
	readonly association: string
}

export type Member = { readonly id: AssociationId; readonly name: string; readonly delegate: PersonId }

/** The coalition with its members and everybody who has a seat. */
export async function seedMembers({ deps, order }: Pick<Making, 'deps' | 'order'>, from: Instant) {
	const operator = granted(await createPerson(deps, { name: 'Demonstration', emails: [], operator: true }))
	const chair = granted(await createPerson(deps, { name: CHAIR.name, emails: [CHAIR.email] }))
	const settings = {
		name: 'NSPH Stockholms län',
		seriesPrefix: 'NSPH-SL',
		preset: 'standard',
		language: 'sv',
		listed: true,
	} as const
	granted(await createCoalition(deps, order(operator, { settings, demo: true, chair }), RESERVED_SLUGS))
	await deps.db.write([{ sql: 'UPDATE person SET operator = 0 WHERE id = ?', args: [operator] }])
	const people: DemoPerson[] = [{ id: chair, name: CHAIR.name, role: 'chair', association: '' }]
	const seat = async (name: string, email: string | null, role: Role, association: Member | null) => {
		const person = granted(await createPerson(deps, { name, emails: email === null ? [] : [email] }))
		const associationId = association?.id ?? null
		granted(
			await giveSeat(deps, order(chair, { personId: person, associationId, role, from, until: null, invite: false })),
		)
		people.push({ id: person, name, role, association: association?.name ?? '' })
		return person
	}
	await seat(SECRETARY.name, SECRETARY.email, 'secretary', null)
	const members: Member[] = []
	for (const { name, area, delegate, email } of ASSOCIATIONS) {
		const { associationId: id } = granted(await addAssociation(deps, order(chair, { name, area }))).value
		const member = { id, name, delegate: chair }
		members.push({ ...member, delegate: await seat(delegate, email, 'delegate', member) })
	}
	await seat(DEPUTY.name, DEPUTY.email, 'deputy', members[0] ?? null)
	await seat(CONTRIBUTOR.name, CONTRIBUTOR.email, 'contributor', members[1] ?? null)
	return { chair, members, people }
}
