import * as z from 'zod'
import { flag, row } from '#db/rows.ts'
import { ROLES } from '#domain/members/seats.ts'

/** What an association said last against something that the chair did alone, in a table of such words. */
export const STANDING_WORD = 'SELECT standing, reason, (SELECT role FROM seat WHERE id = seat_id) AS role, at'

export const standingWordRow = row({
	standing: flag,
	reason: z.string(),
	role: z.enum(ROLES).nullable(),
	at: z.number(),
})
