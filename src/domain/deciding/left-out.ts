import { isInText } from '#domain/amendment/in-text.ts'
import { placesOf } from '#domain/amendment/places.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
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

function isInPlaceOf(later: AdoptedAmendment, earlier: AdoptedAmendment): boolean {
	if ((later.decidedAt ?? 0) <= (earlier.decidedAt ?? 0)) return false
	const places = new Set(placesOf(earlier))
	return placesOf(later).some((blockId) => places.has(blockId))
}
