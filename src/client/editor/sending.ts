import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { sameText } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { validBlock } from '#domain/statement/block-texts.ts'
import type { Became } from '#domain/statement/rewrite.ts'
import type { Aliases, Named } from './wanted.ts'

/** The stretch of a text that was changed: as it stood in the record, and as it is wanted. `from`: its place. */
export type Sending = {
	readonly from: number
	readonly seen: readonly BlockVersion[]
	readonly wanted: readonly Named[]
}

const isSame = (block: BlockVersion | undefined, wanted: Named | undefined): boolean =>
	block !== undefined &&
	wanted !== undefined &&
	block.blockId === wanted.blockId &&
	(block.content === wanted.content || sameText(block.content, wanted.content))

/**
 * The smallest stretch that holds all that was changed since `base`; null where nothing was. Before something new there is always a
 * block that was there, or behind it where there is none before, so that the record knows where it goes.
 */
export function sendingOf(base: readonly BlockVersion[], wanted: readonly Named[]): Sending | null {
	let from = 0
	while (isSame(base[from], wanted[from])) from += 1
	if (from === base.length && from === wanted.length) return null
	let after = 0
	const most = Math.min(base.length, wanted.length) - from
	while (after < most && isSame(base[base.length - 1 - after], wanted[wanted.length - 1 - after])) after += 1
	const hasNew = wanted.slice(from, wanted.length - after).some(({ blockId }) => blockId === null)
	if (hasNew && from > 0) from -= 1
	else if (base.length - after === from && after > 0) after -= 1
	return {
		from,
		seen: base.slice(from, base.length - after),
		wanted: wanted.slice(from, wanted.length - after),
	}
}

/** What the record holds of what was sent. */
function stored({ content }: Named): BlockVersion['content'] {
	const valid = validBlock(content)
	return valid.ok ? valid.value : content
}

/**
 * The text as the record has it once that was saved, if nobody else had written; and what the record calls what was new. `became`: in
 * the order of what was wanted.
 */
export function afterSaving(
	base: readonly BlockVersion[],
	{ from, seen, wanted }: Sending,
	became: readonly (Became | null)[],
	aliases: Aliases,
): { readonly base: readonly BlockVersion[]; readonly aliases: Aliases } {
	const before = new Map(seen.map((block) => [block.blockId, block]))
	const called = new Map(aliases)
	const saved = wanted.flatMap((block, at): BlockVersion[] => {
		const now = became[at]
		if (!now) return []
		if (block.name !== now.blockId) called.set(block.name, now.blockId)
		const stood = before.get(now.blockId)
		return [stood && isSame(stood, block) ? { ...stood, id: now.id } : { ...now, content: stored(block) }]
	})
	return { base: [...base.slice(0, from), ...saved, ...base.slice(from + seen.length)], aliases: called }
}

/** The fields of a form that saves it. */
export function fieldsOf({ seen, wanted }: Sending): Record<string, string> {
	const ids: readonly BlockVersionId[] = seen.map(({ id }) => id)
	const known = new Set<BlockId>(seen.map(({ blockId }) => blockId))
	const named = wanted.map(({ blockId, content }) => ({
		name: blockId !== null && known.has(blockId) ? blockId : null,
		content,
	}))
	return { seen: ids.join(' '), written: JSON.stringify(named) }
}
