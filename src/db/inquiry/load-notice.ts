import * as z from 'zod'
import { allOf, firstRow, json, mapQuery, type Query, rows } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { FILE_GAPS, FILE_REFUSALS, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { type IncomingNotice, NOTICE_STATUSES, WAYS_IN } from '#domain/inquiry/notice.ts'
import type { CoalitionId, FileId, InquiryId, Instant, NoticeId, PersonId } from '#domain/kernel/id.ts'

const noticeRow = z.object({
	id: z.string(),
	coalition_id: z.string(),
	status: z.enum(NOTICE_STATUSES),
	how: z.enum(WAYS_IN),
	title: z.string(),
	text: z.string(),
	left_out: json(z.array(z.object({ name: z.string(), why: z.enum(FILE_REFUSALS) }))),
	inquiry_id: z.string().nullable(),
	taken_at: z.number(),
})

const fileRow = z
	.object({
		id: z.string(),
		sha256: z.string(),
		name: z.string(),
		mediaType: z.enum(MEDIA_TYPES),
		size: z.number(),
		text: z.string(),
		gap: z.enum(FILE_GAPS).nullable(),
	})
	.transform((row) => ({ ...row, id: row.id as FileId }))

const FILE_COLUMNS = 'id, sha256, name, media_type AS "mediaType", size, text, gap'

/** A notice of the coalition with its files. */
export function noticeQuery(slug: string, noticeId: string): Query<IncomingNotice | null> {
	return mapQuery(
		allOf({
			row: firstRow(
				`SELECT * FROM notice WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
				[noticeId, slug],
				noticeRow,
			),
			files: rows(`SELECT ${FILE_COLUMNS} FROM file WHERE notice_id = ? ORDER BY ordinal`, [noticeId], fileRow),
		}),
		({ row, files }) =>
			row && {
				id: row.id as NoticeId,
				coalitionId: row.coalition_id as CoalitionId,
				status: row.status,
				how: row.how,
				title: row.title,
				text: row.text,
				leftOut: row.left_out,
				files,
				takenAt: row.taken_at,
				inquiryId: row.inquiry_id as InquiryId | null,
			},
	)
}

/** The files that lie with an inquiry now. */
export function inquiryFilesQuery(slug: string, inquiryId: string): Query<IncomingNotice['files'][number][]> {
	return rows(
		`SELECT ${FILE_COLUMNS} FROM file
			WHERE inquiry_id = ? AND coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL ORDER BY at, ordinal, id`,
		[inquiryId, slug],
		fileRow,
	)
}

const stewardRow = z.object({ id: z.string() })

/** The person with the address who is chair or secretary of the coalition now, the longest in that seat first. */
export function stewardQuery(slug: string, email: string, now: Instant): Query<PersonId | null> {
	return mapQuery(
		firstRow(
			`SELECT person.id FROM seat JOIN person ON person.id = seat.person_id
				JOIN address ON address.person_id = person.id
				WHERE seat.coalition_id = ${COALITION_BY_SLUG} AND address.email = ? AND person.erased_at IS NULL
				AND seat.role IN ('chair', 'secretary') AND seat.ended_at IS NULL AND seat.from_at <= ?
				AND (seat.until_at IS NULL OR ? < seat.until_at)
				ORDER BY seat.from_at, seat.id LIMIT 1`,
			[slug, email, now, now],
			stewardRow,
		),
		(row) => (row?.id ?? null) as PersonId | null,
	)
}
