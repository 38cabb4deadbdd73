import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import { type Contest, SAID_VOTES } from '#domain/deciding/contest.ts'
import type { AssociationId, BallotId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { type BallotRef, ballotQuery, idOf, type LoadedBallot } from './load-ballot.ts'

/** A decision that was entered from a meeting's minutes; null where the ballot is none. With one association of its electorate. */
export function enteredDecisionQuery(
	slug: string,
	ref: BallotRef,
	associationId: AssociationId,
): Query<LoadedBallot | null> {
	return mapQuery(ballotQuery(slug, ref, associationId), (ballot) => (ballot?.meeting ? ballot : null))
}

const contestRow = row({
	associationId: id<AssociationId>(),
	voted: z.enum(SAID_VOTES).nullable(),
	reason: z.string(),
	standing: flag,
	role: z.enum(ROLES).nullable(),
	at: z.number(),
})

const CONTESTS = `SELECT association_id, voted, reason, standing, at,
	(SELECT role FROM seat WHERE id = contest.seat_id) AS role FROM contest`

/** What associations say, or have taken back, of the votes entered for them in a decision. */
export function contestsQuery(ref: BallotRef): Query<Contest[]> {
	const { sql, args } = idOf(ref)
	return rows(`${CONTESTS} WHERE ballot_id = ${sql} ORDER BY at, association_id`, [...args], contestRow)
}

/** What one association says. */
export function contestQuery(ballotId: BallotId, associationId: AssociationId): Query<Contest | null> {
	return firstRow(`${CONTESTS} WHERE ballot_id = ? AND association_id = ?`, [ballotId, associationId], contestRow)
}
