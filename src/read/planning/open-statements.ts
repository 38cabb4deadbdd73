import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { COMMENT_COLUMNS, commentColumns } from '#db/comment/load-comments.ts'
import type { Condition } from '#db/guards.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { flag, id, json, row, rows } from '#db/rows.ts'
import { HAS_POSITIONS } from '#db/statement/load-statement.ts'
import { RESULTS } from '#domain/deciding/ballot.ts'
import type { AssociationId, CoalitionId, Instant, StatementId, SwedishDate } from '#domain/kernel/id.ts'
import type { Situation } from '#domain/planning/tasks.ts'
import { STAGES, type Statement, TRACKS } from '#domain/statement/statement.ts'

/** A statement that still asks something of somebody: not withdrawn, and if published, not yet marked as sent. */
export type OpenStatement = {
	readonly statement: Pick<Statement, 'id' | 'coalitionId' | 'title' | 'stage'>
	readonly inquiry: { readonly title: string; readonly dueOn: SwedishDate | null } | null
	readonly situation: Situation
	readonly changedAt: Instant
}

const ids = json(z.array(id<AssociationId>()))

const openRow = row({
	id: id<StatementId>(),
	coalitionId: id<CoalitionId>(),
	title: z.string(),
	stage: z.enum(STAGES),
	changedAt: z.number(),
	inquiryTitle: z.string().nullable(),
	dueOn: z.string().nullable(),
	written: flag,
	hasPositions: flag,
	...commentColumns,
	sent: flag,
	consultationDueAt: z.number().nullable(),
	signoffDueAt: z.number().nullable(),
	closesAt: z.number().nullable(),
	closedAt: z.number().nullable(),
	outcome: json(
		z.object({
			yes: z.number(),
			no: z.number(),
			abstain: z.number(),
			silent: z.number(),
			electorate: z.number(),
			quorum: z.number(),
			result: z.enum(RESULTS),
		}),
	).nullable(),
	ballotTrack: z.enum(TRACKS).nullable(),
	electorate: ids,
	stanced: ids,
	voted: ids,
	answered: ids,
})

const list = (from: string) => `(SELECT json_group_array(association_id) FROM ${from})`

/** The coalition's open statements with all that decides who must do what, latest changed first. One statement of SQL. */
export function openStatementsQuery(slug: string): Query<OpenStatement[]> {
	return openStatementsIn({ sql: `= ${COALITION_BY_SLUG}`, args: [slug] })
}

/** The same for several coalitions: `coalitions` is what follows the id of the coalition, `IN (…)`. */
export function openStatementsIn(coalitions: Condition): Query<OpenStatement[]> {
	return mapQuery(
		rows(
			`SELECT statement.id, statement.coalition_id, statement.title, stage, changed_at,
				inquiry.title AS inquiry_title, inquiry.due_on, block_order <> '[]' AS written,
				${HAS_POSITIONS} AS has_positions, ${COMMENT_COLUMNS},
				EXISTS (SELECT 1 FROM dispatch WHERE statement_id = statement.id) AS sent,
				consultation_due_at, statement.signoff_due_at,
				ballot.closes_at, ballot.closed_at, ballot.outcome, ballot.track AS ballot_track,
				${list('elector WHERE ballot_id = ballot.id')} AS electorate,
				${list('(SELECT DISTINCT association_id FROM stance WHERE statement_id = statement.id)')} AS stanced,
				${list(`(SELECT association_id FROM vote WHERE ballot_id = ballot.id
					UNION SELECT association_id FROM turnout WHERE ballot_id = ballot.id)`)} AS voted,
				${list('signoff WHERE statement_id = statement.id AND text_hash = statement.text_hash')} AS answered
			FROM statement
			LEFT JOIN inquiry ON inquiry.id = statement.inquiry_id
			LEFT JOIN ballot ON ballot.id = (SELECT id FROM ballot AS latest WHERE latest.statement_id = statement.id
				AND latest.voided_at IS NULL ORDER BY latest.opens_at DESC, latest.id DESC LIMIT 1)
			WHERE statement.coalition_id ${coalitions.sql} AND stage <> 'withdrawn'
				AND (stage <> 'published' OR NOT EXISTS (SELECT 1 FROM dispatch WHERE statement_id = statement.id))
			ORDER BY changed_at DESC, statement.id`,
			[...coalitions.args],
			openRow,
		),
		(found) => found.map(toOpenStatement),
	)
}

function toOpenStatement(row: ReturnType<typeof openRow>): OpenStatement {
	const { stage, written, hasPositions, sent, consultationDueAt, signoffDueAt, electorate, stanced, voted, answered } =
		row
	const { closesAt, closedAt, outcome, ballotTrack, unanswered, commented, newAnswers } = row
	return {
		statement: {
			id: row.id,
			coalitionId: row.coalitionId,
			title: row.title,
			stage,
		},
		inquiry: row.inquiryTitle === null ? null : { title: row.inquiryTitle, dueOn: row.dueOn },
		situation: {
			stage,
			written,
			hasPositions,
			sent,
			consultationDueAt,
			ballot: closesAt === null || ballotTrack === null ? null : { closesAt, closedAt, outcome, track: ballotTrack },
			signoffDueAt,
			electorate,
			stanced,
			voted,
			answered,
			unanswered,
			commented,
			newAnswers,
		},
		changedAt: row.changedAt,
	}
}
