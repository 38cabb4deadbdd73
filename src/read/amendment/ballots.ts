import * as z from 'zod'
import { BALLOTS_ON } from '#db/amendment/load-asked.ts'
import { PUT, putSchema } from '#db/deciding/put.ts'
import { id, json } from '#db/rows.ts'
import type { BallotId } from '#domain/kernel/id.ts'
import { outcomeSchema, subjectSchema } from '#schema/deciding.ts'

/** The ballots on a row of `amendment` that have effect, as an SQL expression that gives JSON. */
export const BALLOTS = `(SELECT json_group_array(json_object('id', id, 'subject', json(subject), 'closesAt', closes_at,
		'closedAt', closed_at, 'outcome', json(outcome), 'put', json(put),
		'secret', json(iif(bylaws ->> '$.secrecy' = 'secret', 'true', 'false'))))
	FROM (SELECT ballot.*, ${PUT} AS put ${BALLOTS_ON} AND voided_at IS NULL ORDER BY opens_at, ballot.id))`

/** A ballot on an amendment. */
const ballot = z.object({
	id: id<BallotId>(),
	subject: subjectSchema,
	closesAt: z.number(),
	/** Null: it is open, or its time is up and nobody has closed it yet. */
	closedAt: z.number().nullable(),
	/** Null: it is not counted. */
	outcome: outcomeSchema.nullable(),
	put: putSchema,
	secret: z.boolean(),
})

export const ballotsColumn = json(z.array(ballot))
