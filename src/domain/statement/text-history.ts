import type { DomainEvent, EventType } from '#domain/event.ts'
import type { ActId, BlockId } from '#domain/kernel/id.ts'
import type { Wanted } from './alignment.ts'
import type { BlockVersion } from './block.ts'

/** What changes a text. */
export const TEXT_FACTS = ['documentWritten', 'documentRearranged', 'blockEdited', 'editorialChangeMade'] as const

export const changesText = (type: EventType): boolean => TEXT_FACTS.some((fact) => fact === type)

/** A change of a text, and the act that made it: an act makes at most one. */
export type TextChange = { readonly actId: ActId } & {
	[T in (typeof TEXT_FACTS)[number]]: Pick<DomainEvent<T>, 'type' | 'payload'>
}[(typeof TEXT_FACTS)[number]]

/** The versions of blocks that a change brought. */
export function writtenIn({ type, payload }: TextChange): readonly BlockVersion[] {
	if (type === 'documentWritten') return payload.blocks
	return type === 'documentRearranged' ? payload.written : [payload.version]
}

/** A text on both sides of a change. */
export type Sides = { readonly before: readonly BlockVersion[]; readonly after: readonly BlockVersion[] }

/** What each change made of the text, from the first on. */
export function* changesOf<Change extends TextChange>(
	changes: readonly Change[],
): Generator<Sides & { readonly change: Change }> {
	const current = new Map<BlockId, BlockVersion>()
	let order: readonly BlockId[] = []
	let before: readonly BlockVersion[] = []
	for (const change of changes) {
		const { type, payload } = change
		const written = writtenIn(change)
		for (const version of written) current.set(version.blockId, version)
		if (type === 'documentWritten') order = written.map(({ blockId }) => blockId)
		if (type === 'documentRearranged') order = payload.order
		const after = order.flatMap((blockId) => current.get(blockId) ?? [])
		yield { change, before, after }
		before = after
	}
}

/** Both sides of one change; null where the text had no such change. */
export function sidesOf(changes: readonly TextChange[], actId: string): Sides | null {
	for (const sides of changesOf(changes)) if (sides.change.actId === actId) return sides
	return null
}

/** The blocks of an earlier text as somebody wants them again. */
export const wantedAgain = (blocks: readonly BlockVersion[]): Wanted[] =>
	blocks.map(({ blockId, content }) => ({ blockId, content }))
