import * as z from 'zod'
import { consensusListQuery, consensusListsQuery, type LoadedConsensusList } from '#db/amendment/load-consensus.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { OPEN } from '#db/comment/load-comments.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { row, rows, values } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type AmendmentRow, AS_LISTED, amendmentFields, amendmentsQuery } from './amendments.ts'

export type ConsensusListsView = StatementView & {
	/** The last first. */
	readonly lists: readonly LoadedConsensusList[]
	/** The open ones, by number. */
	readonly amendments: readonly AmendmentRow[]
	/** The blocks about which an association has said something that waits for an answer. */
	readonly unanswered: ReadonlySet<string>
	/** The coalition's. */
	readonly seats: readonly Seat[]
}

/** The lists about amendments to a statement, and what another could be made of; null when the coalition has no such statement. */
export function consensusListsViewQuery(
	slug: string,
	statementId: string,
	now: Instant,
): Query<ConsensusListsView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			lists: consensusListsQuery(slug, statementId),
			amendments: amendmentsQuery(statementId, { sql: `amendment.state = 'open'`, args: [] }),
			unanswered: values(
				`SELECT DISTINCT block_id FROM comment_thread WHERE statement_id = ? AND block_id IS NOT NULL AND ${OPEN}
					AND EXISTS (SELECT 1 FROM comment WHERE thread_id = comment_thread.id AND comment.association_id IS NOT NULL
						AND withdrawn_at IS NULL)`,
				[statementId],
				z.string(),
			),
			seats: seatsQuery(slug),
		}),
		({ view, unanswered, ...rest }) => view && { ...view, ...rest, unanswered: new Set(unanswered) },
	)
}

export type ConsensusListView = StatementView & {
	readonly list: LoadedConsensusList
	/** Those on it, in the words that it asks about. */
	readonly amendments: readonly AmendmentRow[]
}

const listedRow = row(amendmentFields)

/** One list; null when there is none such. */
export function consensusListViewQuery(
	slug: string,
	statementId: string,
	listId: string,
	now: Instant,
): Query<ConsensusListView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			list: consensusListQuery(slug, statementId, listId),
			amendments: rows(
				`SELECT ${AS_LISTED.columns}
					FROM consensus_item AS listed JOIN amendment ON amendment.id = listed.amendment_id
					${AS_LISTED.joins}
					WHERE listed.list_id = ? AND amendment.statement_id = ? ORDER BY listed.ordinal`,
				[listId, statementId],
				listedRow,
			),
		}),
		({ view, list, amendments }) => view && list && { ...view, list, amendments },
	)
}
