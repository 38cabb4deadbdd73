import type { AssociationId } from '#domain/kernel/id.ts'
import { replaceSeat } from '#domain/members/arranging.ts'
import { contestSeat, endSeat, giveSeat, leaveSeat } from '#domain/members/membership.ts'
import { type Actor, COALITION_ROLES, type Role, type Seat } from '#domain/members/seats.ts'
import { takeBackSeat } from '#domain/members/taking-back.ts'
import { type Attempt, later, membershipOf, NOTHING, nth, OPERATOR, PEOPLE, type Step } from './model-attempt.ts'
import { seatHeld, type View } from './model-store.ts'
import { DAY } from './rules.ts'

const place = ({ coalition }: View, role: Role, n: number): AssociationId | null =>
	COALITION_ROLES.includes(role) ? null : (nth(coalition.associations, n)?.id ?? null)

const anySeat = (view: View, { a, b, c }: Step) => nth(view.seats, a + b * 6 + c)

const seatOf = (view: View, actor: Actor, seat: Seat | undefined) =>
	seat && !actor.seats.some(({ id }) => id === seat.id) && seatHeld(view, seat.id, view.now) ? seat : undefined

/** Delegates' seats that were ended, the last one first. */
export const unseated = ({ seats }: View) =>
	seats.filter(({ role, endedAt }) => role === 'delegate' && endedAt !== null).reverse()

/** What is tried with seats: by those who mean well, and by those who seat themselves or unseat who stands in their way. */
export const SEAT_ACTS = {
	giveSeat: (view, actor, { a, b, c, flag }, context) => {
		const roles: readonly Role[] = ['delegate', 'delegate', 'deputy', 'chair', 'secretary', 'contributor']
		const role = nth(roles, c) ?? 'delegate'
		const unseated = view.coalition.associations.find(({ id }) => {
			return !view.seats.some((seat) => seat.associationId === id)
		})
		const associationId = COALITION_ROLES.includes(role) ? null : (unseated?.id ?? place(view, role, b))
		const until = flag ? null : later(view, b)
		const given = { associationId, role, from: view.now, until, invite: flag }
		return giveSeat(actor, membershipOf(view), { ...given, personId: nth(PEOPLE, a + 4) ?? OPERATOR }, context)
	},
	/** Herself or a friend, and as of long ago. */
	seatSelf: (view, actor, { a, b, c }, context) => {
		const role = nth<Role>(['deputy', 'chair', 'contributor', 'deputy', 'delegate', 'deputy'], c) ?? 'deputy'
		const from = view.now - 30 * DAY
		const personId = a > 2 ? (nth(PEOPLE, 8 + (a % 2)) ?? OPERATOR) : actor.personId
		const own = { personId, role, associationId: place(view, role, b), from }
		return giveSeat(actor, membershipOf(view), { ...own, until: null, invite: false }, context)
	},
	replaceSeat: (view, actor, step, context) => {
		const former = seatOf(view, actor, anySeat(view, step))
		if (!former) return NOTHING
		const { id: replaces, role, associationId } = former
		const personId = step.flag ? actor.personId : (nth(PEOPLE, step.b) ?? OPERATOR)
		const given = { personId, role, associationId, from: view.now, until: null, invite: false, replaces }
		return replaceSeat(actor, membershipOf(view), given, context)
	},
	endSeat: (view, actor, step, context) => {
		const seat = anySeat(view, step)
		return seat ? endSeat(actor, membershipOf(view), seat.id, context) : NOTHING
	},
	contestSeat: (view, actor, step, context) => {
		const own = view.seats.filter(({ associationId, endedAt, role }) => {
			const mine = actor.seats.some((seat) => seat.associationId === associationId)
			return mine && endedAt === null && role !== 'delegate'
		})
		const seat = step.flag ? anySeat(view, step) : nth(own, step.b)
		return seat ? contestSeat(actor, membershipOf(view), seat.id, context) : NOTHING
	},
	leaveSeat: (view, actor, step, context) => {
		const seat = step.flag ? anySeat(view, step) : nth(actor.seats, step.b)
		return seat ? leaveSeat(actor, membershipOf(view), seat.id, context) : NOTHING
	},
	/** A delegate who was unseated, some time after; or somebody who was not. */
	takeBackSeat: (view, actor, step, context) => {
		const own = unseated(view).filter(({ personId }) => personId === actor.personId)
		const seat = step.c === 0 ? anySeat(view, step) : nth(own, step.b)
		return seat ? takeBackSeat(actor, membershipOf(view), seat.id, context) : NOTHING
	},
	/** The operator seats a chair; or, where there is one, now and then unseats one. */
	rescue: (view, actor, { a, c }, context) => {
		const chairs = view.seats.filter(({ id, role }) => role === 'chair' && seatHeld(view, id, view.now))
		const [last] = chairs
		if (last && c > 2) return endSeat(actor, membershipOf(view), last.id, context)
		const chair = { personId: nth(PEOPLE, a) ?? OPERATOR, role: 'chair', associationId: null, from: view.now } as const
		return giveSeat(actor, membershipOf(view), { ...chair, until: null, invite: false }, context)
	},
} satisfies Record<string, Attempt>

/** The office of chair, to whoever it is and for how long; mostly by the chair. */
export const handOver: Attempt = (view, actor, { a, b, c }, context) => {
	const former = view.seats.find(({ id, role }) => role === 'chair' && seatHeld(view, id, view.now))
	if (!former) return NOTHING
	const from = c === 0 ? view.now + DAY : view.now
	const given = { personId: nth(PEOPLE, a) ?? OPERATOR, role: 'chair', associationId: null, from, until: null } as const
	const until = b > 3 ? from + DAY : null
	return replaceSeat(actor, membershipOf(view), { ...given, until, invite: false, replaces: former.id }, context)
}
