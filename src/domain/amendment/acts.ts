import { declared } from '#domain/kernel/act.ts'
import { ASSOCIATION_ROLES, COALITION_ROLES, VOTERS } from '#domain/members/seats.ts'
import { WRITABLE } from '#domain/statement/statement.ts'

/** Acts on amendments: all of them while the text can still be changed, so that each can come to something. */
export const acts = declared({
	proposeAmendment: { scope: 'write', by: ASSOCIATION_ROLES, stages: WRITABLE },
	/** Several at once: what was changed in different places of a text. */
	proposeAmendments: { scope: 'write', by: ASSOCIATION_ROLES, stages: WRITABLE },
	putForwardAmendment: { scope: 'write', by: VOTERS, stages: WRITABLE },
	changeAmendment: { scope: 'write', by: ASSOCIATION_ROLES, stages: WRITABLE },
	withdrawAmendment: { scope: 'write', by: ASSOCIATION_ROLES, stages: WRITABLE },
	joinAmendment: { scope: 'write', by: VOTERS, stages: WRITABLE },
	leaveAmendment: { scope: 'write', by: VOTERS, stages: WRITABLE },
	decideAmendment: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE },
	reopenAmendment: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE },
	/** What others type is part of the text that is merged into, and is not lost for it. */
	mergeAmendments: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE, fixesText: true },
	openConsensusList: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE, tells: ['consensusList'] },
	answerConsensusList: { scope: 'vote', by: VOTERS, stages: WRITABLE },
	cancelConsensusList: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE, tells: ['consensusList'] },
	/** Nobody's act: it is settled when its time is up, and not before. */
	settleConsensusList: { scope: 'write', by: [], orBy: 'clock', stages: WRITABLE },
	undoMerging: { scope: 'write', by: COALITION_ROLES, stages: WRITABLE, fixesText: true },
})
