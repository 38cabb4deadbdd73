import { changedBlocks } from '#domain/amendment/changed-parts.ts'
import { denialsAllowed } from '#domain/amendment/denials-allowed.ts'
import { isInText, standsAsCame } from '#domain/amendment/in-text.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { byBlock, lacks, placed } from './in-place-of.ts'

/**
 * The amendments that associations adopted and whose words are not in the text, by their numbers. Without those changes in whose place they
 * adopted another since: that is how they decide otherwise. Each change is looked at by itself; the rest of the same amendment is to stand.
 */
export function leftOutOf(adopted: readonly AdoptedAmendment[], blocks: readonly BlockVersion[]): readonly number[] {
	const theirs = adopted.filter(({ byAssociations }) => byAssociations)
	const allowed = denialsAllowed(theirs)
	const isThere = (each: AdoptedAmendment) => isInText(each, blocks, allowed) || standsAsCame(each, blocks, allowed)
	const out = theirs.filter((each) => !isThere(each))
	if (out.length === 0) return []
	const all = theirs.map((each) => placed(each, changedBlocks(each)))
	const [isOut, sharing] = [new Set(out), byBlock(all)]
	const text = { blocks: new Map(blocks.map((block) => [block.blockId, block])), allowed }
	return all
		.filter((each) => isOut.has(each.amendment) && lacks(each, all, sharing, text))
		.map(({ amendment }) => amendment.number)
}

/** Refuses to put a text to a decision that lacks what associations decided is to be in it: nobody leaves that out alone. */
export function noneLeftOut(
	adopted: readonly AdoptedAmendment[],
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	const numbers = leftOutOf(adopted, blocks)
	return numbers.length === 0 ? ok(null) : refuse({ code: 'adoptedLeftOut', numbers })
}
