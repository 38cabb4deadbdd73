import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'

/** Acts on what a coalition sorts its statements under. In every stage, and of what is published too: it is no part of it. */
export const topicActs = declared({
	addTopic: { scope: 'write', by: COALITION_ROLES },
	changeTopic: { scope: 'write', by: COALITION_ROLES },
	chooseTopics: { scope: 'write', by: COALITION_ROLES },
})
