import type { Stretch } from './carrying.ts'
import { broughtDenials, changedBlocks, NONE } from './changed-parts.ts'
import type { AllowedIn } from './standing-in.ts'

/** The denials that associations want in a block, by what they adopted: they turn nobody's words there round, since both were adopted. */
export function denialsAllowed(adopted: readonly (Stretch & { readonly byAssociations: boolean })[]): AllowedIn {
	const found = new Map<string, Set<string>>()
	for (const each of adopted.filter(({ byAssociations }) => byAssociations).flatMap(changedBlocks)) {
		const denials = broughtDenials(each)
		if (denials.length > 0) found.set(each.blockId, new Set([...(found.get(each.blockId) ?? []), ...denials]))
	}
	return (blockId) => found.get(blockId) ?? NONE
}
