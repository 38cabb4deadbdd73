import type { BlockVersion } from '#domain/statement/block.ts'
import type { Stretch } from './carrying.ts'
import type { MergedPart } from './facts.ts'
import { type AllowedIn, hasMoves, standsIn, turnsRound } from './standing-in.ts'
import type { MergedOutcome } from './state.ts'

/** How an amendment came into the text; null: it was not merged, or that was undone. */
export type MergedIn = { readonly outcome: MergedOutcome; readonly parts: readonly MergedPart[] } | null

type Words = Stretch & { readonly merged: MergedIn }

/**
 * Whether an amendment's words are in the text: as they were merged, and nobody has written there since; or however they came there. Never
 * with a denial beside or among them that is not `allowed`; where that is not known, what was merged and not written in since stands.
 */
export function isInText({ merged, ...stretch }: Words, blocks: readonly BlockVersion[], allowed?: AllowedIn): boolean {
	return (
		(merged?.outcome === 'adopted' && standsAsCame({ merged, ...stretch }, blocks, allowed)) ||
		standsIn(stretch, blocks, allowed)
	)
}

/** Whether nobody has written since in what came in when an amendment was merged, nor was it turned round by that, where `allowed` is known. */
export const standsAsCame = (
	{ merged, ...stretch }: Words,
	blocks: readonly BlockVersion[],
	allowed?: AllowedIn,
): boolean =>
	merged !== null &&
	standsAsMerged(merged.parts, stretch, blocks) &&
	(allowed === undefined || !turnsRound(stretch, blocks, allowed))

/**
 * Whether an amendment has nothing more to bring into the text. What was merged is done with, whatever became of the text since: by
 * being merged once more it would come in twice.
 */
export const isDone = (words: Words, blocks: readonly BlockVersion[]): boolean =>
	words.merged !== null || isInText(words, blocks)

/** Whether each part of the text says still what it was made to say when amendments were merged, and stands where it was moved. */
function standsAsMerged(parts: readonly MergedPart[], stretch: Stretch, blocks: readonly BlockVersion[]): boolean {
	const stands = new Map(blocks.map(({ blockId, id }) => [blockId, id]))
	if (parts.some(({ kind }) => kind === 'moved') && !hasMoves(stretch, blocks)) return false
	return parts.length > 0 && parts.every(({ blockId, versionId }) => (stands.get(blockId) ?? null) === versionId)
}
