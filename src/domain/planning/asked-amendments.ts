import { isOver } from '#domain/deciding/ballot.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { NextStep } from './next-step.ts'
import type { BallotSituation, Situation } from './situation.ts'

/**
 * The step that a text takes while associations are asked about amendments to it, in ballots or on a list: it waits for the last of these;
 * null: they are not.
 */
export function whileAsked(
	{ ballots, lists }: Situation,
	isToBeCounted: (ballot: BallotSituation, now: Instant) => boolean,
	now: Instant,
): NextStep | null {
	const open = ballots.filter(({ subject, outcome }) => subject.kind === 'amendment' && outcome === null)
	const ends = [...open, ...lists].map(({ closesAt }) => closesAt)
	if (ends.length === 0) return null
	const until: NextStep = { step: 'voting', by: 'associations', dueAt: Math.max(...ends) }
	if (open.length === 0) return { ...until, step: 'answering' }
	if (lists.length > 0) return until
	if (open.every((ballot) => isOver(ballot, now))) return { step: 'counting', by: 'nobody', dueAt: null }
	return open.every((ballot) => isToBeCounted(ballot, now)) ? { step: 'closing', by: 'chair', dueAt: null } : until
}
