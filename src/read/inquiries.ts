import * as z from 'zod'
import { allOf, firstRow, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/load-actor.ts'
import { inquiryQuery } from '#db/load-statement.ts'
import type { Instant, SwedishDate } from '#domain/id.ts'
import type { Inquiry, InquiryStatus } from '#domain/inquiry.ts'
import type { Stage } from '#domain/statement.ts'
import { type PlanFacts, planFactsQuery } from './plan.ts'

export type InquiryRow = {
	readonly id: string
	readonly title: string
	readonly sender: string
	readonly status: InquiryStatus
	readonly dueOn: SwedishDate | null
	readonly receivedAt: Instant
}

const status = z.enum(['received', 'accepted', 'answered', 'declined'])

/** Inquiries still open first, the nearest deadline first and those without one last; then the rest, latest first. */
export function inquiriesQuery(slug: string): Query<InquiryRow[]> {
	return rows(
		`SELECT id, title, sender, status, due_on AS "dueOn", received_at AS "receivedAt" FROM inquiry
			WHERE coalition_id = ${COALITION_BY_SLUG}
			ORDER BY status IN ('answered', 'declined'),
				CASE WHEN status IN ('received', 'accepted') THEN COALESCE(due_on, '9999') END,
				received_at DESC, id`,
		[slug],
		z.object({
			id: z.string(),
			title: z.string(),
			sender: z.string(),
			status,
			dueOn: z.string().nullable(),
			receivedAt: z.number(),
		}),
	)
}

export type InquiryView = {
	readonly inquiry: Inquiry
	readonly receivedAt: Instant
	readonly declineReason: string | null
	readonly plan: PlanFacts
	/** The statements that answer it. */
	readonly statements: readonly {
		readonly id: string
		readonly title: string
		readonly stage: Stage
		/** The number it was published under. */
		readonly label: string | null
	}[]
}

export function inquiryViewQuery(slug: string, inquiryId: string): Query<InquiryView | null> {
	return mapQuery(
		allOf({
			inquiry: inquiryQuery(slug, inquiryId),
			more: firstRow(
				'SELECT received_at AS "receivedAt", decline_reason AS "declineReason" FROM inquiry WHERE id = ?',
				[inquiryId],
				z.object({ receivedAt: z.number(), declineReason: z.string().nullable() }),
			),
			plan: planFactsQuery(slug, inquiryId),
			statements: rows(
				`SELECT statement.id, statement.title, stage, publication.label FROM statement
					LEFT JOIN publication ON publication.statement_id = statement.id
					WHERE inquiry_id = ? ORDER BY created_at, statement.id`,
				[inquiryId],
				z.object({
					id: z.string(),
					title: z.string(),
					stage: z.enum(['drafting', 'consulting', 'deciding', 'signing', 'published', 'withdrawn']),
					label: z.string().nullable(),
				}),
			),
		}),
		({ inquiry, more, plan, statements }) => inquiry && more && { inquiry, ...more, plan, statements },
	)
}
