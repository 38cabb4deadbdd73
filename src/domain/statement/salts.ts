import type { BlockVersion } from './block.ts'

/** 128 random bits in lower-case hex. Hashed with something short, they keep it from being guessed by its hash. */
export type Salt = string

/** Draws a salt. Passed in wherever one is needed, as ids are. */
export type NewSalt = () => Salt

/** Of a text that was fixed: a salt for its title and one for each block, in order. */
export type TextSalts = { readonly title: Salt; readonly blocks: readonly Salt[] }

export function saltsFor(blocks: readonly BlockVersion[], newSalt: NewSalt): TextSalts {
	return { title: newSalt(), blocks: blocks.map(() => newSalt()) }
}

/**
 * Of a text with a block written anew in its place. What the block said before is published nowhere, but the hash that was
 * voted on is: under the old salt, which the record would then show, the old words could be guessed by it. The others keep
 * theirs, so that their hashes say that nothing else was touched.
 */
export function saltsAfter(
	salts: TextSalts,
	before: readonly BlockVersion[],
	after: readonly BlockVersion[],
	newSalt: NewSalt,
): TextSalts {
	const blocks = after.map(({ id }, index) => {
		const kept = before[index]?.id === id ? salts.blocks[index] : undefined
		return kept ?? newSalt()
	})
	return { title: salts.title, blocks }
}
