import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES, WRITERS } from '#domain/members/seats.ts'
import { WRITABLE } from '#domain/statement/statement.ts'

/** Acts with the bank of positions. */
export const acts = declared({
	/** In every stage of the text, and of what is published too: it is no part of it. */
	sortPositions: { scope: 'write', by: COALITION_ROLES },
	meanLikeness: { scope: 'write', by: WRITERS, stages: WRITABLE },
	insertPosition: { scope: 'write', by: WRITERS, stages: WRITABLE },
})
