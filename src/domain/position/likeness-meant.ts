import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { changedSince } from '#domain/statement/rearranging.ts'
import { acts } from './acts.ts'
import type { PositionRef } from './sorting.ts'

/** A position of a text, in the words that were read, beside an adopted one. */
export type Meant = PositionRef & {
	readonly blockId: BlockId
	readonly versionId: BlockVersionId
	/** False: the likeness is to be told again. */
	readonly meant: boolean
}

/** Says that a position is meant to be like an adopted one, so that it is told no more while its words stand. `isMeant`: it was said before. */
export function meanLikeness(
	actor: Actor,
	draft: Draft,
	isMeant: boolean,
	{ blockId, versionId, adoptedIn, number, meant }: Meant,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.meanLikeness, actor, now, draft)
	if (!may.ok) return may
	const block = draft.blocks.find((each) => each.blockId === blockId)
	if (block?.content.kind !== 'position') return refuse({ code: 'blockGone' })
	if (block.id !== versionId) return refuse(changedSince(block))
	if (isMeant === meant) return ok({ value: null, events: [], guards: [] })
	const payload = { blockId, versionId, adoptedIn, number, meant }
	const stream = streams.likeness(blockId)
	return ok({
		value: null,
		events: [{ type: 'likenessMeant', stream, statementId: draft.statement.id, payload }],
		guards: [...may.value.guards, { kind: 'blockStands', blockId, versionId }],
	})
}
