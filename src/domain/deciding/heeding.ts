import type { Stretch } from '#domain/amendment/carrying.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'
import { leftOutOf, noneLeftOut } from './left-out.ts'
import { noneOpen } from './opening-on-amendment.ts'

/**
 * An amendment that is open or adopted, and for whose words another fell when associations preferred it, and when they did. `words`: where it
 * is open, or came in with changes; null where it was adopted as it is.
 */
export type PreferredAmendment = {
	readonly number: number
	readonly words: (Stretch & Pick<AdoptedAmendment, 'merged'>) | null
	readonly preferredAt: Instant
}

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
 * Refuses a text without what associations preferred to another, whether it is open or adopted: one of two was to go on, and whoever lets
 * neither come in decides alone what nobody voted for. It comes in, or associations reject it by itself. What they have adopted stands in
 * its place, whenever they did: to prefer is not to adopt, and what was adopted may not be left out for it.
 */
export function nonePassedOver(
	preferred: readonly PreferredAmendment[],
	adopted: readonly AdoptedAmendment[],
	blocks: readonly BlockVersion[],
): Result<null, Rejection> {
	if (preferred.length === 0) return ok(null)
	const times = new Map(preferred.map(({ number, preferredAt }) => [number, preferredAt]))
	const asTheirs = adopted.map((each) => {
		const preferredAt = times.get(each.number)
		return each.byAssociations || preferredAt === undefined ? each : asPreferred(each, preferredAt)
	})
	const left = leftOutOf(asTheirs, blocks)
	// Each by itself beside what is adopted: of two that are open neither stands for the other.
	const isLeft = ({ number, words, preferredAt }: PreferredAmendment) =>
		words === null
			? left.includes(number)
			: leftOutOf([...asTheirs, asPreferred({ ...words, number }, preferredAt)], blocks).includes(number)
	const numbers = preferred.flatMap((each) => (isLeft(each) ? [each.number] : []))
	return numbers.length === 0 ? ok(null) : refuse({ code: 'preferredPassedOver', numbers })
}

/** As if associations had adopted it before all that they did adopt; of two the one first that they preferred first. */
const asPreferred = (
	words: Stretch & Pick<AdoptedAmendment, 'number' | 'merged'>,
	preferredAt: Instant,
): AdoptedAmendment => ({ ...words, byAssociations: true, decidedAt: preferredAt - Number.MAX_SAFE_INTEGER })
