import { allOf } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import type { InquiryId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { acts } from '#domain/statement/acts.ts'
import { startStatement as decide, type StartStatement } from '#domain/statement/lifecycle.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type StartStatementCommand = StartStatement & { readonly inquiryId: InquiryId | null }

/** Starts a statement, with an empty document; a template or a paste fills it. */
export function startStatement(
	deps: Deps,
	order: Order<StartStatementCommand>,
): Outcome<{ readonly statementId: StatementId }> {
	const { inquiryId, ...command } = order.command
	return perform(deps, {
		act: acts.startStatement,
		order,
		load: () =>
			allOf({
				coalition: coalitionQuery(order.coalition),
				inquiry: inquiryQuery(order.coalition, inquiryId),
				streams: streamsQuery(streamNames.of(`inquiry:${inquiryId}`)),
			}),
		decide: (actor, { coalition, inquiry }, context) => {
			if (!coalition || (inquiryId !== null && !inquiry)) return refuse({ code: 'notFound' })
			return decide(actor, inquiry, command, context)
		},
	})
}
