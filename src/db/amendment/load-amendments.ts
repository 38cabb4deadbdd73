import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import type { StreamName } from '#db/load-log.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import type { Amendment } from '#domain/amendment/amendment.ts'
import type { StandingAmendments } from '#domain/amendment/proposing.ts'
import { AMENDMENT_STATES } from '#domain/amendment/state.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	CommentId,
	ConsensusListId,
	PersonId,
	StatementId,
} from '#domain/kernel/id.ts'
import { ASKED, askedColumn } from './load-asked.ts'
import { ADOPTED_BY } from './load-listed.ts'

export const amendmentShape = {
	id: id<AmendmentId>(),
	statementId: id<StatementId>(),
	associationId: id<AssociationId>(),
	personId: id<PersonId>(),
	state: z.enum(AMENDMENT_STATES),
	versionId: id<AmendmentVersionId>(),
	versions: z.number(),
	joined: json(z.array(z.object({ associationId: id<AssociationId>(), versionId: id<AmendmentVersionId>() }))),
	asked: askedColumn,
	decidedIn: id<BallotId>().nullable(),
	adoptedBy: id<ConsensusListId>().nullable(),
}

const amendmentRow = row(amendmentShape)

/** The associations that have joined a row of `amendment`, in the order they did, as an SQL expression that gives JSON. */
export const JOINED = `(SELECT json_group_array(json_object('associationId', association_id, 'versionId', version_id))
	FROM (SELECT association_id, version_id FROM amendment_join WHERE amendment_id = amendment.id ORDER BY at, rowid))`

export const COLUMNS = `amendment.id, amendment.statement_id, association_id, person_id, state, version_id,
	(SELECT COUNT(*) FROM amendment_version WHERE amendment_id = amendment.id) AS versions, ${JOINED} AS joined,
	${ASKED} AS asked, decided_in, ${ADOPTED_BY} AS adopted_by`

/** An amendment to the statement, without its words. */
export function amendmentQuery(statementId: string, amendmentId: string): Query<Amendment | null> {
	return firstRow(
		`SELECT ${COLUMNS} FROM amendment WHERE id = ? AND statement_id = ?`,
		[amendmentId, statementId],
		amendmentRow,
	)
}

/** The amendments that a ballot is about, without their words. */
export function amendmentsPutQuery(ballotId: string): Query<Amendment[]> {
	return rows(
		`SELECT ${COLUMNS} FROM ballot JOIN amendment ON amendment.statement_id = ballot.statement_id
				AND amendment.id IN (ballot.subject ->> '$.amendmentId', ballot.subject ->> '$.against.amendmentId')
			WHERE ballot.id = ?`,
		[ballotId],
		amendmentRow,
	)
}

/** Their streams. */
export const streamsOfAmendmentsPut = (ballotId: string): StreamName => ({
	all: `SELECT 'amendment:' || put.value FROM ballot, json_each(json_array(subject ->> '$.amendmentId',
		subject ->> '$.against.amendmentId')) AS put WHERE ballot.id = ? AND put.value IS NOT NULL`,
	args: [ballotId],
})

const standingRow = row({ all: z.number(), last: z.number(), own: z.number(), waiting: z.number() })

/** How many there are; `own` and `waiting` of the association, or of that whose amendment it is. */
export function standingAmendmentsQuery(
	statementId: string,
	of: { readonly associationId: string } | { readonly amendmentId: string },
): Query<StandingAmendments> {
	const [whose, arg] =
		'associationId' in of
			? ['?', of.associationId]
			: ['(SELECT association_id FROM amendment WHERE id = ?)', of.amendmentId]
	return mapQuery(
		firstRow(
			`SELECT COUNT(*) AS "all", COALESCE(MAX(number), 0) AS last,
				COUNT(*) FILTER (WHERE association_id = whose AND put_forward_at IS NOT NULL) AS own,
				COUNT(*) FILTER (WHERE association_id = whose AND put_forward_at IS NULL) AS waiting
			FROM amendment, (SELECT ${whose} AS whose) WHERE statement_id = ?`,
			[arg, statementId],
			standingRow,
		),
		(found) => found ?? { all: 0, last: 0, own: 0, waiting: 0 },
	)
}

/** The thread of comments on the statement that begins with that comment; null where there is none. */
export const threadQuery = (statementId: string, commentId: string | null): Query<CommentId | null> =>
	firstValue(
		'SELECT id FROM comment_thread WHERE id = ? AND statement_id = ?',
		[commentId, statementId],
		id<CommentId>(),
	)

const OF_STATEMENT = 'FROM amendment WHERE amendment.statement_id = statement.id'

/**
 * What there is to say of a row of `statement`, as SQL columns: how many amendments stand, how many wait for somebody to decide, which
 * associations have one waiting to be put forward, and which stand behind earlier words of one; once for each.
 */
export const AMENDMENT_COLUMNS = `(SELECT COUNT(*) ${OF_STATEMENT} AND state NOT IN ('prepared', 'withdrawn')) AS amendments,
	(SELECT COUNT(*) ${OF_STATEMENT} AND state = 'open' AND ${ASKED} IS NULL) AS undecided,
	(SELECT json_group_array(association_id) ${OF_STATEMENT} AND state = 'prepared') AS prepared,
	(SELECT json_group_array(amendment_join.association_id) FROM amendment JOIN amendment_join
		ON amendment_join.amendment_id = amendment.id AND amendment_join.version_id <> amendment.version_id
		WHERE amendment.statement_id = statement.id AND state = 'open') AS reworded`

const associations = json(z.array(id<AssociationId>()))

export const amendmentColumns = {
	amendments: z.number(),
	undecided: z.number(),
	prepared: associations,
	reworded: associations,
}
