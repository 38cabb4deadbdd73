import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { LIVE } from '#db/comment/load-comments.ts'
import { firstRow, id, row, rows } from '#db/rows.ts'
import { CHANGES_TEXT, textChangesQuery, versionsQuery } from '#db/statement/load-text.ts'
import type { ActId, BlockId, Instant, PersonId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { TextChange } from '#domain/statement/text-history.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { type HistoryEntry, historyEntryQuery } from './drafting.ts'

/** Who has taken a stance on a block or commented on it. */
export type Judgement = ReturnType<typeof judgementRow>

const judgementRow = row({
	blockId: id<BlockId>(),
	what: z.enum(['stance', 'comment']),
	/** The association in whose name; null: the coalition. */
	association: z.string().nullable(),
})

function judgementsQuery(statementId: string): Query<Judgement[]> {
	return rows(
		`SELECT stance.block_id, 'stance' AS what, association.name AS association
			FROM stance JOIN association ON association.id = stance.association_id WHERE statement_id = ?
		UNION SELECT comment_thread.block_id, 'comment', association.name
			FROM comment_thread JOIN comment ON comment.thread_id = comment_thread.id AND comment.withdrawn_at IS NULL
			LEFT JOIN association ON association.id = comment.association_id
			WHERE comment_thread.statement_id = ? AND comment_thread.block_id IS NOT NULL AND ${LIVE}
		ORDER BY 2 DESC, 3`,
		[statementId, statementId],
		judgementRow,
	)
}

export type WritingView = StatementView & {
	/** The blocks that were in front of whoever sent the form, in the versions they were in then; null before anything was sent. */
	readonly seen: readonly BlockVersion[] | null
	readonly judgements: readonly Judgement[]
}

/** A text that is being written. `seen`: the versions that a form was made from. */
export function writingQuery(
	slug: string,
	statementId: string,
	seen: readonly string[] | null,
	now: Instant,
): Query<WritingView | null> {
	return mapQuery(
		allOf({
			view: statementViewQuery(slug, statementId, now),
			versions: versionsQuery(statementId, seen ?? []),
			judgements: judgementsQuery(statementId),
		}),
		({ view, versions, judgements }) => view && { ...view, seen: seen === null ? null : versions, judgements },
	)
}

/** The same, where the block stands in the text; null where it does not. */
export function removalQuery(
	slug: string,
	statementId: string,
	block: string,
	now: Instant,
): Query<WritingView | null> {
	return mapQuery(writingQuery(slug, statementId, null, now), (view) =>
		view?.blocks.some(({ blockId }) => blockId === block) ? view : null,
	)
}

export type ChangeView = WritingView & {
	readonly changes: readonly TextChange[]
	/** Who made the change that is looked at, and when. */
	readonly entry: HistoryEntry
	/** When the text was changed, from the first time on. */
	readonly times: readonly ReturnType<typeof timeRow>[]
}

const timeRow = row({ actId: id<ActId>(), at: z.number() })

/** A change of a text, with all the others; null where the text had no such change. */
export function changeViewQuery(
	slug: string,
	statementId: string,
	actId: string,
	now: Instant,
): Query<ChangeView | null> {
	return mapQuery(
		allOf({
			view: writingQuery(slug, statementId, null, now),
			entry: historyEntryQuery(statementId, actId),
			changes: textChangesQuery(statementId),
			times: rows(
				`SELECT act_id, act.at FROM event JOIN act ON act.id = event.act_id
					WHERE event.statement_id = ? AND ${CHANGES_TEXT} ORDER BY event.position`,
				[statementId],
				timeRow,
			),
		}),
		({ view, entry, changes, times }) =>
			view && entry && changes.some((change) => change.actId === entry.actId)
				? { ...view, entry, changes, times }
				: null,
	)
}

const latestRow = row({ actId: id<ActId>(), personId: id<PersonId>() })

export type LatestChange = ReturnType<typeof latestRow>

/** The last change of the text, and who made it. Null: it was never written. */
export function latestChangeQuery(statementId: string): Query<LatestChange | null> {
	return firstRow(
		`SELECT act_id, act.person_id FROM event JOIN act ON act.id = event.act_id
			WHERE event.statement_id = ? AND ${CHANGES_TEXT}
			ORDER BY event.position DESC LIMIT 1`,
		[statementId],
		latestRow,
	)
}
