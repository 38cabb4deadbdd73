import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { inquiryFilesQuery } from '#db/inquiry/load-notice.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, row, rows } from '#db/rows.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import type { AttachedFile } from '#domain/inquiry/file.ts'
import { INQUIRY_STATUSES, type Inquiry } from '#domain/inquiry/inquiry.ts'
import { type IncomingNotice, textsOf, WAYS_IN } from '#domain/inquiry/notice.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { STAGES } from '#domain/statement/statement.ts'
import { type PlanFacts, planFactsQuery } from '#read/planning/plan.ts'
import { type SentLetters, sentQuery } from '#read/publication/sent.ts'

const inquiryRow = row({
	id: z.string(),
	title: z.string(),
	sender: z.string(),
	status: z.enum(INQUIRY_STATUSES),
	dueOn: z.string().nullable(),
	receivedAt: z.number(),
})

export type InquiryRow = ReturnType<typeof inquiryRow>

/** Inquiries still open first, the nearest deadline first and those without one last; then the rest, latest first. */
export function inquiriesQuery(slug: string): Query<InquiryRow[]> {
	return rows(
		`SELECT id, title, sender, status, due_on, received_at FROM inquiry
			WHERE coalition_id = ${COALITION_BY_SLUG}
			ORDER BY status IN ('answered', 'declined'),
				CASE WHEN status IN ('received', 'accepted') THEN COALESCE(due_on, '9999') END,
				received_at DESC, id`,
		[slug],
		inquiryRow,
	)
}

export type InquiryView = {
	readonly inquiry: Inquiry
	readonly receivedAt: Instant
	readonly declineReason: string | null
	/** What lies with it, in the order it came. */
	readonly files: readonly AttachedFile[]
	/** What it was read from; null where it was entered by hand. */
	readonly notice: InquiryNotice | null
	readonly plan: PlanFacts
	/** The statements that answer it. */
	readonly statements: readonly ReturnType<typeof statementRow>[]
	/** How these were sent, and what came back. */
	readonly sent: SentLetters
}

/** The texts it was read from: what was pasted or mailed, then what was read in each file. */
export type InquiryNotice = Pick<IncomingNotice, 'how' | 'takenAt'> & { readonly texts: readonly string[] }

const moreRow = row({ receivedAt: z.number(), declineReason: z.string().nullable() })

const noticeRow = row({ how: z.enum(WAYS_IN), text: z.string(), takenAt: z.number() })

const statementRow = row({
	id: z.string(),
	title: z.string(),
	stage: z.enum(STAGES),
	/** The number it was published under. */
	label: z.string().nullable(),
})

export function inquiryViewQuery(slug: string, inquiryId: string, now: Instant): Query<InquiryView | null> {
	return mapQuery(
		allOf({
			inquiry: inquiryQuery(slug, inquiryId),
			more: firstRow('SELECT received_at, decline_reason FROM inquiry WHERE id = ?', [inquiryId], moreRow),
			plan: planFactsQuery(slug, inquiryId, now),
			files: inquiryFilesQuery(slug, inquiryId),
			notice: firstRow(
				`SELECT how, text, taken_at FROM notice
					WHERE inquiry_id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
				[inquiryId, slug],
				noticeRow,
			),
			statements: rows(
				`SELECT statement.id, statement.title, stage, publication.label FROM statement
					LEFT JOIN publication ON publication.statement_id = statement.id
					WHERE inquiry_id = ? ORDER BY created_at, statement.id`,
				[inquiryId],
				statementRow,
			),
			sent: sentQuery('IN (SELECT id FROM statement WHERE inquiry_id = ?)', [inquiryId]),
		}),
		({ inquiry, more, plan, files, notice, statements, sent }) =>
			inquiry &&
			more && {
				inquiry,
				...more,
				plan,
				files: files.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })),
				notice: notice && { how: notice.how, takenAt: notice.takenAt, texts: textsOf({ text: notice.text, files }) },
				statements,
				sent,
			},
	)
}

export type InquiryFileView = InquiryView & { readonly file: InquiryView['files'][number] }

/** One of the files of an inquiry; null where it has no such file, or has it no more. */
export function inquiryFileQuery(
	slug: string,
	inquiryId: string,
	fileId: string,
	now: Instant,
): Query<InquiryFileView | null> {
	return mapQuery(inquiryViewQuery(slug, inquiryId, now), (view) => {
		const file = view?.files.find(({ id }) => id === fileId)
		return view && file ? { ...view, file } : null
	})
}
