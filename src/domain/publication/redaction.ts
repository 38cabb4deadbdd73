import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId, BlockId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { acts } from './acts.ts'

/** A published text with the ids of its blocks, who had a vote on it, and what of it is withheld. */
export type PublishedText = {
	readonly statementId: StatementId
	readonly blocks: readonly BlockVersion[]
	readonly electorate: readonly AssociationId[]
	readonly withheld: readonly BlockId[]
}

/**
 * Withholds a block that names a person who was erased or took back their consent to be named. `ground` says why. All in whose name it stands
 * are told: it is gone from what they decided, on one person's word. They are, however often: nobody's name waits for a letter. What is withheld
 * already stays so, on the ground that is shown: by nothing done nobody is told.
 */
export function redact(
	actor: Actor,
	published: PublishedText,
	blockId: BlockId,
	ground: string,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.redactBlock, actor, now)
	if (!may.ok) return may
	if (!published.blocks.some((block) => block.blockId === blockId)) return refuse({ code: 'blockGone' })
	const valid = requiredText('ground', ground, NOTE_LIMIT)
	if (!valid.ok) return valid
	if (published.withheld.includes(blockId)) return ok({ value: null, events: [], guards: [] })
	return ok({
		value: null,
		events: [
			{
				type: 'redacted',
				stream: streams.statement(published.statementId),
				statementId: published.statementId,
				payload: { blockId, ground: valid.value },
			},
		],
		guards: may.value.guards,
		notifications: published.electorate.map((associationId) => {
			return { kind: 'withheld' as const, statementId: published.statementId, associationId }
		}),
	})
}
