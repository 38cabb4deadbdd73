import type { DomainEvent, Facts } from '#domain/event.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { BlockVersion } from './block.ts'
import type { Draft } from './draft.ts'

export function changedSince({ blockId, id }: BlockVersion): Rejection {
	return { code: 'blockChanged', blockId, current: id }
}

export const orderOf = (draft: Draft): BlockId[] => draft.blocks.map((block) => block.blockId)

export function placed(order: readonly BlockId[], blocks: readonly BlockId[], after: BlockId | null): BlockId[] | null {
	if (after === null) return [...blocks, ...order]
	const index = order.indexOf(after)
	return index === -1 ? null : [...order.slice(0, index + 1), ...blocks, ...order.slice(index + 1)]
}

export function rearranged(
	{ statement }: Draft,
	how: Facts['documentRearranged']['how'],
	order: readonly BlockId[] | undefined,
	written: readonly BlockVersion[],
	source?: Facts['documentRearranged']['source'],
): DomainEvent<'documentRearranged'> {
	return {
		type: 'documentRearranged',
		stream: streams.document(statement.id),
		statementId: statement.id,
		payload: { how, ...(order ? { order } : {}), written, ...(source ? { source } : {}) },
	}
}

/** `rewritten`: the blocks whose text the change is made from, which nobody may have changed meanwhile. */
export function change<Value>(
	value: Value,
	event: DomainEvent,
	rewritten: readonly BlockVersion[] = [],
): Result<Decision<Value>, Rejection> {
	const stand = rewritten.map((block): Guard => ({ kind: 'blockStands', blockId: block.blockId, versionId: block.id }))
	return ok({ value, events: [event], guards: stand })
}

export const unchanged = <Value>(value: Value): Result<Decision<Value>, Rejection> =>
	ok({ value, events: [], guards: [] })
