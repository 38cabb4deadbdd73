import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { IMAGE_TYPES } from '#domain/coalition/image.ts'
import { formerOf, newcomersOf } from '#domain/coalition/in-force.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
import { MEANINGS } from '#domain/members/roster-columns.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { type HeldSeat, type MembersView, membersQuery } from '#read/members/members.ts'
import { seatPerson } from '#usecases/members/arrange-members.ts'
import {
	addAssociation,
	changeAssociation,
	contestSeat,
	endSeat,
	keepAssociation,
	leaveSeat,
	removeAssociation,
} from '#usecases/members/manage-coalition.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instant, instantText, language, nothingMore, preset, role } from './schemas.ts'

const tag = 'Coalition and members'

const association = z
	.strictObject({
		id: idText,
		name: z.string(),
		area: z.string(),
		order: z.int(),
		joinedAt: instantText,
		ballotsFrom: instantText.nullable().meta({ description: 'When it is in ballots opened; null: it is.' }),
		leavesAt: instantText.nullable().meta({ description: 'Until when it is a member; null: it does not leave.' }),
	})
	.meta({ id: 'Association' })

const seat = z
	.strictObject({
		id: idText,
		role,
		association: z.strictObject({ id: idText, name: z.string() }).nullable(),
		person: z
			.strictObject({ id: idText, name: z.string() })
			.meta({ description: 'The name of an erased person is empty.' }),
		from: instantText,
		until: instantText.nullable(),
	})
	.meta({ id: 'Seat' })

const settings = {
	name: z.string(),
	seriesPrefix: z.string(),
	preset,
	language,
	listed: z.boolean(),
}

const coalition = z
	.strictObject({
		id: idText,
		slug: z.string(),
		...settings,
		former: z
			.strictObject({ preset, until: instantText })
			.nullable()
			.meta({ description: 'The bylaws by which is decided until `preset` comes into force; null: it is in force.' }),
		accent: z.string().nullable().meta({ description: 'The colour of links and buttons; null: Samsvar’s own.' }),
		logo: z
			.strictObject({
				sha256: z.string(),
				type: z.enum(IMAGE_TYPES),
				width: z.int(),
				height: z.int(),
				alt: z.string(),
			})
			.nullable(),
		english: z.boolean().meta({ description: 'Public pages are offered in English too.' }),
		demo: z.boolean(),
		associations: z.array(association),
		you: z.strictObject({
			scopes: z.array(z.string()),
			seats: z.array(z.strictObject({ id: idText, role, associationId: idText.nullable() })),
		}),
	})
	.meta({ id: 'Coalition' })

const who = z.union([
	z.strictObject({ id: idOf<PersonId>() }).meta({ description: 'Somebody who has or has had a seat here.' }),
	z
		.strictObject({ name: z.string(), email: z.string().default(''), another: z.boolean().default(false) })
		.meta({ description: 'Somebody new. `another`: not the one here who has the same address.' }),
])

/** The members in order, each with its time in the coalition. */
function listed(coalitionFound: MembersView['coalition'], now: number): z.output<typeof association>[] {
	const from = new Map(
		newcomersOf(coalitionFound, now).map((newcomer): [string, number] => [newcomer.id, newcomer.from]),
	)
	return coalitionFound.associations.map(({ joinedAt, leavesAt, ...found }) => ({
		...found,
		joinedAt: isoInstant(joinedAt),
		ballotsFrom: isoOrNull(from.get(found.id) ?? null),
		leavesAt: isoOrNull(leavesAt),
	}))
}

function formerShown(coalitionFound: MembersView['coalition'], now: number): z.output<typeof coalition>['former'] {
	const former = formerOf(coalitionFound, now)
	return former && { ...former, until: isoInstant(former.until) }
}

const isoOrNull = (instantFound: number | null) => (instantFound === null ? null : isoInstant(instantFound))

/** Seats that somebody is in or will be. */
function heldSeats({ seats, coalition: { associations } }: MembersView, now: number): z.output<typeof seat>[] {
	const names = new Map(associations.map(({ id, name }): [string, string] => [id, name]))
	const held = ({ endedAt, until }: HeldSeat) => endedAt === null && (until === null || now < until)
	return seats.filter(held).map(({ id, role: as, associationId, personId, person, from, until }) => ({
		id,
		role: as,
		association: associationId === null ? null : { id: associationId, name: names.get(associationId) ?? '' },
		person: { id: personId, name: person?.name ?? '' },
		from: isoInstant(from),
		until: isoOrNull(until),
	}))
}

export const memberEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.coalition,
		access: MEMBERS,
		tag,
		summary: 'The coalition, its associations in order, and what the token is good for',
		output: coalition,
		load: ({ params, now }) => membersQuery(params.coalition, now),
		show: ({ coalition: found }, { entry, context: { now } }) => ({
			...found,
			former: formerShown(found, now),
			associations: listed(found, now),
			you: {
				scopes: [...entry.scopes],
				seats: entry.seats.map(({ id, role: as, associationId }) => ({ id, role: as, associationId })),
			},
		}),
	}),
	reading({
		path: paths.associations,
		access: MEMBERS,
		tag,
		summary: 'The member associations in the coalition’s order',
		output: z.strictObject({ associations: z.array(association) }),
		load: ({ params, now }) => membersQuery(params.coalition, now),
		show: ({ coalition: found }, { context: { now } }) => ({ associations: listed(found, now) }),
	}),
	writing({
		path: paths.associations,
		does: ACTS.addAssociation,
		tag,
		summary: 'Add an association, last in the order; it is in ballots when the others have had time to learn of it',
		input: z.strictObject({ name: z.string(), area: z.string().default('') }),
		gives: { associationId: idText },
		act: ({ deps, input, order }) => addAssociation(deps, order(input)),
	}),
	writing({
		path: paths.associationChanges,
		does: ACTS.changeAssociation,
		tag,
		summary: 'Change an association’s name, area or place in the order',
		input: z.strictObject({ name: z.string(), area: z.string(), order: z.int() }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			changeAssociation(deps, order({ id: params.association as AssociationId, ...input })),
	}),
	writing({
		path: paths.associationLeaving,
		does: ACTS.removeAssociation,
		tag,
		summary: 'An association leaves when all have had time to learn of it; at once where nobody ever had a seat for it',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) =>
			removeAssociation(deps, order({ associationId: params.association as AssociationId })),
	}),
	writing({
		path: paths.associationKeeping,
		does: ACTS.keepAssociation,
		tag,
		summary: 'An association that is about to leave stays',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) =>
			keepAssociation(deps, order({ associationId: params.association as AssociationId })),
	}),
	reading({
		path: paths.seats,
		access: COALITION_ROLES,
		tag,
		summary: 'Who has a seat now or will have; for chair and secretary',
		output: z.strictObject({ seats: z.array(seat) }),
		load: ({ params, now }) => membersQuery(params.coalition, now),
		show: (view, { context }) => ({ seats: heldSeats(view, context.now) }),
	}),
	writing({
		path: paths.seats,
		does: ACTS.seatPerson,
		tag,
		summary: 'Give somebody a seat from now on, a chair’s only as chair; those with an address are invited by mail',
		input: z.strictObject({
			who,
			role,
			associationId: idOf<AssociationId>().nullable().default(null),
			until: instant.nullable().default(null),
			replaces: idOf<SeatId>().nullable().default(null).meta({ description: 'The seat that ends as this one begins.' }),
		}),
		gives: { seatId: idText, personId: idText, invited: z.boolean() },
		act: ({ deps, input: { who: whom, ...place }, order }) => {
			const person = 'id' in whom ? { kind: 'known' as const, ...whom } : { kind: 'new' as const, ...whom }
			return seatPerson(deps, order({ who: person, ...place }))
		},
	}),
	writing({
		path: paths.roster,
		does: ACTS.takeInRoster,
		tag,
		summary: 'Enter associations and people by rows copied from a spreadsheet, all at once',
		input: z.strictObject({
			text: z.string().min(1).meta({ description: 'Rows of cells separated by tabs, semicolons or commas.' }),
			columns: z
				.array(z.enum(MEANINGS))
				.default([])
				.meta({ description: 'What each column holds, where it is not to be read from the list itself.' }),
		}),
		gives: { associations: z.int(), seats: z.int(), first: z.int() },
		act: ({ deps, input, order }) => takeInRoster(deps, order({ ...input, mark: null })),
	}),
	writing({
		path: paths.seatEnding,
		does: ACTS.endSeat,
		tag,
		summary: 'End a seat at once; what was done from it stands',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => endSeat(deps, order({ seatId: params.seat as SeatId })),
	}),
	writing({
		path: paths.seatContest,
		does: ACTS.contestSeat,
		tag,
		summary: 'As delegate, end a deputy’s or contributor’s seat of your association at once',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => contestSeat(deps, order({ seatId: params.seat as SeatId })),
	}),
	writing({
		path: paths.seatLeaving,
		does: ACTS.leaveSeat,
		tag,
		summary: 'Leave your own seat for an association at once',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => leaveSeat(deps, order({ seatId: params.seat as SeatId })),
	}),
]
