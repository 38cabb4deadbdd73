import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { broughtDenials, changedBlocks } from './changed-parts.ts'
import type { Choices } from './collision.ts'
import { denialsAllowed } from './denials-allowed.ts'
import { type PutTogether, putTogether, type ToPutTogether } from './putting-together.ts'
import { turnsRound } from './standing-in.ts'

type Chosen = ToPutTogether & { readonly number: number }

/**
 * Refuses what puts a denial beside or among the words that associations adopted, unless they adopted that too. A denial that the text has
 * already is not refused here: whether associations want it is known where the text is put to a decision.
 */
export function noneTurnedRound(
	seen: readonly BlockVersion[],
	chosen: readonly Chosen[],
	choices: Choices,
	made: PutTogether,
): Result<null, Rejection> {
	const theirs = chosen.filter((each) => each.adoptedTogether !== null)
	const allowed = denialsAllowed(theirs.map((each) => ({ ...each, byAssociations: true })))
	const turnedIn = (text: PutTogether) => theirs.filter((each) => turnsRound(each, asText(text), allowed))
	const turned = turnedIn(made)
	if (turned.length === 0) return ok(null)
	const alone = new Set(turnedIn(putTogether(seen, theirs, choices)))
	const adopted = turned.filter((each) => !alone.has(each))
	if (adopted.length === 0) return ok(null)
	const places = new Set(adopted.flatMap(blocksOf))
	const others = chosen.filter(
		(each) => !theirs.includes(each) && blocksOf(each).some((blockId) => places.has(blockId)),
	)
	const denying = others.filter((each) =>
		changedBlocks(each).some((changed) => places.has(changed.blockId) && broughtDenials(changed).length > 0),
	)
	// None of them, where it was written by hand in a choice between them.
	const by = denying.length > 0 ? denying : others
	return refuse({
		code: 'turnsRound',
		numbers: by.map(({ number }) => number),
		adopted: adopted.map(({ number }) => number),
	})
}

const blocksOf = (amendment: Chosen): BlockId[] => changedBlocks(amendment).map(({ blockId }) => blockId)

/** The text put together, as far as its blocks are known. */
const asText = ({ wanted }: PutTogether): BlockVersion[] =>
	wanted.flatMap(({ blockId, content }) =>
		blockId === null ? [] : [{ id: `made-${blockId}` as BlockVersionId, blockId: blockId as BlockId, content }],
	)
