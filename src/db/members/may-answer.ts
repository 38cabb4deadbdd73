import { seatedNow } from './load-actor.ts'

/**
 * Whether what was asked at an instant is answered from a row of `seat`, as an SQL expression with the instant now as its parameter, twice:
 * the seat had been given by then, and no office keeps whoever holds it from answering, by the bylaws that it was asked under. An office
 * is looked for among the person's seats: among the coalition's it would be for each of those asked, of whom there may be as many.
 */
export const mayAnswer = (askedAt: string, bylaws: string) =>
	`(seat.given_at <= ${askedAt} AND (${bylaws} ->> '$.officersVote' OR NOT EXISTS (SELECT 1 FROM seat AS office
		WHERE office.person_id = seat.person_id AND +office.coalition_id = seat.coalition_id AND +office.association_id IS NULL
			AND ${seatedNow('office')})))`
