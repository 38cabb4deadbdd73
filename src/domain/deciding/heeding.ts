import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { noneLeftOut } from './left-out.ts'
import { noneOpen } from './opening-on-amendment.ts'

/** `open`: how many ballots on amendments are not counted. */
type Amendments = { readonly open: number; readonly adopted: readonly AdoptedAmendment[] }

/** Refuses a text that lacks what associations decide about amendments to it: they have not yet, or it was left out. */
export function heedsAmendments(
	{ open, adopted }: Amendments,
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	const counted = noneOpen(open)
	return counted.ok ? noneLeftOut(adopted, blocks) : counted
}
