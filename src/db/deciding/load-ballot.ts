import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import { type Ballot, CHOICES, type Choice, DISSENT_KINDS, METHODS, type Vote } from '#domain/deciding/ballot.ts'
import type { AssociationId, BallotId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import type { RecordedVote } from '#domain/publication/record.ts'
import { SIGNOFF_ANSWERS } from '#domain/signing/facts.ts'
import type { Signoff } from '#domain/signing/signoff.ts'
import { TRACKS } from '#domain/statement/statement.ts'
import { bylawsSchema, outcomeSchema } from '#schema/deciding.ts'

const ballotRow = row(
	{
		id: id<BallotId>(),
		statementId: id<StatementId>(),
		textHash: z.string(),
		track: z.enum(TRACKS),
		opensAt: z.number(),
		closesAt: z.number(),
		signoffDueAt: z.number(),
		bylaws: json(bylawsSchema),
		closedAt: z.number().nullable(),
		outcome: json(outcomeSchema).nullable(),
		heldOn: z.string().nullable(),
		minutes: z.string().nullable(),
	},
	({ heldOn, minutes, ...ballot }) => ({
		...ballot,
		meeting: heldOn === null ? null : { heldOn, minutes: minutes ?? '' },
	}),
)

const electorRow = row({ associationId: id<AssociationId>(), name: z.string(), area: z.string() })

export type LoadedBallot = Ballot & { readonly meeting: { readonly heldOn: string; readonly minutes: string } | null }

/** The id of a statement's latest ballot that was not voided, as an SQL expression with one parameter. */
export const LATEST_BALLOT = `(SELECT id FROM ballot WHERE statement_id = ? AND voided_at IS NULL ORDER BY opens_at DESC, id DESC LIMIT 1)`

/**
 * The statement's ballot; ballots voided by a referral back are passed over. `electors`: how much of the electorate
 * comes with it. A thousand voters who each read a thousand electors take twice as long.
 */
export function ballotQuery(
	slug: string,
	statementId: string,
	electors: AssociationId | 'all' | 'none' = 'all',
): Query<LoadedBallot | null> {
	return mapQuery(
		allOf({
			ballot: firstRow(
				`SELECT * FROM ballot WHERE id = ${LATEST_BALLOT} AND coalition_id = ${COALITION_BY_SLUG}`,
				[statementId, slug],
				ballotRow,
			),
			electorate: rows(
				`SELECT association_id, name, area FROM elector
				WHERE ballot_id = ${LATEST_BALLOT} ${electors === 'all' ? '' : 'AND association_id = ?'} ORDER BY ordinal`,
				electors === 'all' ? [statementId] : [statementId, electors],
				electorRow,
			),
		}),
		({ ballot, electorate }) => ballot && { ...ballot, electorate },
	)
}

export type LoadedVote = Vote & RecordedVote & { readonly method: string; readonly at: Instant }

const voteRow = row(
	{
		associationId: id<AssociationId>(),
		choice: z.enum(CHOICES),
		signs: flag,
		dissentKind: z.enum(DISSENT_KINDS).nullable(),
		dissentText: z.string().nullable(),
		method: z.string(),
		seatId: id<SeatId>().nullable(),
		role: z.enum(ROLES).nullable(),
		at: z.number(),
	},
	({ dissentKind, dissentText, ...vote }): LoadedVote => ({
		...vote,
		dissent: dissentKind && { kind: dissentKind, text: dissentText ?? '' },
	}),
)

const VOTES = `SELECT vote.*, (SELECT role FROM seat WHERE id = vote.seat_id) AS role FROM vote`

/** The votes of the statement's ballot, in the electorate's order. None are stored for a secret one. */
export function votesQuery(statementId: string): Query<LoadedVote[]> {
	return rows(
		`${VOTES} JOIN elector USING (ballot_id, association_id) WHERE vote.ballot_id = ${LATEST_BALLOT} ORDER BY elector.ordinal`,
		[statementId],
		voteRow,
	)
}

/** One association's vote. */
export function voteQuery(statementId: string, associationId: string): Query<LoadedVote | null> {
	return firstRow(
		`${VOTES} WHERE vote.ballot_id = ${LATEST_BALLOT} AND vote.association_id = ?`,
		[statementId, associationId],
		voteRow,
	)
}

const turnedOutRow = row({ voted: z.number() })

/** Whether the association has voted in the statement's secret ballot. */
export function turnedOutQuery(statementId: string, associationId: string): Query<boolean> {
	return mapQuery(
		firstRow(
			`SELECT 1 AS voted FROM turnout WHERE ballot_id = ${LATEST_BALLOT} AND association_id = ?`,
			[statementId, associationId],
			turnedOutRow,
		),
		(row) => row !== null,
	)
}

const paperRow = row({ choice: z.enum(CHOICES) })

/** The papers of a secret ballot, in the order of their random keys. */
export function papersQuery(statementId: string): Query<Choice[]> {
	return mapQuery(
		rows(`SELECT choice FROM paper WHERE ballot_id = ${LATEST_BALLOT} ORDER BY key`, [statementId], paperRow),
		(found) => found.map((row) => row.choice),
	)
}

const signoffRow = row({
	associationId: id<AssociationId>(),
	answer: z.enum(SIGNOFF_ANSWERS),
	textHash: z.string(),
	reason: z.string(),
	method: z.enum(METHODS),
	role: z.enum(ROLES).nullable(),
	at: z.number(),
})

export function signoffsQuery(statementId: string): Query<Signoff[]> {
	return rows(
		`SELECT association_id, answer, text_hash, reason, method, at, (SELECT role FROM seat WHERE id = signoff.seat_id) AS role
			FROM signoff WHERE statement_id = ? ORDER BY at, association_id`,
		[statementId],
		signoffRow,
	)
}
