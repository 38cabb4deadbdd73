import { allOf } from '#db/client.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { signingQuery } from '#db/signing/load-signing.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/signing/acts.ts'
import { remindSignoffs as decide, type Reminded } from '#domain/signing/signoff.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Asks the associations once more that have not answered whether they stand behind the text. */
export function remindSignoffs(deps: Deps, order: Order<{ readonly statementId: StatementId }>): Outcome<Reminded> {
	const { statementId } = order.command
	return perform(deps, {
		act: acts.remindSignoffs,
		order,
		load: () =>
			allOf({
				found: signingQuery(order.coalition, statementId),
				streams: streamsQuery(streamNames.of(streams.statement(statementId))),
			}),
		decide: (actor, { found: { draft, signing } }, context) => {
			if (!draft) return refuse({ code: 'notFound' })
			if (!signing) return refuse({ code: 'wrongStage', stage: draft.statement.stage, allowed: ['signing'] })
			return decide(actor, signing, context)
		},
	})
}
