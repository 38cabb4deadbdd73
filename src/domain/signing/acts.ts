import { declared } from '#domain/kernel/act.ts'
import { VOTERS } from '#domain/members/seats.ts'

/** Acts between decision and publication. */
export const acts = declared({
	answerSignoff: { scope: 'vote', by: VOTERS, stages: ['signing'] },
	makeEditorialChange: { scope: 'write', by: ['chair'], stages: ['signing'], tells: ['signoff'] },
})
