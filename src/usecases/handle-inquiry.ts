import { allOf } from '#db/client.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { inquiryQuery } from '#db/load-statement.ts'
import type { Context } from '#domain/deciding.ts'
import { type Decision, streams } from '#domain/event.ts'
import type { InquiryId, SwedishDate } from '#domain/id.ts'
import type { Inquiry, InquiryFacts } from '#domain/inquiry.ts'
import * as intake from '#domain/intake.ts'
import type { Rejection } from '#domain/rejection.ts'
import { type Result, refuse } from '#domain/result.ts'
import type { Actor } from '#domain/seats.ts'
import { type Deps, type Order, type Outcome, perform } from './perform.ts'

/** Takes an inquiry in. */
export function receiveInquiry(deps: Deps, order: Order<InquiryFacts>): Outcome<{ readonly inquiryId: InquiryId }> {
	return perform(deps, {
		kind: 'receiveInquiry',
		order,
		scope: 'write',
		load: () => allOf({ streams: streamsQuery(streamNames.coalition(order.coalition)) }),
		decide: (actor, _loaded, context) => intake.receiveInquiry(actor, order.command, context),
	})
}

type OnInquiry<Command> = Order<Command & { readonly inquiryId: InquiryId }>

export function changeInquiry(deps: Deps, order: OnInquiry<{ readonly facts: InquiryFacts }>): Outcome<null> {
	return act(deps, 'changeInquiry', order, (actor, inquiry, context) =>
		intake.changeInquiry(actor, inquiry, order.command.facts, context),
	)
}

/** Moves the deadline; the earlier ones are kept. */
export function moveDueDate(
	deps: Deps,
	order: OnInquiry<{ readonly dueOn: SwedishDate | null; readonly note: string }>,
): Outcome<null> {
	return act(deps, 'moveDueDate', order, (actor, inquiry, context) =>
		intake.moveDueDate(actor, inquiry, order.command.dueOn, order.command.note, context),
	)
}

export function declineInquiry(deps: Deps, order: OnInquiry<{ readonly reason: string }>): Outcome<null> {
	return act(deps, 'declineInquiry', order, (actor, inquiry, context) =>
		intake.declineInquiry(actor, inquiry, order.command.reason, context),
	)
}

function act(
	deps: Deps,
	kind: string,
	order: OnInquiry<object>,
	decide: (actor: Actor, inquiry: Inquiry, context: Context) => Result<Decision<null>, Rejection>,
): Outcome<null> {
	const { inquiryId } = order.command
	return perform(deps, {
		kind,
		order,
		scope: 'write',
		load: () =>
			allOf({
				inquiry: inquiryQuery(order.coalition, inquiryId),
				streams: streamsQuery(streamNames.of(streams.inquiry(inquiryId))),
			}),
		decide: (actor, { inquiry }, context) => (inquiry ? decide(actor, inquiry, context) : refuse({ code: 'notFound' })),
	})
}
