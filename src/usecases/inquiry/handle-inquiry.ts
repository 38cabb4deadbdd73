import { noticeQuery } from '#db/inquiry/load-notice.ts'
import { streamNames } from '#db/load-log.ts'
import { fixedAnswersQuery } from '#db/statement/load-fixed.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/inquiry/acts.ts'
import * as intake from '#domain/inquiry/handling.ts'
import type { GivenFacts, Inquiry } from '#domain/inquiry/inquiry.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { InquiryId, NoticeId, SwedishDate } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Takes an inquiry in. `noticeId`: what its facts were read from, which with that is confirmed. */
export function receiveInquiry(
	deps: Deps,
	order: Order<GivenFacts & { readonly noticeId?: NoticeId }>,
): Outcome<{ readonly inquiryId: InquiryId }> {
	const { noticeId, ...facts } = order.command
	return perform(deps, {
		act: noticeId === undefined ? acts.receiveInquiry : acts.confirmNotice,
		order,
		load: () => ({ notice: noticeQuery(order.coalition, noticeId ?? '') }),
		streams: () => [
			streamNames.coalition(order.coalition),
			...(noticeId === undefined ? [] : [streams.notice(noticeId)]),
		],
		decide: (actor, { notice }, context) =>
			noticeId === undefined || notice !== null
				? intake.receiveInquiry(actor, facts, context, notice)
				: refuse({ code: 'notFound' }),
	})
}

type OnInquiry<Command> = Order<Command & { readonly inquiryId: InquiryId }>

export function changeInquiry(deps: Deps, order: OnInquiry<{ readonly facts: GivenFacts }>): Outcome<null> {
	return act(deps, acts.changeInquiry, order, (actor, { inquiry, answers }, context) =>
		intake.changeInquiry(actor, inquiry, order.command.facts, answers, context),
	)
}

/** Moves the deadline; the earlier ones are kept. */
export function moveDueDate(
	deps: Deps,
	order: OnInquiry<{ readonly dueOn: SwedishDate | null; readonly note: string }>,
): Outcome<null> {
	return act(deps, acts.moveDueDate, order, (actor, { inquiry }, context) =>
		intake.moveDueDate(actor, inquiry, order.command.dueOn, order.command.note, context),
	)
}

export function declineInquiry(deps: Deps, order: OnInquiry<{ readonly reason: string }>): Outcome<null> {
	return act(deps, acts.declineInquiry, order, (actor, { inquiry }, context) =>
		intake.declineInquiry(actor, inquiry, order.command.reason, context),
	)
}

function act(
	deps: Deps,
	declared: DeclaredAct,
	order: OnInquiry<object>,
	decide: Decide<{ readonly inquiry: Inquiry; readonly answers: readonly string[] }, null>,
): Outcome<null> {
	const { inquiryId } = order.command
	return perform(deps, {
		act: declared,
		order,
		needs: { inquiry: inquiryQuery(order.coalition, inquiryId) },
		load: () => ({ answers: fixedAnswersQuery(inquiryId) }),
		streams: () => [streams.inquiry(inquiryId)],
		decide,
	})
}
