import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { topicActs } from './topic-acts.ts'

const own = declared({
	createCoalition: { scope: 'admin', by: [], orBy: 'operator' },
	changeSettings: { scope: 'admin', by: COALITION_ROLES, tells: ['bylaws', 'renamed'] },
	chooseAccent: { scope: 'admin', by: COALITION_ROLES },
	chooseLogo: { scope: 'admin', by: COALITION_ROLES },
	describeLogo: { scope: 'admin', by: COALITION_ROLES },
	offerEnglish: { scope: 'admin', by: COALITION_ROLES },
	changeSlug: { scope: 'admin', by: ['chair'] },
})

/** Acts on what a coalition is called, looks like, is found under and sorts by. */
export const acts = { ...own, ...topicActs } as const
