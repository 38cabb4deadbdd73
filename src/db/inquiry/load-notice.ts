import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, seatedNow } from '#db/members/load-actor.ts'
import { firstRow, firstValue, id, json, row, rows } from '#db/rows.ts'
import { FILE_GAPS, FILE_REFUSALS, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import { type IncomingNotice, NOTICE_STATUSES, WAYS_IN } from '#domain/inquiry/notice.ts'
import type { CoalitionId, FileId, InquiryId, Instant, NoticeId, PersonId } from '#domain/kernel/id.ts'

const noticeRow = row({
	id: id<NoticeId>(),
	coalitionId: id<CoalitionId>(),
	status: z.enum(NOTICE_STATUSES),
	how: z.enum(WAYS_IN),
	title: z.string(),
	text: z.string(),
	leftOut: json(z.array(z.object({ name: z.string(), why: z.enum(FILE_REFUSALS) }))),
	inquiryId: id<InquiryId>().nullable(),
	takenAt: z.number(),
})

const fileRow = row({
	id: id<FileId>(),
	sha256: z.string(),
	name: z.string(),
	mediaType: z.enum(MEDIA_TYPES),
	size: z.number(),
	text: z.string(),
	gap: z.enum(FILE_GAPS).nullable(),
})

const FILE_COLUMNS = 'id, sha256, name, media_type, size, text, gap'

/** A notice of the coalition with its files. */
export function noticeQuery(slug: string, noticeId: string): Query<IncomingNotice | null> {
	return mapQuery(
		allOf({
			notice: firstRow(
				`SELECT * FROM notice WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
				[noticeId, slug],
				noticeRow,
			),
			files: rows(`SELECT ${FILE_COLUMNS} FROM file WHERE notice_id = ? ORDER BY ordinal`, [noticeId], fileRow),
		}),
		({ notice, files }) => notice && { ...notice, files },
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

/** The person with the address who is chair or secretary of the coalition now, the longest in that seat first. */
export function stewardQuery(slug: string, email: string, now: Instant): Query<PersonId | null> {
	return firstValue(
		`SELECT person.id FROM seat JOIN person ON person.id = seat.person_id
			JOIN address ON address.person_id = person.id
			WHERE seat.coalition_id = ${COALITION_BY_SLUG} AND address.email = ? AND person.erased_at IS NULL
			AND seat.role IN ('chair', 'secretary') AND ${seatedNow('seat')}
			ORDER BY seat.from_at, seat.id LIMIT 1`,
		[slug, email, now, now],
		id<PersonId>(),
	)
}
