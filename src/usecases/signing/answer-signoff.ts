import { signingQuery } from '#db/signing/load-signing.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/signing/acts.ts'
import { type AnswerSignoff, answerSignoff as decide } from '#domain/signing/signoff.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type AnswerSignoffCommand = AnswerSignoff & { readonly statementId: StatementId }

/** Signs off the decided text for an association, or declines with a reason. */
export function answerSignoff(deps: Deps, order: Order<AnswerSignoffCommand>): Outcome<null> {
	const { statementId, associationId } = order.command
	return perform(deps, {
		act: acts.answerSignoff,
		order,
		latestCounts: true,
		needs: { found: signingQuery(order.coalition, statementId) },
		// The statement's, so that an editorial change in between is noticed, and what is signed is the text as it stands.
		streams: () => [streams.signoff(statementId, associationId), streams.statement(statementId)],
		decide: (actor, { found: { draft, signing } }, context) => {
			if (!signing) return refuse({ code: 'wrongStage', stage: draft.statement.stage, allowed: ['signing'] })
			return decide(actor, signing, order.command, context)
		},
	})
}
