import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import {
	type ActorRef,
	COALITION_BY_SLUG,
	isMember,
	NOBODY,
	personExpression,
	seatedNow,
} from '#db/members/load-actor.ts'
import { mayAnswer } from '#db/members/may-answer.ts'
import { firstRow, flag, id, row, rows } from '#db/rows.ts'
import type { Waiting } from '#domain/deciding/remind.ts'
import { ASKS } from '#domain/deciding/reminding.ts'
import type { AssociationId, BallotId, Instant } from '#domain/kernel/id.ts'

/** What is asked about a text, who has not answered, and how many were reminded the last time. */
export type LoadedWaiting = Waiting & { readonly lastCount: number }

/** Whether an association has told its views of a statement, as a stance or a comment. An SQL expression over their ids. */
export const hasViews = (statementId: string, associationId: string) =>
	`(EXISTS (SELECT 1 FROM stance WHERE stance.statement_id = ${statementId} AND stance.association_id = ${associationId})
		OR EXISTS (SELECT 1 FROM comment WHERE comment.statement_id = ${statementId}
			AND comment.association_id = ${associationId} AND comment.withdrawn_at IS NULL))`

/** Whether an association has said of a meeting's vote that it is not right: that is settled before it is asked for its name. */
export const contests = (ballotId: string, associationId: string) =>
	`EXISTS (SELECT 1 FROM contest WHERE contest.ballot_id = ${ballotId} AND contest.association_id = ${associationId} AND standing = 1)`

/** Of the associations asked by a row of `asked`, those that have not answered. */
const SILENT = `
	SELECT association.id, association.name, association.ordinal FROM asked
		JOIN association ON association.coalition_id = asked.coalition_id AND ${isMember('association')}
		WHERE stage = 'consulting' AND NOT ${hasViews('asked.id', 'association.id')}
	UNION ALL SELECT elector.association_id, elector.name, elector.ordinal FROM asked
		JOIN elector ON elector.ballot_id = asked.ballot_id
		WHERE CASE stage
			WHEN 'deciding' THEN NOT EXISTS (SELECT 1 FROM vote
					WHERE vote.ballot_id = elector.ballot_id AND vote.association_id = elector.association_id)
				AND NOT EXISTS (SELECT 1 FROM turnout
					WHERE turnout.ballot_id = elector.ballot_id AND turnout.association_id = elector.association_id)
			WHEN 'signing' THEN NOT EXISTS (SELECT 1 FROM signoff WHERE signoff.statement_id = asked.id
					AND signoff.association_id = elector.association_id AND signoff.text_hash = asked.text_hash)
				AND NOT ${contests('elector.ballot_id', 'elector.association_id')}
		END`

/** Whether mail reaches somebody who may answer for a row of `silent`, as an SQL expression of an instant, four times. `answers`: which seats that is done from, of two. */
export const reachedBy = (
	answers: string,
) => `EXISTS (SELECT 1 FROM seat JOIN address ON address.person_id = seat.person_id
	WHERE seat.association_id = silent.id AND seat.role IN ('delegate', 'deputy') AND ${seatedNow('seat')} AND ${answers})`

/** A ballot is answered from the seats that vote in it, what is signed from those that no office keeps from it; all else from any. */
const MAY_ANSWER = `NOT EXISTS (SELECT 1 FROM asked JOIN ballot ON ballot.id = asked.ballot_id WHERE stage IN ('deciding', 'signing')
	AND NOT ${mayAnswer("iif(stage = 'deciding', ballot.opens_at, seat.given_at)", 'ballot.bylaws')})`

/** The last time that anybody was reminded about a row of `statement`. */
const LAST = `FROM event JOIN act ON act.id = event.act_id WHERE event.stream = 'reminder:' || statement.id
	AND json_array_length(event.payload, '$.associations') > 0 ORDER BY event.seq DESC LIMIT 1`

/** Whether a row of `event` put a text to the associations, as an SQL expression: of ballots those on the text, and none on amendments. */
const PUTS = `(event.type IN ('consultationOpened', 'meetingDecisionEntered', 'editorialChangeMade')
	OR (event.type IN ('ballotOpened', 'ballotDecided') AND EXISTS (SELECT 1 FROM ballot AS put
		WHERE put.id = event.payload ->> '$.ballotId' AND put.subject ->> '$.kind' = 'text')))`

const askingRow = row({
	ask: z.enum(ASKS),
	ballotId: id<BallotId>().nullable(),
	from: z.number(),
	dueAt: z.number().nullable(),
	closedAt: z.number().nullable(),
	remindAt: z.number().nullable(),
	lastAt: z.number().nullable(),
	lastCount: z.number().nullable(),
})

export const silentRow = row({ associationId: id<AssociationId>(), name: z.string(), reached: flag })

/**
 * What the associations are asked about a statement of the coalition, and who has not answered; null: nothing is.
 *
 * @param office whose it is to know: null for all who are not chair or secretary. Left out: whoever asks.
 */
export function waitingQuery(
	slug: string,
	statementId: string,
	now: Instant,
	office?: ActorRef | null,
): Query<LoadedWaiting | null> {
	const person = personExpression(office ?? NOBODY, now)
	const holds = `EXISTS (SELECT 1 FROM seat WHERE seat.coalition_id = statement.coalition_id AND seat.person_id = ${person.sql}
		AND seat.role IN ('chair', 'secretary') AND ${seatedNow('seat')})`
	const where = `statement.id = ? AND statement.coalition_id = ${COALITION_BY_SLUG}
		AND stage IN ('consulting', 'deciding', 'signing')${office === undefined ? '' : ` AND ${holds}`}`
	const args = [statementId, slug, ...(office === undefined ? [] : [...person.args, now, now])]
	return mapQuery(
		allOf({
			asking: firstRow(
				`SELECT CASE stage WHEN 'consulting' THEN 'consultation' WHEN 'deciding' THEN 'ballot' ELSE 'signoff' END AS ask,
					CASE stage WHEN 'deciding' THEN ballot.id END AS ballot_id,
					CASE stage WHEN 'deciding' THEN ballot.opens_at ELSE COALESCE((SELECT MAX(act.at) FROM event
						JOIN act ON act.id = event.act_id
						WHERE event.statement_id = statement.id AND ${PUTS}), statement.created_at) END AS "from",
					CASE stage WHEN 'consulting' THEN consultation_due_at WHEN 'deciding' THEN ballot.closes_at
						ELSE statement.signoff_due_at END AS due_at,
					CASE stage WHEN 'deciding' THEN ballot.closed_at END AS closed_at, statement.remind_at,
					(SELECT act.at ${LAST}) AS last_at,
					(SELECT json_array_length(event.payload, '$.associations') ${LAST}) AS last_count
				FROM statement LEFT JOIN ballot ON ballot.id = statement.ballot_id WHERE ${where}`,
				args,
				askingRow,
			),
			silent: rows(
				`WITH asked AS (SELECT id, coalition_id, stage, text_hash, ballot_id FROM statement WHERE ${where}),
					silent AS (${SILENT})
				SELECT id AS association_id, name, ${reachedBy(MAY_ANSWER)} AS reached FROM silent ORDER BY ordinal, id`,
				[...args, now, now, now, now, now],
				silentRow,
			),
		}),
		({ asking, silent }) => asking && { ...asking, lastCount: asking.lastCount ?? 0, silent },
	)
}
