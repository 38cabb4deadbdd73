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

/** What each of changes that followed each other made of the text. `stood`: the text before the first of them. */
export function* changesOf<Change extends TextChange>(
	changes: readonly Change[],
	stood: readonly BlockVersion[] = [],
): Generator<Sides & { readonly change: Change }> {
	const current = new Map(stood.map((version) => [version.blockId, version]))
	let order: readonly BlockId[] = stood.map(({ blockId }) => blockId)
	let before = stood
	for (const change of changes) {
		const { type, payload } = change
		const written = writtenIn(change)
		for (const version of written) current.set(version.blockId, version)
		if (type === 'documentWritten') order = written.map(({ blockId }) => blockId)
		if (type === 'documentRearranged') order = payload.order ?? order
		const after = order.flatMap((blockId) => current.get(blockId) ?? [])
		yield { change, before, after }
		before = after
	}
}

/** The blocks of an earlier text as somebody wants them again. */
export const wantedAgain = (blocks: readonly BlockVersion[]): Wanted[] =>
	blocks.map(({ blockId, content }) => ({ blockId, content }))
