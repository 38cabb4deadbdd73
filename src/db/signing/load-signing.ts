import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { ballotQuery, type LoadedBallot } from '#db/deciding/load-ballot.ts'
import { contestsQuery } from '#db/deciding/load-contests.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import { draftQuery, type LoadedStatement, type WithSalts } from '#db/statement/load-statement.ts'
import { METHODS } from '#domain/deciding/ballot.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { WAYS, type Way } from '#domain/person/ways.ts'
import { SIGNOFF_ANSWERS } from '#domain/signing/facts.ts'
import type { Signing, Signoff } from '#domain/signing/signoff.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { blockVersionSchema } from '#schema/statement.ts'

export type LoadedSigning = {
	readonly draft: Draft & LoadedStatement & WithSalts
	/** Null before there is a decided ballot. */
	readonly signing: (Signing & { readonly ballot: LoadedBallot }) | null
}

/** A statement with its text, the ballot that text was put to, and the sign-offs so far. */
export function signingQuery(slug: string, statementId: string): Query<LoadedSigning | null> {
	return mapQuery(
		allOf({
			draft: draftQuery(slug, statementId),
			ballot: ballotQuery(slug, { statementId }),
			signoffs: signoffsQuery(statementId),
			contests: contestsQuery({ statementId }),
		}),
		({ draft, ballot, signoffs, contests }) =>
			draft && {
				draft,
				signing: ballot && {
					statement: draft.statement,
					ballot,
					dueAt: draft.signoffDueAt ?? ballot.signoffDueAt,
					signoffs,
					contests: ballot.meeting && contests,
				},
			},
	)
}

const votedRow = row({ blocks: json(z.array(blockVersionSchema)) })

/** The text as it was put to the vote. */
export function votedBlocksQuery(statementId: string): Query<readonly BlockVersion[]> {
	return mapQuery(
		firstRow(
			`SELECT revision.blocks FROM revision JOIN statement ON statement.id = revision.statement_id
			JOIN ballot ON ballot.id = statement.ballot_id AND ballot.text_hash = revision.text_hash
			WHERE statement.id = ? ORDER BY revision.at DESC LIMIT 1`,
			[statementId],
			votedRow,
		),
		(found) => found?.blocks ?? [],
	)
}

const signoffRow = row({
	associationId: id<AssociationId>(),
	answer: z.enum(SIGNOFF_ANSWERS),
	textHash: z.string(),
	reason: z.string(),
	method: z.enum(METHODS),
	role: z.enum(ROLES).nullable(),
	way: z.enum(WAYS).nullable(),
	at: z.number(),
})

/** `way`: how whoever gave it had signed in; null where a vote carried it. */
export type LoadedSignoff = Signoff & { readonly way: Way | null }

export function signoffsQuery(statementId: string): Query<LoadedSignoff[]> {
	return rows(
		`SELECT association_id, answer, text_hash, reason, method, at, (SELECT role FROM seat WHERE id = signoff.seat_id) AS role,
				(SELECT way FROM act WHERE id = signoff.act_id) AS way
			FROM signoff WHERE statement_id = ? ORDER BY at, association_id`,
		[statementId],
		signoffRow,
	)
}
