import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import type { Condition } from '#db/guards.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, flag, id, json, row, rows, values } from '#db/rows.ts'
import { type Ballot, CHOICES, type Choice, DISSENT_KINDS, type Vote } from '#domain/deciding/ballot.ts'
import type { Turnout } from '#domain/deciding/closing.ts'
import type { AssociationId, BallotId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { WAYS, type Way } from '#domain/person/ways.ts'
import type { RecordedVote } from '#domain/publication/record.ts'
import { TRACKS } from '#domain/statement/statement.ts'
import { bylawsSchema, outcomeSchema, subjectSchema } from '#schema/deciding.ts'
import { CHOICE_OF_PAPER } from './papers.ts'

const ballotRow = row(
	{
		id: id<BallotId>(),
		statementId: id<StatementId>(),
		subject: json(subjectSchema),
		textHash: z.string(),
		track: z.enum(TRACKS),
		opensAt: z.number(),
		closesAt: z.number(),
		signoffDueAt: z.number(),
		bylaws: json(bylawsSchema),
		urgent: z.string().nullable(),
		closedAt: z.number().nullable(),
		outcome: json(outcomeSchema).nullable(),
		extensions: z.number(),
		voidedAt: z.number().nullable(),
		remindAt: z.number().nullable(),
		heldOn: z.string().nullable(),
		minutes: z.string().nullable(),
	},
	({ heldOn, minutes, ...ballot }) => ({
		...ballot,
		meeting: heldOn === null ? null : { heldOn, minutes: minutes ?? '' },
	}),
)

const electorRow = row({ associationId: id<AssociationId>(), name: z.string(), area: z.string() })

export type LoadedBallot = Ballot & {
	readonly meeting: { readonly heldOn: string; readonly minutes: string } | null
	/** Of one on amendments: when those that have not voted are next reminded by themselves. */
	readonly remindAt: Instant | null
}

/** A ballot of a statement. Without `ballotId`: the one that the statement's text was put to. */
export type BallotRef = { readonly statementId: string; readonly ballotId?: string }

/** The ballot's id as an SQL expression. */
export function idOf({ statementId, ballotId }: BallotRef): Condition {
	return ballotId === undefined
		? { sql: '(SELECT ballot_id FROM statement WHERE id = ?)', args: [statementId] }
		: { sql: '?', args: [ballotId] }
}

/**
 * A ballot of the coalition. `electors`: how much of the electorate comes with it. A thousand voters who each read a
 * thousand electors take twice as long.
 */
export function ballotQuery(
	slug: string,
	ref: BallotRef,
	electors: AssociationId | 'all' | 'none' = 'all',
): Query<LoadedBallot | null> {
	const { sql, args } = idOf(ref)
	return mapQuery(
		allOf({
			ballot: firstRow(
				`SELECT * FROM ballot WHERE id = ${sql} AND statement_id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
				[...args, ref.statementId, slug],
				ballotRow,
			),
			electorate: rows(
				`SELECT association_id, name, area FROM elector
				WHERE ballot_id = ${sql} ${electors === 'all' ? '' : 'AND association_id = ?'} ORDER BY ordinal`,
				electors === 'all' ? [...args] : [...args, electors],
				electorRow,
			),
		}),
		({ ballot, electorate }) => ballot && { ...ballot, electorate },
	)
}

export type LoadedVote = Vote &
	RecordedVote & {
		readonly method: string
		/** How whoever cast it had signed in; null where a meeting's minutes tell it. */
		readonly way: Way | null
		readonly at: Instant
	}

const voteRow = row(
	{
		associationId: id<AssociationId>(),
		choice: z.enum(CHOICES),
		signs: flag,
		dissentKind: z.enum(DISSENT_KINDS).nullable(),
		dissentText: z.string().nullable(),
		method: z.string(),
		way: z.enum(WAYS).nullable(),
		seatId: id<SeatId>().nullable(),
		role: z.enum(ROLES).nullable(),
		at: z.number(),
	},
	({ dissentKind, dissentText, ...vote }): LoadedVote => ({
		...vote,
		dissent: dissentKind && { kind: dissentKind, text: dissentText ?? '' },
	}),
)

const VOTES = `SELECT vote.*, (SELECT role FROM seat WHERE id = vote.seat_id) AS role,
	(SELECT way FROM act WHERE id = vote.act_id AND vote.method <> 'meeting') AS way FROM vote`

/** The votes of a ballot, in the electorate's order. None are stored for a secret one. */
export function votesQuery(ref: BallotRef): Query<LoadedVote[]> {
	const { sql, args } = idOf(ref)
	return rows(
		`${VOTES} JOIN elector USING (ballot_id, association_id) WHERE vote.ballot_id = ${sql} ORDER BY elector.ordinal`,
		[...args],
		voteRow,
	)
}

/** One association's vote. */
export function voteQuery(ballotId: BallotId, associationId: string): Query<LoadedVote | null> {
	return firstRow(`${VOTES} WHERE vote.ballot_id = ? AND vote.association_id = ?`, [ballotId, associationId], voteRow)
}

const turnoutRow = row({ associationId: id<AssociationId>() }, ({ associationId }) => associationId)

/** Which associations have voted in a secret ballot: all of them, or only whether one has. */
export function turnoutQuery(ballotId: string, of?: AssociationId): Query<AssociationId[]> {
	return of === undefined
		? rows('SELECT association_id FROM turnout WHERE ballot_id = ?', [ballotId], turnoutRow)
		: rows('SELECT association_id FROM turnout WHERE ballot_id = ? AND association_id = ?', [ballotId, of], turnoutRow)
}

const turnoutCountRow = row({ electorate: z.number(), voted: z.number() })

/** How many associations are in a ballot, and how many have voted; in a secret one, how many papers are in. */
export function turnoutCountQuery(ballotId: string): Query<Turnout> {
	const count = (table: string) => `(SELECT count(*) FROM ${table} WHERE ballot_id = ?)`
	return mapQuery(
		firstRow(
			`SELECT ${count('elector')} AS electorate, ${count('vote')} + ${count('turnout')} AS voted`,
			[ballotId, ballotId, ballotId],
			turnoutCountRow,
		),
		(found) => found ?? { electorate: 0, voted: 0 },
	)
}

/** The papers of a secret ballot, in the order of their random keys. */
export function papersQuery(ballotId: BallotId): Query<Choice[]> {
	return values(`SELECT ${CHOICE_OF_PAPER} FROM paper WHERE ballot_id = ? ORDER BY key`, [ballotId], z.enum(CHOICES))
}
