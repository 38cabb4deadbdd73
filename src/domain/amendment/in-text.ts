import type { BlockVersion } from '#domain/statement/block.ts'
import type { Stretch } from './carrying.ts'
import type { MergedPart } from './facts.ts'
import { standsIn } from './standing-in.ts'
import type { MergedOutcome } from './state.ts'

/** How an amendment came into the text; null: it was not merged, or that was undone. */
export type MergedIn = { readonly outcome: MergedOutcome; readonly parts: readonly MergedPart[] } | null

/** Whether an amendment's words are in the text: as they were merged, and nobody has written there since; or however they came there. */
export function isInText(
	{ merged, ...stretch }: Stretch & { readonly merged: MergedIn },
	blocks: readonly BlockVersion[],
): boolean {
	return (merged?.outcome === 'adopted' && standsAsMerged(merged.parts, blocks)) || standsIn(stretch, blocks)
}

/** Whether each part of the text says still what it was made to say when amendments were merged. */
function standsAsMerged(parts: readonly MergedPart[], blocks: readonly BlockVersion[]): boolean {
	const stands = new Map(blocks.map(({ blockId, id }) => [blockId, id]))
	return parts.every(({ blockId, versionId }) => (stands.get(blockId) ?? null) === versionId)
}
