import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { type Ballot, CHOICES, type Elector } from './ballot.ts'

/** How an association says that it voted at a meeting; `absent`: not at all. */
export const SAID_VOTES = [...CHOICES, 'absent'] as const
export type SaidVote = (typeof SAID_VOTES)[number]

/** That an association says the vote entered for it from a meeting's minutes is not right. */
export type Contest = {
	readonly associationId: AssociationId
	/** Null where it does not say how it voted. */
	readonly voted: SaidVote | null
	readonly reason: string
	/** Until the association takes it back. */
	readonly standing: boolean
	/** Of the seat it was said from, or taken back from. */
	readonly role: Role | null
	readonly at: Instant
}

/** The associations whose votes are said not to be as they were entered, in the electorate's order. */
export function contestedIn(
	{ electorate }: Pick<Ballot, 'electorate'>,
	contests: readonly Pick<Contest, 'associationId' | 'standing'>[],
): Elector[] {
	const standing = new Set(contests.filter((each) => each.standing).map(({ associationId }) => associationId))
	return electorate.filter(({ associationId }) => standing.has(associationId))
}
