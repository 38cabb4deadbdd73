import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES, VOTERS } from '#domain/members/seats.ts'
import { olderActs } from './older-acts.ts'

const own = declared({
	publishStatement: { scope: 'publish', by: ['chair'], stages: ['signing'] },
	markAsSent: { scope: 'write', by: COALITION_ROLES, stages: ['signing', 'published'] },
	recordOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	correctOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	expectOutcome: { scope: 'write', by: COALITION_ROLES, stages: ['published'] },
	/** Sends the published statement to whoever asked for it. */
	sendResponse: { scope: 'publish', by: COALITION_ROLES, stages: ['published'], tells: ['response', 'sent'] },
	/** Notes what a mail server said to it, as the mail is handed over. */
	noteDelivery: { scope: 'write', by: [], orBy: 'clock' },
	/** Corrects a published text, or takes it back: with the associations, in an entry of its own. */
	proposeAddendum: { scope: 'publish', by: ['chair'], stages: ['published'], tells: ['addendum'] },
	answerAddendum: { scope: 'vote', by: VOTERS, stages: ['published'] },
	takeBackAddendum: { scope: 'publish', by: ['chair'], stages: ['published'], tells: ['addendum'] },
	publishAddendum: { scope: 'publish', by: ['chair'], stages: ['published'], tells: ['addendum'] },
	/** Lays a letter that came back where it waits to be looked at. */
	takeReply: { scope: 'write', by: [], orBy: 'clock' },
	/** Says whether it belongs to the answer, and is shown to the members. */
	checkReply: { scope: 'write', by: COALITION_ROLES },
	redactBlock: { scope: 'admin', by: ['chair'] },
	contestWithheld: { scope: 'vote', by: VOTERS },
	takeBackWithheldContest: { scope: 'vote', by: VOTERS },
})

/** Acts on what is published, or is about to be. */
export const acts = { ...own, ...olderActs } as const
