import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { inTurn, type Turn } from '#db/in-turn.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, json, row, rows } from '#db/rows.ts'
import { type ConsensusAnswer, type ConsensusList, LISTED_OUTCOMES } from '#domain/amendment/consensus-list.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	ConsensusListId,
	Instant,
	StatementId,
} from '#domain/kernel/id.ts'
import { ROLES } from '#domain/members/seats.ts'
import { objectionSchema } from '#schema/consensus.ts'
import { bylawsSchema, electorSchema } from '#schema/deciding.ts'

const listRow = row({
	id: id<ConsensusListId>(),
	statementId: id<StatementId>(),
	openedAt: z.number(),
	closesAt: z.number(),
	bylaws: json(bylawsSchema),
	electorate: json(z.array(electorSchema)),
	unheard: json(z.array(id<AssociationId>())),
	settledAt: z.number().nullable(),
	cancelledAt: z.number().nullable(),
	cancelReason: z.string().nullable(),
	remindAt: z.number().nullable(),
})

const itemRow = row({
	listId: id<ConsensusListId>(),
	amendmentId: id<AmendmentId>(),
	versionId: id<AmendmentVersionId>(),
	outcome: z.enum(LISTED_OUTCOMES).nullable(),
})

const answerRow = row({
	listId: id<ConsensusListId>(),
	associationId: id<AssociationId>(),
	objections: json(z.array(objectionSchema)),
	role: z.enum(ROLES).nullable(),
	at: z.number(),
})

export type LoadedItem = Omit<ReturnType<typeof itemRow>, 'listId'>
export type LoadedAnswer = ConsensusAnswer & { readonly at: Instant }
export type LoadedConsensusList = Omit<ConsensusList, 'items' | 'answers'> & {
	readonly items: readonly LoadedItem[]
	readonly answers: readonly LoadedAnswer[]
	readonly unheard: readonly AssociationId[]
	/** Why it was ended before its time. */
	readonly cancelReason: string | null
	/** When those that have not answered are reminded by themselves. */
	readonly remindAt: Instant | null
}

/** All lists there ever were about amendments to a statement of the coalition, the last first. */
export function consensusListsQuery(slug: string, statementId: string, only?: string): Query<LoadedConsensusList[]> {
	const which = `statement_id = ? AND coalition_id = ${COALITION_BY_SLUG}${only === undefined ? '' : ' AND id = ?'}`
	const args = [statementId, slug, ...(only === undefined ? [] : [only])]
	const of = `list_id IN (SELECT id FROM consensus_list WHERE ${which})`
	return mapQuery(
		allOf({
			lists: rows(`SELECT * FROM consensus_list WHERE ${which} ORDER BY opened_at DESC, id`, args, listRow),
			items: rows(`SELECT * FROM consensus_item WHERE ${of} ORDER BY ordinal`, args, itemRow),
			answers: rows(
				`SELECT list_id, association_id, objections, (SELECT role FROM seat WHERE id = seat_id) AS role, at
					FROM consensus_answer WHERE ${of} ORDER BY at, association_id`,
				args,
				answerRow,
			),
		}),
		({ lists, items, answers }) =>
			lists.map((list) => ({
				...list,
				items: items.filter(({ listId }) => listId === list.id),
				answers: answers.filter(({ listId }) => listId === list.id),
			})),
	)
}

/** One of them; null: there is no such list. */
export const consensusListQuery = (
	slug: string,
	statementId: string,
	listId: string,
): Query<LoadedConsensusList | null> =>
	mapQuery(consensusListsQuery(slug, statementId, listId), ([list]) => list ?? null)

const dueRow = row({ listId: id<ConsensusListId>(), statementId: id<StatementId>(), coalition: z.string() })

/** `coalition`: its slug. */
export type DueList = ReturnType<typeof dueRow>

/** Lists whose time is up and that are not settled. */
export function dueListsQuery(now: Instant, turn: Turn): Query<DueList[]> {
	return inTurn(
		`SELECT consensus_list.id AS list_id, statement_id, slug.slug AS coalition, closes_at FROM consensus_list
			JOIN slug ON slug.coalition_id = consensus_list.coalition_id AND slug.current = 1
			WHERE settled_at IS NULL AND cancelled_at IS NULL AND closes_at <= ?`,
		[now],
		'closes_at, list_id',
		turn,
		dueRow,
	)
}
