import { mayAnswer } from '#db/members/may-answer.ts'

/**
 * What a row of the outbox asks for that is not answered from every seat of the association, as a table in SQL: by which bylaws, and
 * when it was asked, for what is answered from no later seat; null: from any. No row where it asks for no such thing.
 */
export const askedBy = (outbox: string) => `(
	SELECT iif(${outbox}.kind IN ('signoff', 'meetingVote') OR ${outbox}.ballot_id IS NULL, NULL, ballot.opens_at) AS asked_at, ballot.bylaws
		FROM ballot WHERE ${outbox}.kind IN ('ballot', 'meetingVote', 'signoff', 'reminder', 'amendmentReminder')
			AND ballot.id = COALESCE(${outbox}.ballot_id, (SELECT statement.ballot_id FROM statement
				WHERE statement.id = ${outbox}.statement_id AND stage = 'signing'))
	UNION ALL SELECT addendum.opened_at, ballot.bylaws FROM event JOIN addendum ON addendum.id = event.payload ->> '$.addendumId'
		JOIN statement ON statement.id = addendum.statement_id JOIN ballot ON ballot.id = statement.ballot_id
		WHERE ${outbox}.kind = 'addendum' AND event.act_id = ${outbox}.act_id AND event.type = 'addendumProposed'
	UNION ALL SELECT opened_at, bylaws FROM event JOIN consensus_list ON consensus_list.id = event.payload ->> '$.listId'
		WHERE ${outbox}.kind = 'consensusList' AND event.act_id = ${outbox}.act_id AND event.type = 'consensusListOpened')`

/** Whether what a row of the outbox asks for is done from a row of `seat`, as an SQL expression of the instant now, twice. */
export const doesAsAsked = (outbox: string, seat: string) => `NOT EXISTS (SELECT 1 FROM ${askedBy(outbox)} AS asks
	WHERE NOT ${mayAnswer(`COALESCE(asks.asked_at, ${seat}.given_at)`, 'asks.bylaws', seat)})`
