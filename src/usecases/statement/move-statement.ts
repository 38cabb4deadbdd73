import { openOnAmendmentsQuery } from '#db/amendment/load-asked.ts'
import { standingListQuery } from '#db/amendment/load-listed.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { positionQuery } from '#db/load-log.ts'
import { draftQuery, statementQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { acts as decidingActs } from '#domain/deciding/acts.ts'
import * as consultation from '#domain/deciding/consultation.ts'
import type { Facts } from '#domain/event.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Instant, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts as publicationActs } from '#domain/publication/acts.ts'
import * as dispatch from '#domain/publication/dispatch.ts'
import { acts as statementActs } from '#domain/statement/acts.ts'
import type { Draft } from '#domain/statement/draft.ts'
import * as lifecycle from '#domain/statement/lifecycle.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type OnStatement<Command> = Order<Command & { readonly statementId: StatementId }>

export function changeTitle(deps: Deps, order: OnStatement<{ readonly title: string }>): Outcome<null> {
	return act(deps, statementActs.changeTitle, order, (actor, { draft: { statement } }, context) =>
		lifecycle.changeTitle(actor, statement, order.command.title, context),
	)
}

/** Opens the consultation. `dueAt`: when views are wanted, or null. */
export function openConsultation(deps: Deps, order: OnStatement<{ readonly dueAt: Instant | null }>): Outcome<null> {
	return act(
		deps,
		decidingActs.openConsultation,
		order,
		(actor, { draft: { statement, blocks }, coalition }, context) =>
			consultation.openConsultation(actor, statement, coalition, blocks, order.command.dueAt, context),
	)
}

/** Sends the text back to be written on. */
export function referBack(deps: Deps, order: OnStatement<{ readonly reason: string }>): Outcome<null> {
	const { statementId, reason } = order.command
	return perform(deps, {
		act: statementActs.referBack,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({ ballots: openOnAmendmentsQuery(statementId), position: positionQuery }),
		streams: () => [streams.statement(statementId)],
		decide: (actor, { statement, ballots, position }, context) =>
			lifecycle.referBack(actor, statement, reason, context, { ballots: ballots ?? 0, position }),
	})
}

export function withdrawStatement(deps: Deps, order: OnStatement<{ readonly reason: string }>): Outcome<null> {
	const { statementId, reason } = order.command
	return perform(deps, {
		act: statementActs.withdrawStatement,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			list: standingListQuery(statementId),
			ballots: openOnAmendmentsQuery(statementId),
			position: positionQuery,
		}),
		// A list that is opened meanwhile counts.
		streams: () => [streams.statement(statementId), streams.consensusLists(statementId)],
		decide: (actor, { statement, ballots, ...known }, context) =>
			lifecycle.withdraw(actor, statement, reason, context, { ...known, ballots: ballots ?? 0 }),
	})
}

export function markAsSent(deps: Deps, order: OnStatement<Facts['markedAsSent']>): Outcome<null> {
	return act(deps, publicationActs.markAsSent, order, (actor, { draft: { statement } }, context) => {
		const { sentOn, how, to } = order.command
		return dispatch.markAsSent(actor, statement, { sentOn, how, to }, context)
	})
}

function act(
	deps: Deps,
	declared: DeclaredAct,
	order: OnStatement<object>,
	decide: Decide<{ readonly draft: Draft; readonly coalition: Coalition }, null>,
): Outcome<null> {
	const { statementId } = order.command
	return perform(deps, {
		act: declared,
		order,
		needs: (now: Instant) => ({
			draft: draftQuery(order.coalition, statementId),
			coalition: coalitionQuery(order.coalition, now),
		}),
		streams: () => [streams.statement(statementId)],
		decide,
	})
}
