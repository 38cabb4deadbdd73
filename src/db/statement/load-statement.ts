import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { ANSWER_FORMATS, INQUIRY_KINDS, INQUIRY_STATUSES, type Inquiry } from '#domain/inquiry/inquiry.ts'
import type {
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
	CoalitionId,
	InquiryId,
	RevisionId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Draft } from '#domain/statement/draft.ts'
import type { TextSalts } from '#domain/statement/salts.ts'
import { LANGUAGES, STAGES, STATEMENT_KINDS, type Statement, TRACKS } from '#domain/statement/statement.ts'
import { blockSchema, blockVersionSchema, saltsSchema } from '#schema/statement.ts'

const statementRow = row(
	{
		id: id<StatementId>(),
		coalitionId: id<CoalitionId>(),
		inquiryId: id<InquiryId>().nullable(),
		kind: z.enum(STATEMENT_KINDS),
		language: z.enum(LANGUAGES),
		title: z.string(),
		track: z.enum(TRACKS),
		stage: z.enum(STAGES),
		blockOrder: json(z.array(z.string())),
		revisionId: id<RevisionId>().nullable(),
		textHash: z.string().nullable(),
		ballotId: id<BallotId>().nullable(),
		consultationDueAt: z.number().nullable(),
		signoffDueAt: z.number().nullable(),
		/** Why it was last referred back, or withdrawn. */
		reason: z.string().nullable(),
		createdAt: z.number(),
		changedAt: z.number(),
	},
	({ consultationDueAt, signoffDueAt, reason, createdAt, changedAt, blockOrder, ...statement }) => ({
		facts: { statement, consultationDueAt, signoffDueAt, reason, createdAt, changedAt },
		blockOrder,
	}),
)

export type LoadedStatement = ReturnType<typeof statementRow>['facts']

const IN_COALITION = `id = ? AND coalition_id = ${COALITION_BY_SLUG}`

/** Whether associations are asked for stances on a row of `statement`: it is out for views and has positions. An SQL expression. */
export const HAS_POSITIONS = `(statement.stage = 'consulting' AND EXISTS (SELECT 1 FROM json_each(statement.block_order) AS placed
	JOIN block ON block.id = placed.value JOIN block_version ON block_version.id = block.version_id
	WHERE json_extract(block_version.content, '$.kind') = 'position'))`

/** A statement of the coalition without its text. */
export function statementQuery(slug: string, statementId: string): Query<Statement | null> {
	return mapQuery(statementFactsQuery(slug, statementId), (facts) => facts?.statement ?? null)
}

/** A statement of the coalition with its dates, without its text. */
export function statementFactsQuery(slug: string, statementId: string): Query<LoadedStatement | null> {
	return mapQuery(
		firstRow(`SELECT * FROM statement WHERE ${IN_COALITION}`, [statementId, slug], statementRow),
		(row) => row?.facts ?? null,
	)
}

/** A version of a block. */
export const versionRow = row({ id: id<BlockVersionId>(), blockId: id<BlockId>(), content: json(blockSchema) })

const fixedRow = row({ blocks: json(z.array(blockVersionSchema)), salts: json(saltsSchema).nullable() })

/** What its text was fixed with: null while it is written, and of one fixed before there were salts. */
export type WithSalts = { readonly salts: TextSalts | null }

/** A statement of the coalition with the blocks of its current text: the fixed revision where there is one. */
export function draftQuery(slug: string, statementId: string): Query<(Draft & LoadedStatement & WithSalts) | null> {
	return mapQuery(
		allOf({
			row: firstRow(`SELECT * FROM statement WHERE ${IN_COALITION}`, [statementId, slug], statementRow),
			written: rows(
				`SELECT block_version.id, block_version.block_id, block_version.content FROM block
				JOIN block_version ON block_version.id = block.version_id
				JOIN statement ON statement.id = block.statement_id
				WHERE block.statement_id = ? AND statement.revision_id IS NULL`,
				[statementId],
				versionRow,
			),
			fixed: firstRow(
				'SELECT blocks, salts FROM revision WHERE id = (SELECT revision_id FROM statement WHERE id = ?)',
				[statementId],
				fixedRow,
			),
		}),
		({ row, written, fixed }) => {
			if (!row) return null
			const byId = new Map(written.map((version): [string, BlockVersion] => [version.blockId, version]))
			const inOrder = row.blockOrder.flatMap((id) => byId.get(id) ?? [])
			return { ...row.facts, blocks: fixed?.blocks ?? inOrder, salts: fixed?.salts ?? null }
		},
	)
}

const inquiryRow = row({
	id: id<InquiryId>(),
	coalitionId: id<CoalitionId>(),
	status: z.enum(INQUIRY_STATUSES),
	title: z.string(),
	sender: z.string(),
	references: z.string(),
	dueOn: z.string().nullable(),
	sendTo: z.string(),
	copyTo: z.string(),
	documents: json(z.array(z.object({ title: z.string(), url: z.string() }))),
	note: z.string(),
	kind: z.enum(INQUIRY_KINDS),
	formats: json(z.array(z.enum(ANSWER_FORMATS))),
	invited: json(z.array(z.string())),
	extendedFrom: z.string().nullable(),
})

const dueDateRow = row({ dueOn: z.string().nullable(), note: z.string(), at: z.number() })

/** An inquiry of the coalition with the history of its deadline. */
export function inquiryQuery(slug: string, inquiryId: string | null): Query<Inquiry | null> {
	return mapQuery(
		allOf({
			inquiry: firstRow(
				`SELECT *, reference_numbers AS "references" FROM inquiry WHERE ${IN_COALITION}`,
				[inquiryId, slug],
				inquiryRow,
			),
			dueDateHistory: rows(
				'SELECT due_on, note, at FROM due_date WHERE inquiry_id = ? ORDER BY at, act_id',
				[inquiryId],
				dueDateRow,
			),
		}),
		({ inquiry, dueDateHistory }) => inquiry && { ...inquiry, dueDateHistory },
	)
}

export const stanceRow = row({
	associationId: id<AssociationId>(),
	blockId: id<BlockId>(),
	versionId: id<BlockVersionId>(),
	stance: z.enum(STANCES),
	reason: z.string(),
	at: z.number(),
})

export type LoadedStance = ReturnType<typeof stanceRow>

export function stancesQuery(statementId: string): Query<LoadedStance[]> {
	return rows(
		'SELECT association_id, block_id, version_id, stance, reason, at FROM stance WHERE statement_id = ?',
		[statementId],
		stanceRow,
	)
}

const inquiryOfRow = row({ title: z.string(), sender: z.string(), references: z.string() })

/** What the published record says of the inquiry a statement answers. */
export function inquiryOfQuery(statementId: string): Query<ReturnType<typeof inquiryOfRow> | null> {
	return firstRow(
		`SELECT title, sender, reference_numbers AS "references" FROM inquiry
			WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
		[statementId],
		inquiryOfRow,
	)
}
