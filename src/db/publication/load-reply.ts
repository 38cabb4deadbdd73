import * as z from 'zod'
import type { Query } from '#db/client.ts'
import { COALITION_BY_SLUG, CURRENT_SLUG } from '#db/members/load-actor.ts'
import { firstRow, firstValue, flag, id, json, row, rows } from '#db/rows.ts'
import { FILE_REFUSALS, MEDIA_TYPES } from '#domain/inquiry/file.ts'
import type { CoalitionId, FileId, ReplyId, ResponseId, StatementId } from '#domain/kernel/id.ts'
import type { TakenReply } from '#domain/publication/replies.ts'
import { REPLY_KINDS, REPLY_STATUSES } from '#domain/publication/reply.ts'
import { checksSchema, reportedSchema } from '#schema/publication.ts'

const answeredRow = row({
	id: id<ResponseId>(),
	statementId: id<StatementId>(),
	coalitionId: id<CoalitionId>(),
	slug: z.string(),
	to: json(z.array(z.string())),
	copyTo: json(z.array(z.string())),
})

/** A letter that was sent, as far as something that came in can be about it. */
export type AnsweredLetter = ReturnType<typeof answeredRow>

/** Letters of any coalition by their whole ids, which nobody can guess, or by how one begins. Few begin alike. */
export function answeredQuery(ids: readonly string[], begins: string | null): Query<AnsweredLetter[]> {
	return rows(
		`SELECT response.id, response.statement_id, statement.coalition_id, response.sent_to AS "to", response.copy_to,
				${CURRENT_SLUG} AS slug
			FROM response JOIN statement ON statement.id = response.statement_id JOIN coalition ON coalition.id = statement.coalition_id
			WHERE response.id IN (SELECT value FROM json_each(?)) OR (response.id >= ? AND response.id < ?) LIMIT 40`,
		// What follows on a hyphen in the order of letters is a full stop.
		[JSON.stringify(ids), begins === null ? '' : `${begins}-`, begins === null ? '' : `${begins}.`],
		answeredRow,
	)
}

/** How many letters about one that was sent wait to be looked at. */
export function waitingRepliesQuery(responseId: string): Query<number | null> {
	return firstValue("SELECT COUNT(*) FROM reply WHERE response_id = ? AND status = 'waiting'", [responseId], z.number())
}

const takenRow = row({ id: id<ReplyId>(), statementId: id<StatementId>(), status: z.enum(REPLY_STATUSES) })

/** A letter about an answer of the coalition. */
export function replyQuery(slug: string, replyId: string): Query<TakenReply | null> {
	return firstRow(
		`SELECT id, statement_id, status FROM reply WHERE id = ? AND coalition_id = ${COALITION_BY_SLUG}`,
		[replyId, slug],
		takenRow,
	)
}

const file = z.object({
	id: z.string().transform((text) => text as FileId),
	sha256: z.string(),
	name: z.string(),
	mediaType: z.enum(MEDIA_TYPES),
	size: z.number(),
})

const shownRow = row({
	id: id<ReplyId>(),
	responseId: id<ResponseId>(),
	kind: z.enum(REPLY_KINDS),
	from: z.string(),
	proven: flag,
	checks: json(checksSchema),
	subject: z.string(),
	text: z.string(),
	/** The text goes on: the mail itself, where it is kept, has all of it. */
	cut: flag,
	about: json(z.array(reportedSchema)),
	leftOut: json(z.array(z.object({ name: z.string(), why: z.enum(FILE_REFUSALS) }))),
	files: json(z.array(file)),
	status: z.enum(REPLY_STATUSES),
	at: z.number(),
})

/** A letter that came back, with its files. */
export type ShownReply = ReturnType<typeof shownRow>

/** Letters, and characters of each, that are shown: anybody who has an answer's address can write about it. */
const SHOWN_MOST = 100
const TEXT_SHOWN = 8000

const SHOWN = `reply.id, response_id, kind, sender AS "from", proven, checks, subject,
	substr(reply.text, 1, ${TEXT_SHOWN}) AS text, length(reply.text) > ${TEXT_SHOWN} AS cut, about, left_out, reply.status, reply.at,
	(SELECT json_group_array(json_object('id', id, 'sha256', sha256, 'name', name, 'mediaType', media_type, 'size', size))
		FROM (SELECT * FROM file WHERE reply_id = reply.id ORDER BY ordinal)) AS files`

/** Those about answers that are these statements, the latest first. `statements` follows on the id of a statement. */
export function repliesIn(statements: string, args: string[]): Query<ShownReply[]> {
	return rows(
		`SELECT ${SHOWN} FROM reply WHERE statement_id ${statements} ORDER BY reply.at DESC, reply.id LIMIT ${SHOWN_MOST}`,
		args,
		shownRow,
	)
}
