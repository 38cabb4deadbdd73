import * as z from 'zod'
import { isDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { ActId, AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
import { BY_HAND, type Untold } from '#domain/kernel/telling.ts'
import { MEANINGS } from '#domain/members/roster-columns.ts'
import { roleSchema } from '#schema/members.ts'
import type { SeatPerson } from '#usecases/members/arrange-members.ts'

/** The last minute of a Swedish day: when a date alone is the end of a term. */
const END_OF_DAY = '23:59'

export const associationForm = z.object({ name: z.string(), area: z.string().default('') })

export const untoldForm = z
	.object({ act: z.string(), notice: z.enum(BY_HAND), about: z.string() })
	.transform(({ act, notice, about }): Untold => ({ actId: act as ActId, notice, about: about as AssociationId }))

export const moveForm = z.object({ direction: z.enum(['up', 'down']) })

export const personNameForm = z.object({ name: z.string() })

export const personAddressForm = z.object({ email: z.string() })

export const nothingForm = z.object({})

/** In place of a person's id: somebody new, although the address belongs to somebody here. */
const ANOTHER = 'another'

export const seatForm = z
	.object({
		/** Who of those here; empty for somebody new. */
		who: z.string().default(''),
		name: z.string().default(''),
		email: z.string().default(''),
		role: roleSchema,
		association: z.string().default(''),
		until: z.string().trim().default(''),
		replaces: z.string().default(''),
	})
	.refine(({ until }) => until === '' || isDate(until), { path: ['until'] })
	.transform(
		({ who, name, email, role, association, until, replaces }): SeatPerson => ({
			who:
				who === '' || who === ANOTHER
					? { kind: 'new', name, email, another: who === ANOTHER }
					: { kind: 'known', id: who as PersonId },
			associationId: association === '' ? null : (association as AssociationId),
			role,
			until: until === '' ? null : swedishInstant(until, END_OF_DAY),
			replaces: replaces === '' ? null : (replaces as SeatId),
		}),
	)

export const rosterForm = z
	.object({
		// The first row may begin with an empty cell.
		text: z
			.string()
			.transform((text) => text.replace(/^\n+|\s+$/g, ''))
			.pipe(z.string().min(1)),
		'columns[]': z.array(z.enum(MEANINGS)).default([]),
		mark: z.string().default(''),
		/** Set when what the list becomes was shown and is to be entered. */
		confirmed: z.string().default(''),
	})
	.transform(({ 'columns[]': columns, mark, ...roster }) => ({ ...roster, columns, mark: mark === '' ? null : mark }))

export const cardsForm = z
	.object({ 'seats[]': z.array(z.string()).default([]) })
	.transform(({ 'seats[]': seats }) => ({ seatIds: seats as SeatId[] }))

export const endSeatForm = z.object({ own: z.string().default('') }).transform(({ own }) => ({ own: own === 'yes' }))
