import { waitingOnAmendmentsQuery } from '#db/deciding/load-waiting-on-amendments.ts'
import type { DueOfAmendments } from '#db/load-due.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type AsksOfAmendments, remindOfAmendments as decide } from '#domain/deciding/remind-of-amendments.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type RemindOfAmendments = { readonly statementId: StatementId; readonly by: AsksOfAmendments }

/** Reminds all that have not answered what a ballot on amendments, or a list of them, asks; if the time for it has come, and still is. */
export function remindOfAmendments(deps: Deps, order: Order<RemindOfAmendments>): Outcome<null> {
	const { statementId, by } = order.command
	return perform(deps, {
		act: acts.remindOfAmendments,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: (now) => ({ waiting: waitingOnAmendmentsQuery(order.coalition, statementId, by, now) }),
		streams: () => [streams.amendmentReminder(by.kind === 'ballot' ? by.ballotId : by.listId)],
		decide: (_actor, { statement, waiting }, context) => decide(statement, waiting, context),
	})
}

/** Reminds of those whose time for it has come. Each time has a key of its own, so that it comes once. */
export async function remindOfAllAmendmentsDue(deps: Deps, due: readonly DueOfAmendments[]): Promise<number> {
	await eachInTurn(due, ({ statementId, coalition, by, id, remindAt }) =>
		remindOfAmendments(deps, {
			actor: { by: 'clock' },
			coalition,
			key: { value: `remind:${id}:${remindAt}`, kind: 'strict' },
			command: { statementId, by },
		}),
	)
	return due.length
}
