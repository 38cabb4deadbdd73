import type { ActId, AssociationId, Instant, SeatId } from './id.ts'

/**
 * What is told anew each time it changes. What waits of it is told the same readers in one letter, as it stands when that is
 * written, and the next comes no sooner than `BETWEEN_LETTERS_MS` after.
 */
export const GATHERED = [
	'comments',
	'bylaws',
	'renamed',
	'chair',
	'members',
	'contest',
	'outcomes',
	'older',
	'amendments',
	'withheld',
] as const

/** Three hours: a change that counts in a week is known of in time, and nobody is mailed of it more than eight times a day. */
export const BETWEEN_LETTERS_MS = 3 * 60 * 60_000

/** A day: what came of positions is old news by hours, as older statements are, and is often recorded a few at a time. */
export const BETWEEN_OUTCOMES_MS = 24 * 60 * 60_000

/** After a week of attempts the address is not going to answer, and what was to be told is old news. */
export const GIVEN_UP_AFTER_MS = 7 * 24 * 60 * 60_000

/** A reminder that could not be sent within a day is given up: the next says the same. */
export const REMINDS_WITHIN_MS = 24 * 60 * 60_000

/**
 * How many acts within a day of 24 hours may tell of such a thing in one coalition. No coalition comes near it that means what
 * it does; whoever drowns all others in mail does. What is given back, ended or kept is not refused, since it needs what is.
 */
export const TOLD_A_DAY = {
	bylaws: 6,
	renamed: 6,
	chair: 6,
	members: 20,
	consultation: 20,
	ballot: 20,
	consensusList: 20,
	meetingVote: 20,
	signoff: 40,
	reminder: 40,
	outcomes: 40,
	addendum: 20,
	/** An archive of some hundred is brought in in days. */
	older: 100,
	invitation: 200,
	seat: 200,
	/** Letters to whoever asked: to addresses that anybody typed. */
	response: 20,
	sent: 20,
} as const

export type Bounded = keyof typeof TOLD_A_DAY

/** Before anything was put to the associations, as many are added and seated as there are. */
export const FREE_AT_FIRST: readonly Bounded[] = ['members', 'invitation', 'seat']

export const TOLD_WITHIN_MS = 24 * 60 * 60_000

/** From when on acts count that told of something. */
export const countedSince = (now: Instant): Instant => now - TOLD_WITHIN_MS

/**
 * What all, or those it is about, are promised to learn of: what they answer, object to or take back, and what counts when they
 * have had time to know of it. Whom no mail reaches is told by telephone or letter.
 */
export const BY_HAND = [
	'consultation',
	'ballot',
	'consensusList',
	'meetingVote',
	'signoff',
	'unseated',
	'seat',
	'chair',
	'bylaws',
	'members',
	'outcomes',
	'addendum',
	'older',
	'sent',
] as const

export type ByHand = (typeof BY_HAND)[number]

/** Something that somebody must be told by hand: what the act did, as what it is told, and to whom. */
export type Untold = { readonly actId: ActId; readonly notice: ByHand; readonly about: AssociationId | SeatId }
