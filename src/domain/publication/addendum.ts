import type { Ballot } from '#domain/deciding/ballot.ts'
import type { AddendumId, AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Role, Seat } from '#domain/members/seats.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'

/** What can be added to a published statement: it corrects the text, or takes all of it back. */
export const ADDENDUM_KINDS = ['correction', 'withdrawal'] as const
export type AddendumKind = (typeof ADDENDUM_KINDS)[number]

export const ADDENDUM_ANSWERS = ['agreed', 'objected'] as const
export type AddendumAnswer = (typeof ADDENDUM_ANSWERS)[number]

/** A stretch of a text: its first and last block, counted from 0. */
export type Stretch = { readonly first: number; readonly last: number }

/** What the chair puts before the associations. */
export type AddendumText = {
	readonly kind: AddendumKind
	/** Why, in words that are published. */
	readonly reason: string
	/** Of the published text, what a correction is about; null for a withdrawal. */
	readonly stretch: Stretch | null
	/** What is to be read there instead. Empty for a withdrawal. */
	readonly blocks: readonly BlockVersion[]
	/** Until when associations answer. */
	readonly closesAt: Instant
	/** Why they had less time than the bylaws promise, in words that are published; null: they had all of it. */
	readonly urgent: string | null
}

export type AnswerToAddendum = {
	readonly associationId: AssociationId
	readonly answer: AddendumAnswer
	readonly reason: string
	/** Of the seat it was given from. */
	readonly role: Role | null
	readonly at: Instant
}

/** What is added to a published statement, or may be. */
export type Addendum = AddendumText & {
	readonly id: AddendumId
	readonly openedAt: Instant
	readonly takenBackAt: Instant | null
	/** Its place among those of its kind, from 1; null until it is published. */
	readonly ordinal: number | null
	readonly answers: readonly AnswerToAddendum[]
}

/** A published statement, as far as something can be added to it. */
export type Amendable = {
	readonly statement: Statement
	/** The one that decided the text: its electorate is asked, under its bylaws. */
	readonly ballot: Ballot
	/** The associations that stand behind the text by their name. */
	readonly signed: readonly AssociationId[]
	/** Of the electorate: those that declined to stand behind it, and those that are members still. */
	readonly declined: readonly AssociationId[]
	readonly members: readonly AssociationId[]
	/** Those that are members no more, and since when. */
	readonly left: readonly { readonly associationId: AssociationId; readonly at: Instant }[]
	/** How many blocks the published text has. */
	readonly length: number
	/** The coalition's. */
	readonly seats: readonly Seat[]
	readonly addenda: readonly Addendum[]
	/** How far the log was read. */
	readonly position: number
}

/** How long after the answers are in it can be published: what nobody has in mind any more is put to them anew. */
export const ADDENDUM_LAPSES_MS = 30 * 24 * 60 * 60 * 1000

export type AddendumState = 'open' | 'settled' | 'lapsed' | 'takenBack' | 'published'

export function stateOf(
	{ takenBackAt, ordinal, closesAt }: Pick<Addendum, 'takenBackAt' | 'ordinal' | 'closesAt'>,
	now: Instant,
): AddendumState {
	if (ordinal !== null) return 'published'
	if (takenBackAt !== null) return 'takenBack'
	if (now < closesAt) return 'open'
	return now < closesAt + ADDENDUM_LAPSES_MS ? 'settled' : 'lapsed'
}

/** The one that waits for answers, or to be published; there is never more than one. */
export function standingAddendum(addenda: readonly Addendum[], now: Instant): Addendum | null {
	return addenda.find((each) => ['open', 'settled'].includes(stateOf(each, now))) ?? null
}

/** Whether the statement has been taken back. */
export const isWithdrawn = (addenda: readonly Pick<Addendum, 'kind' | 'ordinal'>[]): boolean =>
	addenda.some(({ kind, ordinal }) => kind === 'withdrawal' && ordinal !== null)

/**
 * How long before a withdrawal is proposed an association must have left not to count: so that who would not agree is not removed
 * first, while the others still have the removal in mind.
 */
export const LEFT_BEFORE_MS = 30 * 24 * 60 * 60 * 1000

type StandingBehind = Pick<Amendable, 'ballot' | 'signed' | 'declined' | 'left'>

/**
 * Whose agreement a withdrawal takes more than half of: the associations that signed and had not left long before it was proposed. Where
 * silence was consent to the text, all that had a vote and did not decline, since it stands in the name of all of them.
 */
export function standBehind(
	{ ballot, signed, declined, left }: StandingBehind,
	{ openedAt }: Pick<Addendum, 'openedAt'>,
) {
	const electorate = ballot.electorate.map(({ associationId }) => associationId)
	const gone = left.filter(({ at }) => at + LEFT_BEFORE_MS <= openedAt).map(({ associationId }) => associationId)
	const behind = ballot.track === 'full' ? signed : electorate.filter((id) => !declined.includes(id))
	return behind.filter((id) => !gone.includes(id))
}

/** How many agree of those whose agreement counts, and how many have to. */
export function agreement(
	about: StandingBehind,
	addendum: Pick<Addendum, 'answers' | 'openedAt'>,
): { readonly agreed: number; readonly needed: number } {
	const counted = standBehind(about, addendum)
	const agreed = addendum.answers.filter(
		({ associationId, answer }) => answer === 'agreed' && counted.includes(associationId),
	)
	return { agreed: agreed.length, needed: Math.floor(counted.length / 2) + 1 }
}

/** Of the electorate, those that are members still and have not answered. */
export function silentAbout(
	{ ballot, members }: Pick<Amendable, 'ballot' | 'members'>,
	{ answers }: Pick<Addendum, 'answers'>,
): AssociationId[] {
	const heard = new Set(answers.map(({ associationId }) => associationId))
	return ballot.electorate
		.map(({ associationId }) => associationId)
		.filter((id) => members.includes(id) && !heard.has(id))
}

/** What an association answered last; null: nothing. */
export const answerOf = ({ answers }: Pick<Addendum, 'answers'>, id: AssociationId): AnswerToAddendum | null =>
	answers.find(({ associationId }) => associationId === id) ?? null
