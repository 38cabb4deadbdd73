import { carried, collidingAmong } from '#domain/amendment/carrying.ts'
import { isInText } from '#domain/amendment/in-text.ts'
import { placesOf } from '#domain/amendment/places.ts'
import { standsIn } from '#domain/amendment/standing-in.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'

/**
 * The amendments that associations adopted and whose words are not in the text, by their numbers. Without those in whose place they adopted
 * another since: that is how they decide otherwise.
 */
export function leftOutOf(adopted: readonly AdoptedAmendment[], blocks: readonly BlockVersion[]): readonly number[] {
	const theirs = adopted.filter(({ byAssociations }) => byAssociations)
	return theirs
		.filter((amendment) => !isInText(amendment, blocks) && !theirs.some((other) => isInPlaceOf(other, amendment)))
		.map(({ number }) => number)
}

/** Refuses to put a text to a decision that lacks what associations decided is to be in it: nobody leaves that out alone. */
export function noneLeftOut(
	adopted: readonly AdoptedAmendment[],
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	const numbers = leftOutOf(adopted, blocks)
	return numbers.length === 0 ? ok(null) : refuse({ code: 'adoptedLeftOut', numbers })
}

/**
 * Whether the later takes out what the earlier had brought in, or wants something else of the same words. Another word in the same paragraph
 * is not in its place: else a comma that nobody objects to would let a text leave out what was adopted. Where others wrote in the words of the
 * earlier it counts by paragraphs, for there is nothing to compare.
 */
function isInPlaceOf(later: AdoptedAmendment, earlier: AdoptedAmendment): boolean {
	if ((later.decidedAt ?? 0) <= (earlier.decidedAt ?? 0)) return false
	const { seen, wanted } = later
	if (standsIn(earlier, seen)) return !standsIn(earlier, asText(wanted))
	if (carried(earlier, seen).ok) {
		const two = [earlier, later].map((each) => ({ ...each, id: `Y${each.number}` }))
		return collidingAmong(seen, two).size > 0
	}
	const places = new Set(placesOf(earlier))
	return placesOf(later).some((blockId) => places.has(blockId))
}

/** What is wanted, as if it stood. */
const asText = (wanted: readonly Wanted[]): BlockVersion[] =>
	wanted.map(({ blockId, content }, at) => ({
		id: `wanted-${at}` as BlockVersionId,
		blockId: blockId ?? (`wanted-${at}` as BlockId),
		content,
	}))
