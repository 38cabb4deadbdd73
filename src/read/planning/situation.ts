import * as z from 'zod'
import { AMENDMENT_COLUMNS, amendmentColumns } from '#db/amendment/load-amendments.ts'
import { STANDS } from '#db/amendment/load-listed.ts'
import { TO_MERGE, toMergeColumn } from '#db/amendment/load-to-merge.ts'
import { COMMENT_COLUMNS, commentColumns } from '#db/comment/load-comments.ts'
import { PUT, putSchema } from '#db/deciding/put.ts'
import { NOT_IN_VAIN } from '#db/publication/load-response.ts'
import { flag, id, json } from '#db/rows.ts'
import { HAS_POSITIONS } from '#db/statement/load-statement.ts'
import type { AddendumId, AssociationId, BallotId, ConsensusListId } from '#domain/kernel/id.ts'
import { STAGES, TRACKS } from '#domain/statement/statement.ts'
import { outcomeSchema, subjectSchema } from '#schema/deciding.ts'

/** A list of associations `from` a query with a WHERE; where `among` is not empty, of those alone that it holds of. */
const list = (from: string, among = '') => `(SELECT json_group_array(association_id) FROM ${from}${among})`

const SIGNED = `signoff WHERE statement_id = statement.id AND text_hash = statement.text_hash
	AND statement.stage = 'signing'`

/** Whether there are voters in a row of `ballot`, and none of them is without all of these rows of theirs. */
const everybody = (...rows: readonly string[]) => `(EXISTS (SELECT 1 FROM elector WHERE ballot_id = ballot.id)
	AND NOT EXISTS (SELECT 1 FROM elector WHERE ballot_id = ballot.id
		AND ${rows.map((row) => `NOT EXISTS (SELECT 1 FROM ${row} AND association_id = elector.association_id)`).join(' AND ')}))`
const truth = (expression: string) => `json(iif(${expression}, 'true', 'false'))`

/**
 * The ballots of a row of `statement` that have effect, as an SQL expression that gives JSON. Not one without quorum that another was
 * held after, nor one on amendments that is counted: nothing waits on anybody for it.
 */
const ballots = (
	among: string,
) => `(SELECT json_group_array(json_object('id', ballot.id, 'subject', json(subject), 'track', ballot.track,
		'opensAt', opens_at, 'bylaws', json(bylaws), 'closesAt', closes_at, 'closedAt', closed_at, 'outcome', json(outcome),
		'electorate', json(${list('elector WHERE ballot_id = ballot.id', among)}),
		'signoffDueAt', ballot.signoff_due_at, 'meeting', ${truth('held_on IS NOT NULL')},
		'put', ${PUT}, 'contested', json(${list('contest WHERE ballot_id = ballot.id AND standing = 1')}),
		'voted', json(${list(
			`(SELECT association_id FROM vote WHERE ballot_id = ballot.id
			UNION SELECT association_id FROM turnout WHERE ballot_id = ballot.id) WHERE true`,
			among,
		)}),
		'allVoted', ${truth(everybody('vote WHERE ballot_id = ballot.id', 'turnout WHERE ballot_id = ballot.id'))},
		'allAnswered', ${truth(everybody(SIGNED))}))
	FROM ballot WHERE ballot.statement_id = statement.id AND voided_at IS NULL
		AND (ballot.id = statement.ballot_id OR outcome IS NULL
			OR (outcome ->> '$.result' <> 'noQuorum' AND subject ->> '$.kind' = 'text')))`

/** What of a row of `statement` waits to be added to it, as an SQL expression that gives JSON. */
const addenda = (among: string) => `(SELECT json_group_array(json_object('id', addendum.id, 'openedAt', opened_at,
		'closesAt', addendum.closes_at, 'bylaws', (SELECT json(bylaws) FROM ballot WHERE id = statement.ballot_id),
		'electorate', json(${list('elector WHERE ballot_id = statement.ballot_id', among)}),
		'answered', json(${list('addendum_answer WHERE addendum_id = addendum.id', among)}),
		'allAnswered', ${truth(`NOT EXISTS (SELECT 1 FROM elector JOIN association ON association.id = elector.association_id
			AND association.left_at IS NULL WHERE ballot_id = statement.ballot_id AND NOT EXISTS (SELECT 1 FROM addendum_answer
				WHERE addendum_id = addendum.id AND association_id = elector.association_id))`)}))
	FROM addendum WHERE addendum.statement_id = statement.id AND taken_back_at IS NULL AND ordinal IS NULL)`

/** By what associations are asked about amendments to a row of `statement` in one question, as an SQL expression that gives JSON. */
const lists = (among: string) => `(SELECT json_group_array(json_object('id', consensus_list.id, 'openedAt', opened_at,
		'closesAt', closes_at, 'bylaws', json(bylaws), 'count', (SELECT COUNT(*) FROM consensus_item WHERE list_id = consensus_list.id),
		'electorate', json(${list(`(SELECT value ->> '$.associationId' AS association_id FROM json_each(electorate)) WHERE true`, among)}),
		'answered', json(${list('consensus_answer WHERE list_id = consensus_list.id', among)})))
	FROM consensus_list WHERE consensus_list.statement_id = statement.id AND ${STANDS})`

/** Whether a row of `statement` was sent to whoever asked for it, or noted as sent, and is not known never to have left. */
const SENT = `(EXISTS (SELECT 1 FROM dispatch WHERE statement_id = statement.id) OR EXISTS (
	SELECT 1 FROM response WHERE response.statement_id = statement.id AND ${NOT_IN_VAIN}))`

/**
 * What decides who must do what in a row of `statement`, as columns of SQL; to be read as `situationFields`. Of a ballot's associations,
 * and of those that have answered, there may be a thousand in each of many ballots: `among`, where it is given, is what holds of those
 * that are asked about.
 */
export const situationOf = (among?: string) => {
	const and = among === undefined ? '' : ` AND ${among}`
	return `statement.stage, block_order <> '[]' AS written, ${HAS_POSITIONS} AS has_positions,
	${COMMENT_COLUMNS}, ${AMENDMENT_COLUMNS}, ${TO_MERGE} AS to_merge, ${SENT} AS sent,
	(SELECT expected_on FROM expected_outcome WHERE statement_id = statement.id) AS expected_on, ${addenda(and)} AS addenda, ${lists(and)} AS lists,
	consultation_due_at, statement.signoff_due_at, ${ballots(and)} AS ballots,
	${list(
		`(SELECT DISTINCT association_id FROM stance
		WHERE statement_id = statement.id AND statement.stage = 'consulting') WHERE true`,
		and,
	)} AS stanced,
	${list(SIGNED, and)} AS answered`
}

const associations = json(z.array(id<AssociationId>()))

/** Fields of a `Situation`, and how many comments there are. */
export const situationFields = {
	stage: z.enum(STAGES),
	written: flag,
	hasPositions: flag,
	...commentColumns,
	...amendmentColumns,
	toMerge: toMergeColumn,
	sent: flag,
	expectedOn: z.string().nullable(),
	addenda: json(
		z.array(
			z.object({
				id: id<AddendumId>(),
				openedAt: z.number(),
				closesAt: z.number(),
				bylaws: z.object({ officersVote: z.boolean() }),
				electorate: z.array(id<AssociationId>()),
				answered: z.array(id<AssociationId>()),
				allAnswered: z.boolean(),
			}),
		),
	),
	lists: json(
		z.array(
			z.object({
				id: id<ConsensusListId>(),
				openedAt: z.number(),
				closesAt: z.number(),
				bylaws: z.object({ officersVote: z.boolean() }),
				count: z.number(),
				electorate: z.array(id<AssociationId>()),
				answered: z.array(id<AssociationId>()),
			}),
		),
	),
	consultationDueAt: z.number().nullable(),
	signoffDueAt: z.number().nullable(),
	ballots: json(
		z.array(
			z.object({
				id: id<BallotId>(),
				subject: subjectSchema,
				track: z.enum(TRACKS),
				opensAt: z.number(),
				bylaws: z.object({ officersVote: z.boolean() }),
				closesAt: z.number(),
				closedAt: z.number().nullable(),
				outcome: outcomeSchema.nullable(),
				electorate: z.array(id<AssociationId>()),
				voted: z.array(id<AssociationId>()),
				allVoted: z.boolean(),
				allAnswered: z.boolean(),
				signoffDueAt: z.number(),
				meeting: z.boolean(),
				contested: z.array(id<AssociationId>()),
				put: putSchema,
			}),
		),
	),
	stanced: associations,
	answered: associations,
}
