import type { Context } from '#domain/deciding/deciding.ts'
import { type Decision, streams } from '#domain/event.ts'
import type { CoalitionId, InquiryId, Instant, NoticeId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Actor, COALITION_ROLES, seatFor } from '#domain/members/seats.ts'
import { oneLine, optionalText, TITLE_LIMIT } from '#domain/statement/statement.ts'
import type { AttachedFile, FileGap, FileRefusal } from './file.ts'
import { FILES_LIMIT } from './file.ts'

/** How a notice came in. */
export const WAYS_IN = ['paste', 'file', 'mail', 'api'] as const
export type WayIn = (typeof WAYS_IN)[number]

/** A file that came with a notice, and the text that was read in it. */
export type NoticeFile = AttachedFile & { readonly text: string; readonly gap: FileGap | null }

/** A file that came along and was not taken. */
export type LeftOut = { readonly name: string; readonly why: FileRefusal }

/** Text and files of a notice or a cover letter (missiv) that came in. */
export type NoticeContent = {
	readonly how: WayIn
	/** What to call it until it is an inquiry: a mail's subject, a file's name, or how the text begins. */
	readonly title: string
	/** What was pasted, or what the mail says. */
	readonly text: string
	readonly files: readonly NoticeFile[]
	readonly leftOut: readonly LeftOut[]
}

/** The same before it is taken: its files have no ids yet. */
export type GivenNotice = Omit<NoticeContent, 'files'> & { readonly files: readonly Omit<NoticeFile, 'id'>[] }

/** Waits until somebody has checked what was read in it; or was not wanted. */
export type NoticeStatus = 'waiting' | 'confirmed' | 'discarded'

export type IncomingNotice = NoticeContent & {
	readonly id: NoticeId
	readonly coalitionId: CoalitionId
	readonly status: NoticeStatus
	readonly takenAt: Instant
	readonly inquiryId: InquiryId | null
}

/** Longest text of a notice, and longest text that is read in one file. Characters. */
export const NOTICE_TEXT_LIMIT = 200_000

/** Every text there is to read, in the order it is shown. */
export function textsOf({ text, files }: Pick<IncomingNotice, 'text' | 'files'>): string[] {
	return [text, ...files.map((file) => file.text)].filter((each) => each !== '')
}

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
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
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
		guards: [{ kind: 'seated', seatId: seat.value.id, now }],
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
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
	if (notice.status !== 'waiting') return refuse({ code: 'noticeHandled' })
	const noticeId = notice.id
	return ok({
		value: null,
		events: [{ type: 'noticeDiscarded', stream: streams.notice(noticeId), statementId: null, payload: { noticeId } }],
		guards: [{ kind: 'seated', seatId: seat.value.id, now }],
	})
}
