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

/**
 * One block as it was then, in place of what stands of it; where it was taken away, after the nearest of those before it that stands,
 * else first. Null: it was not in that text. `seen` and `wanted`: the stretch of the text that it touches, before and after.
 */
export function blockAgain(
	then: readonly BlockVersion[],
	stands: readonly BlockVersion[],
	blockId: BlockId,
): { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Wanted[] } | null {
	const at = then.findIndex((block) => block.blockId === blockId)
	const again = wantedAgain(then.slice(at, at + 1))
	if (at === -1) return null
	const now = new Map(stands.map((block) => [block.blockId, block]))
	const itself = now.get(blockId)
	if (itself) return { seen: [itself], wanted: again }
	const before = then.slice(0, at).findLast((block) => now.has(block.blockId))
	const seen = before ? (now.get(before.blockId) ?? before) : stands[0]
	const kept = wantedAgain(seen ? [seen] : [])
	return { seen: seen ? [seen] : [], wanted: before ? [...kept, ...again] : [...again, ...kept] }
}

/** The blocks of an earlier text as somebody wants them again. */
export const wantedAgain = (blocks: readonly BlockVersion[]): Wanted[] =>
	blocks.map(({ blockId, content }) => ({ blockId, content }))
