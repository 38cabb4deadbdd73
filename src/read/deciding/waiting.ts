import { allOf, mapQuery, type Query } from '#db/client.ts'
import { type LoadedWaiting, waitingQuery } from '#db/deciding/load-waiting.ts'
import type { ActorRef } from '#db/members/load-actor.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { type StatementHeader, statementHeaderQuery } from '#read/statement/statement-header.ts'

export type { LoadedWaiting } from '#db/deciding/load-waiting.ts'

/** What a page shows, and for chair and secretary who has not answered what is asked about the text. */
export type WithWaiting<View> = View & { readonly waiting: LoadedWaiting | null }

/** Who asks to see a page of which statement, and when. */
type Asked = {
	readonly params: { readonly coalition: string; readonly statement: string }
	readonly actor: ActorRef | null
	readonly now: Instant
}

/** A page's query with who has not answered, in the same round trip; null for all but chair and secretary. */
export function withWaiting<View extends object>(
	view: Query<View | null>,
	{ params, actor, now }: Asked,
): Query<WithWaiting<View> | null> {
	const waiting = waitingQuery(params.coalition, params.statement, now, actor)
	return mapQuery(allOf({ view, waiting }), (found) => found.view && { ...found.view, waiting: found.waiting })
}

export type RemindersView = WithWaiting<{ readonly header: StatementHeader }>

/** Who has not answered; null when the coalition has no such statement. */
export function remindersViewQuery(asked: Asked): Query<RemindersView | null> {
	const { coalition, statement } = asked.params
	const view = mapQuery(statementHeaderQuery(coalition, statement), (header) => header && { header })
	return withWaiting(view, asked)
}
