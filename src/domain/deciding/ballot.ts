import type { AssociationId, BallotId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Track } from '#domain/statement/statement.ts'
import { type Bylaws, quorumNeeded } from './bylaws.ts'
import type { Subject } from './subject.ts'

export const CHOICES = ['yes', 'no', 'abstain'] as const
export type Choice = (typeof CHOICES)[number]

/** The member associations entitled to vote, as they were when the ballot opened. */
export type Elector = { readonly associationId: AssociationId; readonly name: string; readonly area: string }

/** How a vote or a sign-off came in. `vote`: the sign-off was carried by a yes vote. */
export const METHODS = ['web', 'api', 'meeting', 'vote'] as const
export type Method = (typeof METHODS)[number]

/** A reservation is against the decision; a separate opinion adds to it. */
export const DISSENT_KINDS = ['reservation', 'separateOpinion'] as const

/** Published with the statement. */
export type Dissent = { readonly kind: (typeof DISSENT_KINDS)[number]; readonly text: string }

/** A vote being held, or that was held. A statement may have several, one after the other and at once. */
export type Ballot = {
	readonly id: BallotId
	readonly statementId: StatementId
	readonly subject: Subject
	/** Of the text, or of the amendments, that the electorate has before it. */
	readonly textHash: string
	readonly track: Track
	readonly opensAt: Instant
	/** Over when now ≥ closesAt, whether or not any job ran. */
	readonly closesAt: Instant
	/** When the ballot is over, where it is about no text and nothing is signed. */
	readonly signoffDueAt: Instant
	readonly bylaws: Bylaws
	readonly electorate: readonly Elector[]
	/** Why the chair gave less time than the bylaws promise, in words that are published; null: there was all of it. */
	readonly urgent: string | null
	readonly closedAt: Instant | null
	readonly outcome: Outcome | null
	/** How often it went on after too few had voted. */
	readonly extensions: number
	/** When it lost its effect: the text was sent back to be written on, or the statement withdrawn. */
	readonly voidedAt: Instant | null
}

/** An association's vote as it stands, and who cast it. */
export type Vote = {
	readonly associationId: AssociationId
	readonly choice: Choice
	/** The yes is also the association's sign-off, should the text be adopted. */
	readonly signs: boolean
	readonly role: Role | null
	readonly seatId: SeatId | null
}

export type Tally = {
	readonly yes: number
	readonly no: number
	readonly abstain: number
	/** In the electorate and not heard from. */
	readonly silent: number
}

/** What a vote can come to. */
export const RESULTS = ['adopted', 'rejected', 'noQuorum'] as const

/** Over how many it was taken, and how many of them had to take part. */
type Measure = { readonly electorate: number; readonly quorum: number }

export type CountedOutcome = Tally & Measure & { readonly result: (typeof RESULTS)[number] }

/**
 * Where too few took part nothing is told of votes that nobody saw come in. Of a secret ballot a few papers would tell who wrote
 * which; a hidden one can go on, and whoever decides that is not to know how it would end.
 */
export type UncountedOutcome = Measure & { readonly result: 'noQuorum' }

export type Outcome = CountedOutcome | UncountedOutcome

export const isCounted = (outcome: Outcome): outcome is CountedOutcome => 'yes' in outcome

export function isOver(ballot: Pick<Ballot, 'closedAt' | 'closesAt'>, now: Instant): boolean {
	return ballot.closedAt !== null || now >= ballot.closesAt
}

/** Refuses when the ballot has lost its effect. */
export function hasEffect<B extends Pick<Ballot, 'voidedAt'>>(ballot: B): Result<B, Rejection> {
	return ballot.voidedAt === null ? ok(ballot) : refuse({ code: 'ballotVoided', voidedAt: ballot.voidedAt })
}

/** Refuses when the ballot is over, or without effect. */
export function stillOpen(ballot: Ballot, now: Instant): Result<Ballot, Rejection> {
	const effect = hasEffect(ballot)
	if (!effect.ok) return effect
	return isOver(ballot, now) ? refuse({ code: 'ballotOver', closedAt: ballot.closedAt ?? ballot.closesAt }) : ok(ballot)
}

/** Whether anybody may see how associations voted. What was hidden is seen once it was counted, which it is not where too few voted. */
export function showsVotes({ bylaws: { secrecy }, outcome }: Pick<Ballot, 'bylaws' | 'outcome'>): boolean {
	if (secrecy !== 'hiddenUntilClosed') return secrecy === 'rollCall'
	return outcome !== null && isCounted(outcome)
}

/** Counts choices; who chose does not matter, so open and secret ballots are counted alike. */
export function tally(choices: readonly Choice[], electorate: number): Tally {
	const count = (choice: Choice) => choices.filter((candidate) => candidate === choice).length
	return { yes: count('yes'), no: count('no'), abstain: count('abstain'), silent: electorate - choices.length }
}

/**
 * What the bylaws make of a tally. Abstentions count towards the quorum and not towards the majority; a tie is a no.
 * On the light track silence is consent: it takes no quorum, and one objection is enough to stop the text. Silence of an
 * association that could not have objected is none (`voiceless`: how many there are), and then all must have been heard.
 * `least`: how many it takes at least, where that is more than the bylaws say.
 */
export function outcomeOf(
	counted: Tally,
	bylaws: Bylaws,
	track: Track,
	{ voiceless = 0, least = 0 }: { readonly voiceless?: number; readonly least?: number } = {},
): Outcome {
	const electorate = counted.yes + counted.no + counted.abstain + counted.silent
	if (track === 'light') {
		if (counted.no > 0) return { ...counted, electorate, quorum: 0, result: 'rejected' }
		const heard = { ...counted, electorate }
		return voiceless > 0
			? { ...heard, quorum: electorate, result: 'noQuorum' }
			: { ...heard, quorum: 0, result: 'adopted' }
	}
	const quorum = Math.max(quorumNeeded(bylaws, electorate), least)
	const heard = electorate - counted.silent
	if (heard < quorum) {
		const without = { electorate, quorum, result: 'noQuorum' } as const
		return bylaws.secrecy === 'secret' ? without : { ...counted, ...without }
	}
	return { ...counted, electorate, quorum, result: hasMajority(counted, bylaws.majority) ? 'adopted' : 'rejected' }
}

function hasMajority({ yes, no }: Tally, majority: Bylaws['majority']): boolean {
	switch (majority) {
		case 'simple':
			return yes > no
		case 'twoThirds':
			return yes > 0 && yes * 3 >= (yes + no) * 2
		case 'unanimous':
			return yes > 0 && no === 0
	}
}

/** How many yes votes would carry, were no others to change: where the majority line is drawn. */
export function yesNeeded({ yes, no }: Tally, majority: Bylaws['majority']): number {
	const cast = yes + no
	switch (majority) {
		case 'simple':
			return Math.floor(cast / 2) + 1
		case 'twoThirds':
			return Math.max(1, Math.ceil((cast * 2) / 3))
		case 'unanimous':
			return Math.max(1, cast)
	}
}
