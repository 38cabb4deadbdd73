import type { DomainEvent } from '#domain/event.ts'
import type { Notification } from '#domain/kernel/decision.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { type Amendment, amendmentTold, onAmendment } from './amendment.ts'
import { standingBehind } from './standing-behind.ts'

/** Those that associations rejected in ballots because they preferred an amendment to them. */
export type Overtaken = readonly Amendment[]

/** One of them, with the amendment that was preferred to it. */
export type OvertakenBy = Amendment & { readonly preferred: AmendmentId }

/**
 * What was rejected for the sake of words that their makers take back is open again. Else whoever makes an amendment could have another one
 * rejected by it, and then withdraw it.
 */
export function openedAgain(overtaken: Overtaken): {
	readonly events: readonly DomainEvent[]
	readonly notifications: readonly Notification[]
} {
	return {
		events: overtaken.map(({ id, statementId, decidedIn }) =>
			onAmendment(
				{ id, statementId },
				{
					type: 'amendmentReopened',
					payload: { amendmentId: id, ...(decidedIn !== null && { ballotId: decidedIn }) },
				},
			),
		),
		notifications: overtaken.flatMap((each) => amendmentTold(each.statementId, standingBehind(each))),
	}
}
