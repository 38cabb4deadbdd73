import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import { INQUIRY_STATUSES } from '#domain/inquiry/inquiry.ts'
import type { InquiryId } from '#domain/kernel/id.ts'
import { LANGUAGES, STAGES, STATEMENT_KINDS, type Stage, TRACKS } from '#domain/statement/statement.ts'
import { shownTopics, topicsOf } from '#read/publication/topics.ts'

/** Part of a list, newest first. */
export type ListPart = {
	readonly limit: number
	/** The last id of the part before; null for the newest. */
	readonly before: string | null
}

const listedStatement = row({
	id: z.string(),
	title: z.string(),
	kind: z.enum(STATEMENT_KINDS),
	language: z.enum(LANGUAGES),
	track: z.enum(TRACKS),
	stage: z.enum(STAGES),
	inquiryId: id<InquiryId>().nullable(),
	createdAt: z.number(),
	changedAt: z.number(),
	label: z.string().nullable(),
	topics: shownTopics,
})

export type ListedStatement = ReturnType<typeof listedStatement>

/** Statements of a coalition in all stages, or in one. Ids are made by time, so they give the order. */
export function statementListQuery(
	slug: string,
	{ limit, before }: ListPart,
	only: Stage | null,
): Query<ListedStatement[]> {
	return rows(
		`SELECT statement.id, statement.title, kind, language, track, stage, inquiry_id, created_at,
			changed_at, publication.label, ${topicsOf('statement.id')} AS topics
		FROM statement LEFT JOIN publication ON publication.statement_id = statement.id
		WHERE statement.coalition_id = ${COALITION_BY_SLUG} AND (? IS NULL OR statement.id < ?) AND (? IS NULL OR stage = ?)
		ORDER BY statement.id DESC LIMIT ?`,
		[slug, before, before, only, only, limit],
		listedStatement,
	)
}

const listedInquiry = row({
	id: z.string(),
	status: z.enum(INQUIRY_STATUSES),
	title: z.string(),
	sender: z.string(),
	references: z.string(),
	dueOn: z.string().nullable(),
	receivedAt: z.number(),
})

export type ListedInquiry = ReturnType<typeof listedInquiry>

export function inquiryListQuery(slug: string, { limit, before }: ListPart): Query<ListedInquiry[]> {
	return rows(
		`SELECT id, status, title, sender, reference_numbers AS "references", due_on, received_at
		FROM inquiry WHERE coalition_id = ${COALITION_BY_SLUG} AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?`,
		[slug, before, before, limit],
		listedInquiry,
	)
}
