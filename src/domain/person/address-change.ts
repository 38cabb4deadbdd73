import type { Instant } from '#domain/kernel/id.ts'

const DAY_MS = 24 * 60 * 60_000

/** How long the addresses somebody has are silent before another that a chair proposed is theirs too. */
export const SILENCE_MS = 14 * DAY_MS

/** How long a change waits for what it needs: longer than a week of attempts to tell, and the silence after it. */
export const OPEN_MS = 30 * DAY_MS

/** How long an address that a chair proposed can be undone after it took effect. */
export const UNDONE_WITHIN_MS = 30 * DAY_MS

/** What came of a change. `replaced`: by a newer one, or by the person's own. `undone`: after it had taken effect. */
export const OUTCOMES = ['taken', 'refused', 'withdrawn', 'replaced', 'undone'] as const
export type AddressOutcome = (typeof OUTCOMES)[number]

/** An address that somebody is to have. */
export type AddressChange = {
	/** By the person; else by a chair. */
	readonly own: boolean
	/** The addresses the person had when it was proposed. */
	readonly former: readonly string[]
	readonly createdAt: Instant
	readonly toldAt: Instant | null
	readonly confirmedAt: Instant | null
	readonly agreedAt: Instant | null
	readonly endedAt: Instant | null
	readonly outcome: AddressOutcome | null
}

/** Whether something can still come of it. */
export const isOpen = ({ endedAt, createdAt }: AddressChange, now: Instant): boolean =>
	endedAt === null && now < createdAt + OPEN_MS

/**
 * From when on it takes effect, as things stand; null: something is missing. The new address always confirms. Whoever can set an
 * address can sign in by it, so one that a chair proposed waits for its person besides, or for the silence of those she has.
 */
export function takesEffectAt(change: AddressChange): Instant | null {
	const { own, former, confirmedAt, agreedAt, toldAt } = change
	if (confirmedAt === null) return null
	if (own || former.length === 0 || agreedAt !== null) return Math.max(confirmedAt, agreedAt ?? 0)
	return toldAt === null ? null : Math.max(confirmedAt, toldAt + SILENCE_MS)
}

/** Until when a former address, or the person, can say no to it; null: it cannot be any more, or need not be. */
export function refusedUntil(change: AddressChange, now: Instant): Instant | null {
	const { own, endedAt, outcome, createdAt } = change
	if (isOpen(change, now)) return createdAt + OPEN_MS
	if (own || outcome !== 'taken' || endedAt === null) return null
	const until = endedAt + UNDONE_WITHIN_MS
	return now < until ? until : null
}
