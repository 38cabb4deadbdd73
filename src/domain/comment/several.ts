import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, BlockId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { normaliseText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { makeComment, OWN_THREADS_LIMIT, type ReadBlock, type StandingThreads, toStewards } from './comment.ts'

/** A comment that the same association, or the coalition, gave before and that stands. `blockId`: null for the whole text. */
export type GivenComment = { readonly blockId: BlockId | null; readonly text: string }

export type MakeComments = {
	/** Whose view they are; null for chair and secretary. */
	readonly associationId: AssociationId | null
	/** In the order they are to stand in. `on`: as `makeComment` has it. */
	readonly comments: readonly { readonly on: ReadBlock | null; readonly text: string }[]
}

/**
 * Gives several comments at once, all or none, with one word to those who answer. What was given before, of the same block in the same
 * words, is not given again: who gave some of them one by one gives the rest so. `made`: how many were.
 */
export function makeComments(
	actor: Actor,
	statement: Statement,
	threads: StandingThreads,
	given: readonly GivenComment[],
	{ associationId, comments }: MakeComments,
	context: Context,
): Result<Decision<{ readonly made: number }>, Rejection> {
	const may = permit(acts.makeComments, actor, context.now, { statement, associationId })
	if (!may.ok) return may
	if (comments.length === 0) return refuse({ code: 'empty', field: 'text' })
	if (comments.length > OWN_THREADS_LIMIT) return refuse({ code: 'tooManyOwnComments', limit: OWN_THREADS_LIMIT })
	const stands = new Set(given.map(named))
	const events = []
	for (const { on, text } of comments) {
		const name = named({ blockId: on?.blockId ?? null, text })
		if (stands.has(name)) continue
		stands.add(name)
		const standing = { all: threads.all + events.length, own: threads.own + events.length }
		const one = makeComment(actor, statement, standing, on, { associationId, text }, context)
		if (!one.ok) return one
		events.push(...one.value.events)
	}
	return ok({
		value: { made: events.length },
		events,
		guards: may.value.guards,
		notifications: events.length === 0 ? [] : [toStewards(statement.id)],
	})
}

const named = ({ blockId, text }: GivenComment) => JSON.stringify([blockId, normaliseText(text).trim()])
