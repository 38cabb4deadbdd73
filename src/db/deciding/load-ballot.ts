import * as z from 'zod'
import { allOf, firstRow, flag, json, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import type { Elector } from '#domain/deciding/ballot.ts'
import { type Ballot, CHOICES, type Choice, type Vote } from '#domain/deciding/ballot.ts'
import type { AssociationId, BallotId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { RecordedVote } from '#domain/publication/record.ts'
import type { Signoff } from '#domain/signing/signoff.ts'
import { bylawsSchema, outcomeSchema } from '#schema/deciding.ts'

const ballotRow = z.object({
	id: z.string(),
	statement_id: z.string(),
	text_hash: z.string(),
	track: z.enum(['full', 'light']),
	opens_at: z.number(),
	closes_at: z.number(),
	signoff_due_at: z.number(),
	bylaws: json(bylawsSchema),
	closed_at: z.number().nullable(),
	outcome: json(outcomeSchema).nullable(),
	held_on: z.string().nullable(),
	minutes: z.string().nullable(),
})

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
			row: firstRow(
				`SELECT * FROM ballot WHERE id = ${LATEST_BALLOT} AND coalition_id = ${COALITION_BY_SLUG}`,
				[statementId, slug],
				ballotRow,
			),
			electorate: rows(
				`SELECT association_id, name, area FROM elector
				WHERE ballot_id = ${LATEST_BALLOT} ${electors === 'all' ? '' : 'AND association_id = ?'} ORDER BY ordinal`,
				electors === 'all' ? [statementId] : [statementId, electors],
				z
					.object({ association_id: z.string(), name: z.string(), area: z.string() })
					.transform(({ association_id, name, area }): Elector => {
						return { associationId: association_id as AssociationId, name, area }
					}),
			),
		}),
		({ row, electorate }) =>
			row && {
				id: row.id as BallotId,
				statementId: row.statement_id as StatementId,
				textHash: row.text_hash,
				track: row.track,
				opensAt: row.opens_at,
				closesAt: row.closes_at,
				signoffDueAt: row.signoff_due_at,
				bylaws: row.bylaws,
				electorate,
				closedAt: row.closed_at,
				outcome: row.outcome,
				meeting: row.held_on !== null ? { heldOn: row.held_on, minutes: row.minutes ?? '' } : null,
			},
	)
}

export type LoadedVote = Vote & RecordedVote & { readonly method: string; readonly at: Instant }

const voteRow = z
	.object({
		association_id: z.string(),
		choice: z.enum(CHOICES),
		signs: flag,
		dissent_kind: z.enum(['reservation', 'separateOpinion']).nullable(),
		dissent_text: z.string().nullable(),
		method: z.string(),
		seat_id: z.string().nullable(),
		role: z.enum(['chair', 'secretary', 'delegate', 'deputy', 'contributor']).nullable(),
		at: z.number(),
	})
	.transform(
		(row): LoadedVote => ({
			associationId: row.association_id as AssociationId,
			choice: row.choice,
			signs: row.signs,
			dissent: row.dissent_kind && { kind: row.dissent_kind, text: row.dissent_text ?? '' },
			method: row.method,
			seatId: row.seat_id as SeatId | null,
			role: row.role,
			at: row.at,
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

const turnedOutRow = z.object({ voted: z.number() })

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

const paperRow = z.object({ choice: z.enum(CHOICES) })

/** The papers of a secret ballot, in the order of their random keys. */
export function papersQuery(statementId: string): Query<Choice[]> {
	return mapQuery(
		rows(`SELECT choice FROM paper WHERE ballot_id = ${LATEST_BALLOT} ORDER BY key`, [statementId], paperRow),
		(found) => found.map((row) => row.choice),
	)
}

const signoffRow = z
	.object({
		association_id: z.string(),
		answer: z.enum(['signed', 'declined']),
		text_hash: z.string(),
		reason: z.string(),
		method: z.enum(['web', 'api', 'meeting', 'vote']),
		role: z.enum(['chair', 'secretary', 'delegate', 'deputy', 'contributor']).nullable(),
		at: z.number(),
	})
	.transform(
		(row): Signoff => ({
			associationId: row.association_id as AssociationId,
			answer: row.answer,
			textHash: row.text_hash,
			reason: row.reason,
			method: row.method,
			role: row.role,
			at: row.at,
		}),
	)

export function signoffsQuery(statementId: string): Query<Signoff[]> {
	return rows(
		`SELECT association_id, answer, text_hash, reason, method, at, (SELECT role FROM seat WHERE id = signoff.seat_id) AS role
			FROM signoff WHERE statement_id = ? ORDER BY at, association_id`,
		[statementId],
		signoffRow,
	)
}
