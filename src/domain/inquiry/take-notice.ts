import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { NoticeId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { oneLine, optionalText, TITLE_LIMIT } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { FILES_LIMIT } from './file.ts'
import { type GivenNotice, type IncomingNotice, type LeftOut, NOTICE_TEXT_LIMIT } from './notice.ts'

/** The text as it is kept; or why there is nothing to take, or too much. */
export function validNotice(given: {
	readonly text: string
	readonly files: readonly unknown[]
	readonly leftOut: readonly LeftOut[]
}): Result<string, Rejection> {
	const text = optionalText('text', given.text, NOTICE_TEXT_LIMIT)
	if (!text.ok) return text
	if (text.value === '' && given.files.length === 0) {
		const [first] = given.leftOut
		return refuse(first ? { code: 'fileRefused', field: 'file', ...first } : { code: 'empty', field: 'text' })
	}
	if (given.files.length > FILES_LIMIT) {
		return refuse({ code: 'tooLong', field: 'file', limit: FILES_LIMIT, length: given.files.length })
	}
	return text
}

/** Lays a notice where it waits to be checked. */
export function takeNotice(
	actor: Actor,
	given: GivenNotice,
	{ now, newId }: Context,
): Result<Decision<{ readonly noticeId: NoticeId }>, Rejection> {
	const may = permit(acts.takeNotice, actor, now)
	if (!may.ok) return may
	const valid = validNotice(given)
	if (!valid.ok) return valid
	const noticeId = newId<'notice'>()
	const files = given.files.map((file) => ({ ...file, id: newId<'file'>() }))
	const title = titleOf(given.title) || titleOf(valid.value) || (files[0]?.name ?? '')
	return ok({
		value: { noticeId },
		events: [
			{
				type: 'noticeTaken',
				stream: streams.notice(noticeId),
				statementId: null,
				payload: { noticeId, ...given, files, title, text: valid.value },
			},
		],
		guards: may.value.guards,
	})
}

/** The first line that says something, no longer than a title. */
function titleOf(text: string): string {
	const line = text.split(/[\n\u2028\u2029]/).find((each) => /[\p{L}\p{N}]/u.test(each)) ?? ''
	return [
		...oneLine(line)
			.replace(/^[#>*\s]+/, '')
			.trim(),
	]
		.slice(0, TITLE_LIMIT)
		.join('')
		.trim()
}

/** Puts aside what is no inquiry. It stays in the record of what happened, and nowhere else. */
export function discardNotice(
	actor: Actor,
	notice: IncomingNotice,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.discardNotice, actor, now)
	if (!may.ok) return may
	if (notice.status !== 'waiting') return refuse({ code: 'noticeHandled' })
	const noticeId = notice.id
	return ok({
		value: null,
		events: [{ type: 'noticeDiscarded', stream: streams.notice(noticeId), statementId: null, payload: { noticeId } }],
		guards: may.value.guards,
	})
}
