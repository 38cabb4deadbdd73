import * as z from 'zod'
import type { ActId, AddressChangeId, AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
import { BY_HAND } from '#domain/kernel/telling.ts'
import type { FactsOfMembers } from '#domain/members/facts.ts'
import { associationSchema } from '#schema/coalition.ts'
import { idOf, instant } from '#schema/kernel.ts'
import { roleSchema } from '#schema/members.ts'
import { factsOf } from './of-room.ts'

export const membersFacts = factsOf<FactsOfMembers>()({
	associationAdded: z.strictObject({ association: associationSchema }),
	associationChanged: z.strictObject({ association: associationSchema }),
	associationLeft: z.strictObject({ associationId: idOf<AssociationId>() }),
	associationLeaving: z.strictObject({ associationId: idOf<AssociationId>(), leavesAt: instant }),
	associationKept: z.strictObject({ associationId: idOf<AssociationId>() }),
	seatGiven: z.strictObject({
		seatId: idOf<SeatId>(),
		personId: idOf<PersonId>(),
		associationId: idOf<AssociationId>().nullable(),
		role: roleSchema,
		from: instant,
		until: instant.nullable(),
	}),
	seatEnded: z.strictObject({ seatId: idOf<SeatId>(), unreached: z.literal(true).optional() }),
	toldByHand: z.strictObject({
		actId: idOf<ActId>(),
		notice: z.enum(BY_HAND),
		about: idOf<AssociationId | SeatId>(),
	}),
	nameMended: z.strictObject({ personId: idOf<PersonId>() }),
	addressProposed: z.strictObject({ changeId: idOf<AddressChangeId>(), personId: idOf<PersonId>() }),
	addressWithdrawn: z.strictObject({ changeId: idOf<AddressChangeId>() }),
	seatTakenBack: z.strictObject({ seatId: idOf<SeatId>() }),
})
