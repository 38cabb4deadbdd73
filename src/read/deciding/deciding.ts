import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { LATEST_BALLOT, type LoadedVote, signoffsQuery, votesQuery } from '#db/deciding/load-ballot.ts'
import { id, row, rows } from '#db/rows.ts'
import { draftQuery, type LoadedStance, stancesQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Signoff } from '#domain/signing/signoff.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { type PositionSource, sourcesQuery } from '#read/position/positions.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'

export type { LoadedVote } from '#db/deciding/load-ballot.ts'
export type { LoadedStance } from '#db/statement/load-statement.ts'

/** A statement with the text its pages show: the one being decided on where there is one. */
export type StatementView = {
	readonly header: StatementHeader
	readonly coalition: Coalition
	readonly blocks: readonly BlockVersion[]
	/** Where positions in it came from that were taken from the bank, by block. */
	readonly sources: Readonly<Record<string, PositionSource>>
}

/** Null when the coalition has no such statement. */
export function statementViewQuery(slug: string, statementId: string): Query<StatementView | null> {
	return mapQuery(
		allOf({
			header: statementHeaderQuery(slug, statementId),
			draft: draftQuery(slug, statementId),
			coalition: coalitionQuery(slug),
			sources: sourcesQuery(statementId),
		}),
		({ header, draft, coalition, sources }) =>
			header && draft && coalition && { header, coalition, blocks: draft.blocks, sources },
	)
}

export type StancesView = StatementView & { readonly stances: readonly LoadedStance[] }

export function stancesViewQuery(slug: string, statementId: string): Query<StancesView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId), stances: stancesQuery(statementId) }),
		({ view, stances }) => view && { ...view, stances },
	)
}

export type BallotView = StatementView & {
	/** As they stand. Empty for a secret ballot. */
	readonly votes: readonly LoadedVote[]
	/** When each association put in its paper, in a secret ballot. */
	readonly turnout: readonly { readonly associationId: AssociationId; readonly at: Instant }[]
	/** Earlier ballots on the statement that ended without effect, when they were voided. */
	readonly voided: readonly Instant[]
	/** Members nobody can vote for: without a delegate or deputy in office. */
	readonly unrepresented: readonly AssociationId[]
}

const turnoutRow = row({ associationId: id<AssociationId>(), at: z.number() })

const voidedRow = row({ at: z.number() })

const unrepresentedRow = row({ id: id<AssociationId>() })

export function ballotViewQuery(slug: string, statementId: string, now: Instant): Query<BallotView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId),
			votes: votesQuery(statementId),
			turnout: rows(
				`SELECT association_id, at FROM turnout WHERE ballot_id = ${LATEST_BALLOT}`,
				[statementId],
				turnoutRow,
			),
			voided: rows(
				'SELECT voided_at AS at FROM ballot WHERE statement_id = ? AND voided_at IS NOT NULL ORDER BY voided_at',
				[statementId],
				voidedRow,
			),
			unrepresented: rows(
				`SELECT id FROM association WHERE coalition_id = (SELECT coalition_id FROM statement WHERE id = ?)
					AND left_at IS NULL AND NOT EXISTS (SELECT 1 FROM seat WHERE association_id = association.id
						AND role IN ('delegate', 'deputy') AND ended_at IS NULL AND from_at <= ?
						AND (until_at IS NULL OR ? < until_at)) ORDER BY ordinal`,
				[statementId, now, now],
				unrepresentedRow,
			),
		}),
		({ view, votes, turnout, voided, unrepresented }) =>
			view && {
				...view,
				votes,
				turnout,
				voided: voided.map(({ at }) => at),
				unrepresented: unrepresented.map(({ id }) => id),
			},
	)
}

export type SignoffView = StatementView & {
	readonly votes: readonly LoadedVote[]
	readonly signoffs: readonly Signoff[]
}

export function signoffViewQuery(slug: string, statementId: string): Query<SignoffView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId),
			votes: votesQuery(statementId),
			signoffs: signoffsQuery(statementId),
		}),
		({ view, votes, signoffs }) => view && { ...view, votes, signoffs },
	)
}
