import { allOf } from '#db/client.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { acts as decidingActs } from '#domain/deciding/acts.ts'
import * as consultation from '#domain/deciding/consultation.ts'
import type { Facts } from '#domain/event.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Instant, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts as publicationActs } from '#domain/publication/acts.ts'
import * as dispatch from '#domain/publication/dispatch.ts'
import { acts as statementActs } from '#domain/statement/acts.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import * as lifecycle from '#domain/statement/lifecycle.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type OnStatement<Command> = Order<Command & { readonly statementId: StatementId }>

export function changeTitle(deps: Deps, order: OnStatement<{ readonly title: string }>): Outcome<null> {
	return act(deps, statementActs.changeTitle, order, (actor, { statement }, context) =>
		lifecycle.changeTitle(actor, statement, order.command.title, context),
	)
}

/** Opens the consultation. `dueAt`: when views are wanted, or null. */
export function openConsultation(deps: Deps, order: OnStatement<{ readonly dueAt: Instant | null }>): Outcome<null> {
	return act(deps, decidingActs.openConsultation, order, (actor, { statement, coalition, blocks }, context) =>
		consultation.openConsultation(actor, statement, coalition, blocks, order.command.dueAt, context),
	)
}

/** Sends the text back to be written on. */
export function referBack(deps: Deps, order: OnStatement<{ readonly reason: string }>): Outcome<null> {
	return act(deps, statementActs.referBack, order, (actor, { statement }, context) =>
		lifecycle.referBack(actor, statement, order.command.reason, context),
	)
}

export function withdrawStatement(deps: Deps, order: OnStatement<{ readonly reason: string }>): Outcome<null> {
	return act(deps, statementActs.withdrawStatement, order, (actor, { statement }, context) =>
		lifecycle.withdraw(actor, statement, order.command.reason, context),
	)
}

export function markAsSent(deps: Deps, order: OnStatement<Facts['markedAsSent']>): Outcome<null> {
	return act(deps, publicationActs.markAsSent, order, (actor, { statement }, context) => {
		const { sentOn, how, to } = order.command
		return dispatch.markAsSent(actor, statement, { sentOn, how, to }, context)
	})
}

type Loaded = { readonly statement: Statement; readonly blocks: readonly BlockVersion[]; readonly coalition: Coalition }

function act(
	deps: Deps,
	declared: DeclaredAct,
	order: OnStatement<object>,
	decide: (actor: Actor, loaded: Loaded, context: Context) => Result<Decision<null>, Rejection>,
): Outcome<null> {
	const { statementId } = order.command
	return perform(deps, {
		act: declared,
		order,
		load: () =>
			allOf({
				draft: draftQuery(order.coalition, statementId),
				coalition: coalitionQuery(order.coalition),
				streams: streamsQuery(streamNames.of(streams.statement(statementId))),
			}),
		decide: (actor, { draft, coalition }, context) =>
			draft && coalition ? decide(actor, { ...draft, coalition }, context) : refuse({ code: 'notFound' }),
	})
}
