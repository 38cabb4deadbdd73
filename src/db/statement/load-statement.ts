import * as z from 'zod'
import { allOf, firstRow, json, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { STANCES } from '#domain/deciding/stance.ts'
import { ANSWER_FORMATS, INQUIRY_KINDS, INQUIRY_STATUSES, type Inquiry } from '#domain/inquiry/inquiry.ts'
import type {
	AssociationId,
	BlockId,
	BlockVersionId,
	CoalitionId,
	InquiryId,
	Instant,
	RevisionId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { StanceOnBlock } from '#domain/publication/publication.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Draft } from '#domain/statement/document.ts'
import { LANGUAGES, STAGES, STATEMENT_KINDS, type Statement, TRACKS } from '#domain/statement/statement.ts'
import { blockSchema, blockVersionSchema } from '#schema/statement.ts'

const statementRow = z.object({
	id: z.string(),
	coalition_id: z.string(),
	inquiry_id: z.string().nullable(),
	kind: z.enum(STATEMENT_KINDS),
	language: z.enum(LANGUAGES),
	title: z.string(),
	track: z.enum(TRACKS),
	stage: z.enum(STAGES),
	block_order: json(z.array(z.string())),
	revision_id: z.string().nullable(),
	text_hash: z.string().nullable(),
	consultation_due_at: z.number().nullable(),
	signoff_due_at: z.number().nullable(),
	reason: z.string().nullable(),
	created_at: z.number(),
	changed_at: z.number(),
})

export type LoadedStatement = {
	readonly statement: Statement
	readonly consultationDueAt: Instant | null
	readonly signoffDueAt: Instant | null
	/** Why it was last referred back, or withdrawn. */
	readonly reason: string | null
	readonly createdAt: Instant
	readonly changedAt: Instant
}

function toStatement(row: z.output<typeof statementRow>): Statement {
	return {
		id: row.id as StatementId,
		coalitionId: row.coalition_id as CoalitionId,
		inquiryId: row.inquiry_id as InquiryId | null,
		kind: row.kind,
		language: row.language,
		title: row.title,
		track: row.track,
		stage: row.stage,
		revisionId: row.revision_id as RevisionId | null,
		textHash: row.text_hash,
	}
}

const IN_COALITION = `id = ? AND coalition_id = ${COALITION_BY_SLUG}`

/** Whether a row of `statement` has a text with positions in it, as an SQL expression. */
export const HAS_POSITIONS = `EXISTS (SELECT 1 FROM json_each(statement.block_order) AS placed
	JOIN block ON block.id = placed.value JOIN block_version ON block_version.id = block.version_id
	WHERE json_extract(block_version.content, '$.kind') = 'position')`

/** A statement of the coalition without its text. */
export function statementQuery(slug: string, statementId: string): Query<Statement | null> {
	return mapQuery(statementFactsQuery(slug, statementId), (facts) => facts?.statement ?? null)
}

/** A statement of the coalition with its dates, without its text. */
export function statementFactsQuery(slug: string, statementId: string): Query<LoadedStatement | null> {
	return mapQuery(
		firstRow(`SELECT * FROM statement WHERE ${IN_COALITION}`, [statementId, slug], statementRow),
		(row) => row && toFacts(row),
	)
}

function toFacts(row: z.output<typeof statementRow>): LoadedStatement {
	return {
		statement: toStatement(row),
		consultationDueAt: row.consultation_due_at,
		signoffDueAt: row.signoff_due_at,
		reason: row.reason,
		createdAt: row.created_at,
		changedAt: row.changed_at,
	}
}

const writtenRow = z.object({ id: z.string(), block_id: z.string(), content: json(blockSchema) }).transform(
	({ id, block_id, content }): BlockVersion => ({
		id: id as BlockVersionId,
		blockId: block_id as BlockId,
		content,
	}),
)

const fixedRow = z.object({ blocks: json(z.array(blockVersionSchema)) })

/** A statement of the coalition with the blocks of its current text: the fixed revision where there is one. */
export function draftQuery(slug: string, statementId: string): Query<(Draft & LoadedStatement) | null> {
	return mapQuery(
		allOf({
			row: firstRow(`SELECT * FROM statement WHERE ${IN_COALITION}`, [statementId, slug], statementRow),
			written: rows(
				`SELECT block_version.id, block_version.block_id, block_version.content FROM block
				JOIN block_version ON block_version.id = block.version_id
				WHERE block.statement_id = ?`,
				[statementId],
				writtenRow,
			),
			fixed: firstRow(
				'SELECT blocks FROM revision WHERE id = (SELECT revision_id FROM statement WHERE id = ?)',
				[statementId],
				fixedRow,
			),
		}),
		({ row, written, fixed }) => {
			if (!row) return null
			const byId = new Map(written.map((version): [string, BlockVersion] => [version.blockId, version]))
			const inOrder = row.block_order.flatMap((id) => byId.get(id) ?? [])
			return { ...toFacts(row), blocks: fixed?.blocks ?? inOrder }
		},
	)
}

const inquiryRow = z.object({
	id: z.string(),
	coalition_id: z.string(),
	status: z.enum(INQUIRY_STATUSES),
	title: z.string(),
	sender: z.string(),
	reference_numbers: z.string(),
	due_on: z.string().nullable(),
	send_to: z.string(),
	copy_to: z.string(),
	documents: json(z.array(z.object({ title: z.string(), url: z.string() }))),
	note: z.string(),
	kind: z.enum(INQUIRY_KINDS),
	formats: json(z.array(z.enum(ANSWER_FORMATS))),
	invited: json(z.array(z.string())),
	extended_from: z.string().nullable(),
})

/** An inquiry of the coalition with the history of its deadline. */
export function inquiryQuery(slug: string, inquiryId: string | null): Query<Inquiry | null> {
	return mapQuery(
		allOf({
			row: firstRow(`SELECT * FROM inquiry WHERE ${IN_COALITION}`, [inquiryId, slug], inquiryRow),
			history: rows(
				'SELECT due_on, note, at FROM due_date WHERE inquiry_id = ? ORDER BY at, act_id',
				[inquiryId],
				z
					.object({ due_on: z.string().nullable(), note: z.string(), at: z.number() })
					.transform(({ due_on, note, at }) => ({ dueOn: due_on, note, at })),
			),
		}),
		({ row, history }) =>
			row && {
				id: row.id as InquiryId,
				coalitionId: row.coalition_id as CoalitionId,
				status: row.status,
				title: row.title,
				sender: row.sender,
				references: row.reference_numbers,
				dueOn: row.due_on,
				sendTo: row.send_to,
				copyTo: row.copy_to,
				documents: row.documents,
				note: row.note,
				kind: row.kind,
				formats: row.formats,
				invited: row.invited,
				extendedFrom: row.extended_from,
				dueDateHistory: history,
			},
	)
}

export type LoadedStance = StanceOnBlock & { readonly at: Instant }

const stanceRow = z
	.object({
		association_id: z.string(),
		block_id: z.string(),
		version_id: z.string(),
		stance: z.enum(STANCES),
		reason: z.string(),
		at: z.number(),
	})
	.transform((row) => ({
		associationId: row.association_id as AssociationId,
		blockId: row.block_id as BlockId,
		versionId: row.version_id as BlockVersionId,
		stance: row.stance,
		reason: row.reason,
		at: row.at,
	}))

export function stancesQuery(statementId: string): Query<LoadedStance[]> {
	return rows(
		'SELECT association_id, block_id, version_id, stance, reason, at FROM stance WHERE statement_id = ?',
		[statementId],
		stanceRow,
	)
}

const inquiryOfRow = z.object({ title: z.string(), sender: z.string(), references: z.string() })

/** What the published record says of the inquiry a statement answers. */
export function inquiryOfQuery(
	statementId: string,
): Query<{ readonly title: string; readonly sender: string; readonly references: string } | null> {
	return firstRow(
		`SELECT title, sender, reference_numbers AS "references" FROM inquiry
			WHERE id = (SELECT inquiry_id FROM statement WHERE id = ?)`,
		[statementId],
		inquiryOfRow,
	)
}
