import { waitingQuery } from '#db/deciding/load-waiting.ts'
import type { DueReminder } from '#db/load-due.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import { remind as decide, remindInTime as decideInTime } from '#domain/deciding/remind.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type RemindCommand = { readonly statementId: StatementId }

/** Reminds all that have not answered what is asked about the text. Gives how many were reminded, by mail. */
export function remind(deps: Deps, order: Order<RemindCommand>): Outcome<{ readonly reminded: number }> {
	return perform(deps, {
		act: acts.remind,
		order,
		needs: { statement: statementQuery(order.coalition, order.command.statementId) },
		load: (now) => ({ waiting: waitingQuery(order.coalition, order.command.statementId, now) }),
		streams: () => [streams.reminder(order.command.statementId)],
		decide: (actor, { statement, waiting }, context) => decide(actor, statement, waiting, context),
	})
}

/** The same when the time has come, if it still has. */
export function remindInTime(deps: Deps, order: Order<RemindCommand>): Outcome<null> {
	return perform(deps, {
		act: acts.remindInTime,
		order,
		needs: { statement: statementQuery(order.coalition, order.command.statementId) },
		load: (now) => ({ waiting: waitingQuery(order.coalition, order.command.statementId, now) }),
		streams: () => [streams.reminder(order.command.statementId)],
		decide: (_actor, { statement, waiting }, context) => decideInTime(statement, waiting, context),
	})
}

/** Reminds about the texts whose time for it has come. Each time has a key of its own, so that it comes once. */
export async function remindAllDue(deps: Deps, due: readonly DueReminder[]): Promise<number> {
	await eachInTurn(due, ({ statementId, coalition, remindAt }) =>
		remindInTime(deps, {
			actor: { by: 'clock' },
			coalition,
			key: { value: `remind:${statementId}:${remindAt}`, kind: 'strict' },
			command: { statementId },
		}),
	)
	return due.length
}
