import { draftQuery } from '#db/statement/load-statement.ts'
import { judgedQuery } from '#db/statement/load-text.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/statement/acts.ts'
import type { Draft } from '#domain/statement/draft.ts'
import {
	handOver as decide,
	handOverLeft as decideLeft,
	type Taken,
	type TypedText,
} from '#domain/statement/handing-over.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** What was typed, out of which room, and how far that had come: the same text under the same key, however often it is handed over. */
export type HandOverCommand = {
	readonly statementId: StatementId
	readonly room: string
	readonly version: number
	readonly text: TypedText
}

/** Takes over into the record what several wrote at once, from one of them. */
export function handOver(deps: Deps, order: Order<HandOverCommand>): Outcome<Taken> {
	const { text } = order.command
	return act(deps, acts.handOver, order, (actor, { draft, judged }, context) =>
		decide(actor, draft, text, judged, context),
	)
}

/** The same, by itself, where none of them may write any more. */
export function handOverLeft(deps: Deps, order: Order<HandOverCommand>): Outcome<Taken> {
	const { text } = order.command
	return act(deps, acts.handOverLeft, order, (_actor, { draft, judged }, { newId }) =>
		decideLeft(draft, text, judged, newId),
	)
}

function act(
	deps: Deps,
	declared: DeclaredAct,
	order: Order<HandOverCommand>,
	rule: Decide<{ readonly draft: Draft; readonly judged: readonly BlockId[] }, Taken>,
): Outcome<Taken> {
	const { statementId, room, version } = order.command
	return perform(deps, {
		act: declared,
		order,
		payload: { statementId, room, version },
		needs: { draft: draftQuery(order.coalition, statementId) },
		load: () => ({ judged: judgedQuery(statementId) }),
		streams: () => [streams.document(statementId)],
		decide: rule,
	})
}
