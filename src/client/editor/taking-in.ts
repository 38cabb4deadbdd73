import type { BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Clash } from '#domain/statement/clash.ts'
import { merge } from '#domain/statement/merge.ts'
import type { Aliases, Named } from './wanted.ts'

/** What of the editor takes in what others wrote. */
export type Taking = {
	/** What others changed goes into the editor, and what is written there stays. */
	readonly takeIn: (
		seen: readonly BlockVersion[],
		wanted: readonly Named[],
		stands: readonly BlockVersion[],
		aliases: Aliases,
	) => void
	/** Puts blocks into the text as others have them; null takes one away. */
	readonly putBack: (blocks: ReadonlyMap<string, BlockVersion['content'] | null>) => void
	/** Who is to have the last word, by block; null: nobody chose. */
	readonly choose: (clashes: readonly Clash[]) => Promise<ReadonlyMap<BlockId, 'mine' | 'theirs'> | null>
}

/** What the editor calls a block of the record. */
export const nameIn = (aliases: Aliases, id: BlockId): string =>
	[...aliases].find(([, known]) => known === id)?.[0] ?? id

type Written = { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Named[]; readonly aliases: Aliases }

/** Puts what others wrote into the editor. False: both changed a part, and nobody has chosen; then nothing was. */
export async function tookIn(
	side: Taking,
	{ seen, wanted, aliases }: Written,
	stands: readonly BlockVersion[],
): Promise<boolean> {
	const { clashes } = merge(seen, wanted, stands, () => undefined)
	const choices = clashes.length === 0 ? new Map() : await side.choose(clashes)
	if (choices === null) return false
	const theirs = clashes.filter(({ blockId }) => choices.get(blockId) === 'theirs')
	side.takeIn(seen, wanted, stands, aliases)
	if (theirs.length > 0)
		side.putBack(new Map(theirs.map((part) => [nameIn(aliases, part.blockId), part.theirs?.content ?? null])))
	return true
}
