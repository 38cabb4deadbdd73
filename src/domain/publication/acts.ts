import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'

/** Acts on what is published, or is about to be. */
export const acts = declared({
	publishStatement: { scope: 'publish', by: ['chair'], stages: ['signing'] },
	markAsSent: { scope: 'write', by: COALITION_ROLES, stages: ['signing', 'published'] },
	recordOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	correctOutcomes: { scope: 'write', by: COALITION_ROLES, stages: ['published'], tells: ['outcomes'] },
	expectOutcome: { scope: 'write', by: COALITION_ROLES, stages: ['published'] },
	redactBlock: { scope: 'admin', by: ['chair'] },
})
