import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { leftOutOf, noneLeftOut } from './left-out.ts'
import { noneOpen } from './opening-on-amendment.ts'

/** An amendment that is open or adopted, and for whose words another fell when associations preferred it, and when they did. */
export type PreferredAmendment = { readonly number: number; readonly isOpen: boolean; readonly preferredAt: Instant }

/** `open`: how many ballots on amendments are not counted. */
type Amendments = {
	readonly open: number
	readonly adopted: readonly AdoptedAmendment[]
	readonly preferred: readonly PreferredAmendment[]
}

/** Refuses a text that lacks what associations decide about amendments to it: they have not yet, or it was left out. */
export function heedsAmendments(
	{ open, adopted, preferred }: Amendments,
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	const counted = noneOpen(open)
	if (!counted.ok) return counted
	const whole = noneLeftOut(adopted, blocks)
	return whole.ok ? nonePassedOver(preferred, adopted, blocks) : whole
}

/**
 * Refuses a text while what associations preferred to another is left open, or is adopted and left out of it: one of two was to go on, and
 * whoever lets neither come in decides alone what nobody voted for. It comes in, or associations reject it by itself.
 */
export function nonePassedOver(
	preferred: readonly PreferredAmendment[],
	adopted: readonly AdoptedAmendment[],
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	if (preferred.length === 0) return ok(null)
	const times = new Map(preferred.map(({ number, preferredAt }) => [number, preferredAt]))
	// As if they had adopted it then: what they adopted since stands in its place.
	const asTheirs = adopted.map((each) => {
		const decidedAt = times.get(each.number)
		return each.byAssociations || decidedAt === undefined ? each : { ...each, byAssociations: true, decidedAt }
	})
	const left = leftOutOf(asTheirs, blocks)
	const numbers = preferred.flatMap(({ number, isOpen }) => (isOpen || left.includes(number) ? [number] : []))
	return numbers.length === 0 ? ok(null) : refuse({ code: 'preferredPassedOver', numbers })
}
