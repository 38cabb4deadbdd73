import { consensusListQuery, consensusListsQuery, type LoadedConsensusList } from '#db/amendment/load-consensus.ts'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { row, rows } from '#db/rows.ts'
import { consensusState, type EarlierObjection, standingObjections } from '#domain/amendment/consensus-list.ts'
import { type Doubts, doubtsAbout } from '#domain/amendment/doubts.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Seat } from '#domain/members/seats.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type Against, againstQuery } from './against.ts'
import { type AmendmentRow, AS_LISTED, amendmentFields } from './amendments.ts'
import { type Named, namedQuery } from './named.ts'

export type ConsensusListsView = StatementView & {
	/** The last first. */
	readonly lists: readonly LoadedConsensusList[]
	/** What another could be made of, and what speaks against that. */
	readonly against: Against
	/** Those that were chosen, whatever became of them. */
	readonly named: readonly Named[]
	/** The coalition's. */
	readonly seats: readonly Seat[]
}

/** The lists about amendments to a statement, and what another could be made of; null when the coalition has no such statement. */
export function consensusListsViewQuery(
	slug: string,
	statementId: string,
	now: Instant,
	chosen: readonly string[] = [],
): Query<ConsensusListsView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			lists: consensusListsQuery(slug, statementId),
			against: againstQuery(statementId),
			named: namedQuery(statementId, chosen),
			seats: seatsQuery(slug),
		}),
		({ view, ...rest }) => view && { ...view, ...rest },
	)
}

export type ConsensusListView = StatementView & {
	readonly list: LoadedConsensusList
	/** Those on it, in the words that it asks about. */
	readonly amendments: readonly AmendmentRow[]
	/** What speaks for deciding on them by themselves, by their ids; none when it is over. */
	readonly doubts: ReadonlyMap<string, Doubts>
	/** Objections from earlier lists that count here too. */
	readonly standing: readonly EarlierObjection[]
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
			against: againstQuery(statementId, listId),
		}),
		({ view, list, amendments, against }) => {
			if (!view || !list) return null
			const known = { ...against, blocks: view.blocks }
			const doubts = consensusState(list, now) === 'open' ? doubtsAbout(amendments, known) : new Map()
			return { ...view, list, amendments, doubts, standing: standingObjections(list, against.objections) }
		},
	)
}
