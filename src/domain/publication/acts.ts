import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'

/** Acts on what is published, or is about to be. */
export const acts = declared({
	publishStatement: { scope: 'publish', by: ['chair'], stages: ['signing'] },
	markAsSent: { scope: 'write', by: COALITION_ROLES, stages: ['signing', 'published'] },
	recordOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	correctOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	expectOutcome: { scope: 'write', by: COALITION_ROLES, stages: ['published'] },
	/** Sends the published statement to whoever asked for it. */
	sendResponse: { scope: 'publish', by: COALITION_ROLES, stages: ['published'], tells: ['response', 'sent'] },
	/** Notes what a mail server said to it, as the mail is handed over. */
	noteDelivery: { scope: 'write', by: [], orBy: 'clock' },
	/** Lays a letter that came back where it waits to be looked at. */
	takeReply: { scope: 'write', by: [], orBy: 'clock' },
	/** Says whether it belongs to the answer, and is shown to the members. */
	checkReply: { scope: 'write', by: COALITION_ROLES },
	redactBlock: { scope: 'admin', by: ['chair'] },
})
