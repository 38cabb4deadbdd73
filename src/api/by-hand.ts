import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { ActId, AssociationId, SeatId } from '#domain/kernel/id.ts'
import { BY_HAND } from '#domain/kernel/telling.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { untoldQuery } from '#read/members/untold.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instantText } from './schemas.ts'

const tag = 'Coalition and members'

const untold = z
	.strictObject({
		act: idText,
		notice: z.enum(BY_HAND),
		about: idText.meta({ description: 'The association; or the seat that was ended.' }),
		association: z.string(),
		names: z.array(z.string()),
		title: z.string().nullable(),
		put: z
			.array(z.strictObject({ number: z.int(), association: z.string() }))
			.meta({ description: 'The amendments that are voted on.' }),
		dueAt: instantText.nullable(),
	})
	.meta({ id: 'Untold' })

export const byHandEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.byHand,
		access: COALITION_ROLES,
		tag,
		summary: 'Whom no mail reaches, and what they have a right to know; for chair and secretary',
		output: z.strictObject({ untold: z.array(untold) }),
		load: ({ params, now }) => untoldQuery(params.coalition, now),
		show: (found) => ({
			untold: found.map(({ actId, notice, about, association: of, names, title, put, dueAt }) => {
				return {
					act: actId,
					notice,
					about,
					association: of,
					names: [...names],
					title,
					put: [...put],
					dueAt: dueAt === null ? null : isoInstant(dueAt),
				}
			}),
		}),
	}),
	writing({
		path: paths.byHand,
		does: ACTS.tellByHand,
		tag,
		summary: 'Note that somebody whom no mail reaches was told by telephone or letter',
		input: z.strictObject({ act: idOf<ActId>(), notice: z.enum(BY_HAND), about: idOf<AssociationId | SeatId>() }),
		gives: {},
		act: ({ deps, input: { act: actId, ...what }, order }) => tellByHand(deps, order({ actId, ...what })),
	}),
]
