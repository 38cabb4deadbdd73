import type { Context } from './deciding.ts'
import { type Decision, type Facts, streams } from './event.ts'
import type { InquiryId, SwedishDate } from './id.ts'
import { type Inquiry, type InquiryFacts, isDate, validInquiry } from './inquiry.ts'
import type { Rejection } from './rejection.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Actor, COALITION_ROLES, seatFor } from './seats.ts'
import { NOTE_LIMIT, requiredText } from './statement.ts'

/** Takes an inquiry in. */
export function receiveInquiry(
	actor: Actor,
	facts: InquiryFacts,
	{ now, newId }: Context,
): Result<Decision<{ readonly inquiryId: InquiryId }>, Rejection> {
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
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
				payload: { inquiryId, facts: valid.value },
			},
		],
		guards: [{ kind: 'seated', seatId: seat.value.id, now }],
	})
}

/** Corrects what is known of an inquiry. The deadline is moved by `moveDueDate`, which keeps its history. */
export function changeInquiry(
	actor: Actor,
	inquiry: Inquiry,
	facts: InquiryFacts,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const valid = validInquiry({ ...facts, dueOn: inquiry.dueOn })
	if (!valid.ok) return valid
	return handle(actor, inquiry, now, { type: 'inquiryChanged', payload: { inquiryId: inquiry.id, facts: valid.value } })
}

export function moveDueDate(
	actor: Actor,
	inquiry: Inquiry,
	dueOn: SwedishDate | null,
	note: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	if (dueOn !== null && !isDate(dueOn)) return refuse({ code: 'invalid', field: 'dueOn' })
	const length = [...note].length
	if (length > NOTE_LIMIT) return refuse({ code: 'tooLong', field: 'note', limit: NOTE_LIMIT, length })
	if (dueOn === inquiry.dueOn) return ok({ value: null, events: [], guards: [] })
	const payload = { inquiryId: inquiry.id, dueOn, note: note.normalize('NFC').trim() }
	return handle(actor, inquiry, now, { type: 'dueDateMoved', payload })
}

/** Declines to answer, with a reason. */
export function declineInquiry(
	actor: Actor,
	inquiry: Inquiry,
	reason: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	if (inquiry.status !== 'received') return refuse({ code: 'inquiryClosed' })
	const valid = requiredText('reason', reason, NOTE_LIMIT)
	if (!valid.ok) return valid
	const payload = { inquiryId: inquiry.id, reason: valid.value }
	return handle(actor, inquiry, now, { type: 'inquiryDeclined', payload })
}

type InquiryFact = {
	[T in 'inquiryChanged' | 'dueDateMoved' | 'inquiryDeclined']: {
		readonly type: T
		readonly payload: Facts[T]
	}
}['inquiryChanged' | 'dueDateMoved' | 'inquiryDeclined']

function handle(actor: Actor, inquiry: Inquiry, now: number, fact: InquiryFact): Result<Decision<null>, Rejection> {
	const seat = seatFor(actor, COALITION_ROLES, now)
	if (!seat.ok) return seat
	return ok({
		value: null,
		events: [{ ...fact, stream: streams.inquiry(inquiry.id), statementId: null }],
		guards: [{ kind: 'seated', seatId: seat.value.id, now }],
	})
}
