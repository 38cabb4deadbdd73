import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { LIVE } from '#db/comment/load-comments.ts'
import { firstRow, id, row, rows } from '#db/rows.ts'
import { CHANGES_TEXT, PLACE_OF_CHANGE, sidesQuery } from '#db/statement/load-history.ts'
import { versionsQuery } from '#db/statement/load-text.ts'
import type { ActId, BlockId, Instant, PersonId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Sides } from '#domain/statement/text-history.ts'
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
	/** The text before and after the change that is looked at. */
	readonly sides: Sides
	/** Who made it, and when. */
	readonly entry: HistoryEntry
	/** Of another change that it is compared with; null where there is none. */
	readonly other: Sides | null
	/** When the text was changed, from the first time on: the times that are nearest, the last, and that of the other change. */
	readonly times: readonly ReturnType<typeof timeRow>[]
	/** Whether these are all. */
	readonly all: boolean
}

const timeRow = row({ actId: id<ActId>(), at: z.number(), inAll: z.number() })

/** How many changes on either side of one are offered to compare it with. */
const NEAREST = 25

const OF_TEXT = `FROM event WHERE statement_id = ?1 AND ${CHANGES_TEXT}`
const some = (which: string) => `SELECT position FROM (SELECT position ${OF_TEXT} ${which})`

const timesQuery = (statementId: string, actId: string, other: string) =>
	rows(
		`SELECT act_id, act.at, (SELECT count(*) ${OF_TEXT}) AS in_all FROM event JOIN act ON act.id = event.act_id
			WHERE event.position IN (
				${some(`AND position <= ${PLACE_OF_CHANGE} ORDER BY position DESC LIMIT ${NEAREST + 1}`)}
				UNION ${some(`AND position > ${PLACE_OF_CHANGE} ORDER BY position LIMIT ${NEAREST}`)}
				UNION ${some('ORDER BY position DESC LIMIT 1')}
				UNION ${some('AND act_id = ?3')}
			) ORDER BY event.position`,
		[statementId, actId, other],
		timeRow,
	)

/** A change of a text, beside another where one is named; null where the text had no such change. */
export function changeViewQuery(
	slug: string,
	statementId: string,
	actId: string,
	other: string,
	now: Instant,
): Query<ChangeView | null> {
	return mapQuery(
		allOf({
			view: writingQuery(slug, statementId, null, now),
			entry: historyEntryQuery(statementId, actId),
			sides: sidesQuery(statementId, actId),
			other: sidesQuery(statementId, other),
			times: timesQuery(statementId, actId, other),
		}),
		({ view, entry, sides, ...rest }) => {
			const all = rest.times.length === rest.times[0]?.inAll
			return view && entry && sides && { ...view, ...rest, entry, sides, all }
		},
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
