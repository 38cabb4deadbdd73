import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { ReplyId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import type { GivenReply, ReplyStatus } from './reply.ts'
import type { SentResponse } from './sending.ts'

/** Letters about one answer that wait together: whoever knows its address fills no more than this. */
export const WAITING_REPLIES_LIMIT = 50
/** Of a subject and of what a server says, as much as is kept; and of those that a report is about. Characters. */
const SUBJECT_KEPT = 300
const SAID_KEPT = 400
const ABOUT_KEPT = 20
const ADDRESS_KEPT = 254
/** How long to wait where too many wait. Minutes. */
const LATER = 60

/** Files a letter that came back with the answer that it is about. Nothing follows from it: anybody who has its address can write. */
export function takeReply(
	{ id: responseId, statementId }: Pick<SentResponse, 'id' | 'statementId'>,
	waiting: number,
	given: GivenReply,
	{ newId }: Pick<Context, 'newId'>,
): Result<Decision<{ readonly replyId: ReplyId }>, Rejection> {
	if (waiting >= WAITING_REPLIES_LIMIT) return refuse({ code: 'tooManyTries', minutes: LATER })
	const text = optionalText('text', given.text, NOTICE_TEXT_LIMIT)
	if (!text.ok) return text
	const replyId = newId<'reply'>()
	const payload = {
		...given,
		replyId,
		responseId,
		text: text.value,
		from: shortened(given.from, ADDRESS_KEPT),
		subject: shortened(given.subject, SUBJECT_KEPT),
		about: given.about
			.slice(0, ABOUT_KEPT)
			.map(({ address, said }) => ({ address: shortened(address, ADDRESS_KEPT), said: shortened(said, SAID_KEPT) })),
		files: given.files.map((file) => ({ ...file, id: newId<'file'>() })),
	}
	return ok({
		value: { replyId },
		events: [{ type: 'replyTaken', stream: streams.response(responseId), statementId, payload }],
		guards: [],
	})
}

const shortened = (text: string, most: number) => [...oneLine(text).toWellFormed().trim()].slice(0, most).join('')

/** A letter that came back, as far as it is decided about. */
export type TakenReply = {
	readonly id: ReplyId
	readonly statementId: StatementId
	readonly status: ReplyStatus
}

/**
 * Says whether a letter belongs to the answer. One that was put aside can be taken up again: whether it belongs is no reason to
 * keep from the others that it came.
 */
export function checkReply(
	actor: Actor,
	{ id: replyId, statementId, status }: TakenReply,
	belongs: boolean,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.checkReply, actor, now)
	if (!may.ok) return may
	if (status === (belongs ? 'kept' : 'aside')) return ok({ value: null, events: [], guards: [] })
	const payload = { replyId, belongs }
	return ok({
		value: null,
		events: [{ type: 'replyChecked', stream: streams.reply(replyId), statementId, payload }],
		guards: may.value.guards,
	})
}
