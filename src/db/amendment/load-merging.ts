import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { LIVE } from '#db/comment/load-comments.ts'
import type { Condition } from '#db/guards.ts'
import type { StreamName } from '#db/load-log.ts'
import { firstRow, flag, id, json, row, rows } from '#db/rows.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import { AMENDMENT_STATES } from '#domain/amendment/state.ts'
import type { Merging } from '#domain/amendment/unmerge.ts'
import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type {
	ActId,
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	ConsensusListId,
	PersonId,
	SeatId,
	StatementId,
} from '#domain/kernel/id.ts'
import { beforeMergingSchema, wantedSchema } from '#schema/amendment.ts'
import { blockVersionSchema } from '#schema/statement.ts'
import { JOINED } from './load-amendments.ts'
import { ASKED, askedColumn } from './load-asked.ts'
import { ADOPTED_BY } from './load-listed.ts'
import { BEFORE, MERGED, mergedColumn } from './merged.ts'
import { SEEN } from './seen.ts'

const joined = json(z.array(z.object({ associationId: id<AssociationId>(), versionId: id<AmendmentVersionId>() })))

const mergeableRow = row({
	id: id<AmendmentId>(),
	number: z.number(),
	statementId: id<StatementId>(),
	associationId: id<AssociationId>(),
	personId: id<PersonId>(),
	state: z.enum(AMENDMENT_STATES),
	versionId: id<AmendmentVersionId>(),
	versions: z.number(),
	joined,
	asked: askedColumn,
	decidedIn: id<BallotId>().nullable(),
	note: z.string().nullable(),
	decidedSeatId: id<SeatId>().nullable(),
	decidedAt: z.number().nullable(),
	own: flag,
	merged: mergedColumn,
	adoptedBy: id<ConsensusListId>().nullable(),
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
})

/** These amendments to the statement, with their words. */
export const mergeableQuery = (statementId: string, ids: readonly string[]): Query<Mergeable[]> =>
	mergeableAmong(statementId, { sql: 'SELECT value FROM json_each(?)', args: [JSON.stringify(ids)] })

/** Those on a list. */
export const listedMergeableQuery = (statementId: string, listId: string): Query<Mergeable[]> =>
	mergeableAmong(statementId, { sql: 'SELECT amendment_id FROM consensus_item WHERE list_id = ?', args: [listId] })

function mergeableAmong(statementId: string, { sql, args }: Condition): Query<Mergeable[]> {
	return rows(
		`SELECT amendment.id, number, amendment.statement_id, association_id, amendment.person_id, state, version_id,
			(SELECT COUNT(*) FROM amendment_version AS version WHERE version.amendment_id = amendment.id) AS versions,
			${JOINED} AS joined, ${ASKED} AS asked, decided_in, note, decided_seat_id, decided_at, own, ${MERGED} AS merged,
			${ADOPTED_BY} AS adopted_by, ${SEEN} AS seen, amendment_version.wanted
		FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
		WHERE amendment.statement_id = ? AND amendment.id IN (${sql}) ORDER BY number`,
		[statementId, ...args],
		mergeableRow,
	)
}

/** The streams of the amendments that an act merged. */
export const streamsOfMerging = (statementId: string, actId: string): StreamName => ({
	all: `SELECT 'amendment:' || amendment_id FROM amendment_merge WHERE act_id = ? AND statement_id = ?`,
	args: [actId, statementId],
})

const mergedRow = row({
	id: id<AmendmentId>(),
	statementId: id<StatementId>(),
	associationId: id<AssociationId>(),
	joined,
	before: json(beforeMergingSchema),
	undoneAt: z.number().nullable(),
})

const sinceRow = row({ decidedSince: flag, movedSince: flag, saidSince: flag })

/** Whether a version of a block, by the expression, was written by the act that is the first argument. */
const written = (version: string): string => `${version} IN (SELECT wrote.value ->> '$.id'
	FROM event AS made, json_each(made.payload, '$.written') AS wrote WHERE made.act_id = ?1 AND made.type = 'documentRearranged')`

const SINCE = `position > (SELECT MAX(position) FROM event AS made WHERE made.act_id = ?1)`

/** An act that merged amendments to the statement, and what came since; null: there is none. */
export function mergingQuery(statementId: string, actId: string): Query<Merging | null> {
	return mapQuery(
		allOf({
			merged: rows(
				`SELECT amendment.id, amendment.statement_id, amendment.association_id, ${JOINED} AS joined, before, undone_at
				FROM amendment_merge JOIN amendment ON amendment.id = amendment_merge.amendment_id
				WHERE act_id = ? AND amendment_merge.statement_id = ? ORDER BY number`,
				[actId, statementId],
				mergedRow,
			),
			since: firstRow(
				`SELECT EXISTS (SELECT 1 FROM amendment_merge JOIN event ON event.stream = 'amendment:' || amendment_merge.amendment_id
						WHERE amendment_merge.act_id = ?1 AND ${SINCE}) AS decided_since,
					EXISTS (SELECT 1 FROM event WHERE statement_id = ?2 AND type IN ('consultationOpened', 'referredBack')
						AND ${SINCE}) AS moved_since,
					(EXISTS (SELECT 1 FROM stance WHERE statement_id = ?2 AND ${written('version_id')})
						OR EXISTS (SELECT 1 FROM comment_thread WHERE statement_id = ?2 AND ${LIVE} AND ${written('version_id')})
						OR EXISTS (SELECT 1 FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id,
							json_each(amendment_version.seen) AS saw WHERE amendment.statement_id = ?2 AND state = 'open'
							AND ${written(`saw.value ->> '$.id'`)})) AS said_since`,
				[actId, statementId],
				sinceRow,
			),
		}),
		({ merged, since }) => {
			if (merged.length === 0 || since === null) return null
			const isUndone = merged.every(({ undoneAt }) => undoneAt !== null)
			const amendments = merged.map(({ undoneAt: _undone, ...amendment }) => amendment)
			return { actId: actId as ActId, isUndone, amendments, ...since }
		},
	)
}

const adoptedRow = row({
	number: z.number(),
	seen: json(z.array(blockVersionSchema)),
	wanted: json(z.array(wantedSchema)),
	merged: mergedColumn,
	byAssociations: flag,
	decidedAt: z.number().nullable(),
})

/**
 * The amendments to the statement that were adopted as they are; and those that associations adopted so and that came in with changes, since
 * they adopted another in a place of theirs. These were decided when associations did, not when they came in.
 */
export function adoptedQuery(statementId: string): Query<AdoptedAmendment[]> {
	return rows(
		`SELECT number, ${SEEN} AS seen, amendment_version.wanted, ${MERGED} AS merged,
			(decided_in IS NOT NULL OR ${ADOPTED_BY} IS NOT NULL) AS by_associations,
			IIF(state = 'adopted', decided_at, ${BEFORE} ->> '$.decidedAt') AS decided_at
		FROM amendment JOIN amendment_version ON amendment_version.id = amendment.version_id
		WHERE amendment.statement_id = ? AND (state = 'adopted' OR (state = 'adoptedWithChanges'
			AND (decided_in IS NOT NULL OR ${ADOPTED_BY} IS NOT NULL) AND ${BEFORE} ->> '$.state' = 'adopted'))
		ORDER BY number`,
		[statementId],
		adoptedRow,
	)
}
