import * as z from 'zod'
import type { AssociationId, PersonId, SeatId } from '#domain/kernel/id.ts'
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
	seatEnded: z.strictObject({ seatId: idOf<SeatId>() }),
	seatTakenBack: z.strictObject({ seatId: idOf<SeatId>() }),
})
