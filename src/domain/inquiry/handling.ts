import type { DomainEvent, Facts } from '#domain/event.ts'
import { isDate } from '#domain/kernel/calendar.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { InquiryId, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { standsWithText } from '#domain/statement/published-with.ts'
import { acts } from './acts.ts'
import { type GivenFacts, type Inquiry, validInquiry } from './inquiry.ts'
import type { IncomingNotice } from './notice.ts'

/** Takes an inquiry in. */
export function receiveInquiry(
	actor: Actor,
	facts: GivenFacts,
	{ now, newId }: Context,
	/** What the facts were read from. */
	notice: IncomingNotice | null = null,
): Result<Decision<{ readonly inquiryId: InquiryId }>, Rejection> {
	const may = permit(acts.receiveInquiry, actor, now)
	if (!may.ok) return may
	if (notice !== null && notice.status !== 'waiting') return refuse({ code: 'noticeHandled' })
	const valid = validInquiry(facts)
	if (!valid.ok) return valid
	const inquiryId = newId<'inquiry'>()
	return ok({
		value: { inquiryId },
		events: [
			{
				type: 'inquiryReceived',
				stream: streams.inquiry(inquiryId),
				statementId: null,
				payload: { inquiryId, facts: valid.value, ...(notice && { noticeId: notice.id }) },
			},
			...(notice === null ? [] : [confirmation(notice, inquiryId)]),
		],
		guards: may.value.guards,
	})
}

/** On the notice's own stream, so that of two who confirm it at once only one is first. */
function confirmation({ id: noticeId }: IncomingNotice, inquiryId: InquiryId): DomainEvent {
	return {
		type: 'noticeConfirmed',
		stream: streams.notice(noticeId),
		statementId: null,
		payload: { noticeId, inquiryId },
	}
}

/** What an answer is published with. */
const PUBLISHED = ['title', 'sender', 'references'] as const

/**
 * Corrects what is known of an inquiry. The deadline is moved by `moveDueDate`, which keeps its history. `answers`: the
 * titles of the answers that are being voted on or signed, whose inquiry is then the one that was shown.
 */
export function changeInquiry(
	actor: Actor,
	inquiry: Inquiry,
	facts: GivenFacts,
	answers: readonly string[],
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.changeInquiry, actor, now)
	if (!may.ok) return may
	const valid = validInquiry({ ...facts, dueOn: inquiry.dueOn })
	if (!valid.ok) return valid
	const { id } = inquiry
	const stands = standsWithText({ of: 'inquiry', id, titles: answers }, PUBLISHED, inquiry, valid.value)
	if (!stands.ok) return stands
	return handled([...may.value.guards, ...stands.value], {
		type: 'inquiryChanged',
		payload: { inquiryId: id, facts: valid.value },
	})
}

export function moveDueDate(
	actor: Actor,
	inquiry: Inquiry,
	dueOn: SwedishDate | null,
	note: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.moveDueDate, actor, now)
	if (!may.ok) return may
	if (dueOn !== null && !isDate(dueOn)) return refuse({ code: 'invalid', field: 'dueOn' })
	const valid = optionalText('note', note, NOTE_LIMIT)
	if (!valid.ok) return valid
	if (dueOn === inquiry.dueOn) return ok({ value: null, events: [], guards: [] })
	return handled(may.value.guards, {
		type: 'dueDateMoved',
		payload: { inquiryId: inquiry.id, dueOn, note: valid.value },
	})
}

/** Declines to answer, with a reason. */
export function declineInquiry(
	actor: Actor,
	inquiry: Inquiry,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.declineInquiry, actor, now)
	if (!may.ok) return may
	if (inquiry.status !== 'received') return refuse({ code: 'inquiryClosed' })
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	return handled(may.value.guards, {
		type: 'inquiryDeclined',
		payload: { inquiryId: inquiry.id, reason: valid.value },
	})
}

type InquiryFact = {
	[T in 'inquiryChanged' | 'dueDateMoved' | 'inquiryDeclined']: {
		readonly type: T
		readonly payload: Facts[T]
	}
}['inquiryChanged' | 'dueDateMoved' | 'inquiryDeclined']

function handled(guards: readonly Guard[], fact: InquiryFact): Result<Decision<null>, Rejection> {
	return ok({
		value: null,
		events: [{ ...fact, stream: streams.inquiry(fact.payload.inquiryId), statementId: null }],
		guards,
	})
}
