import { seatedNow } from './load-actor.ts'

/**
 * Whether a person has a seat for the coalition, as an SQL expression with the instant now as its parameter, twice. It is looked for
 * among the person's seats: among the coalition's it would be for each of those asked, of whom there may be as many.
 */
export const holdsOffice = (person: string, coalition: string) => `EXISTS (SELECT 1 FROM seat AS office
	WHERE office.person_id = ${person} AND +office.coalition_id = ${coalition} AND +office.association_id IS NULL
		AND ${seatedNow('office')})`

/** Whether that keeps them from answering for an association, by the bylaws that it was asked under; as `holdsOffice`. */
export const keptByOffice = (person: string, coalition: string, bylaws: string) =>
	`(NOT ${bylaws} ->> '$.officersVote' AND ${holdsOffice(person, coalition)})`

/**
 * Whether what was asked at an instant is answered from a row of `seat`, as an SQL expression with the instant now as its parameter, twice:
 * the seat had been given by then, and no office keeps whoever holds it from answering.
 */
export const mayAnswer = (askedAt: string, bylaws: string, seat = 'seat') =>
	`(${seat}.given_at <= ${askedAt} AND NOT ${keptByOffice(`${seat}.person_id`, `${seat}.coalition_id`, bylaws)})`
