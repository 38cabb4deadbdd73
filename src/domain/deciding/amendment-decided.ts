import { type Amendment, amendmentTold, onAmendment } from '#domain/amendment/amendment.ts'
import { standingBehind } from '#domain/amendment/standing-behind.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { Ballot, Outcome } from './ballot.ts'
import { decidedAmendment } from './came-of-it.ts'

/**
 * What a ballot on amendments makes of one of them. All with a vote are told of the result; whoever stands behind it and had none is
 * told of this.
 */
export function amendmentDecidedIn(
	{ id: ballotId, subject, electorate }: Pick<Ballot, 'id' | 'subject' | 'electorate'>,
	outcome: Outcome,
	amendments: readonly Amendment[],
): Required<Pick<Decision<null>, 'events' | 'notifications'>> {
	const decided = decidedAmendment(subject, outcome)
	const amendment = amendments.find(({ id }) => id === decided?.amendmentId)
	if (decided === null || !amendment) return { events: [], notifications: [] }
	const told = new Set(electorate.map(({ associationId }) => associationId))
	const payload = { ...decided, note: '', own: false, ballotId }
	return {
		events: [onAmendment(amendment, { type: 'amendmentDecided', payload })],
		notifications: amendmentTold(
			amendment.statementId,
			standingBehind(amendment).filter((associationId) => !told.has(associationId)),
		),
	}
}
