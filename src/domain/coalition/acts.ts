import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'

/** Acts on what a coalition is called, looks like and is found under. */
export const acts = declared({
	createCoalition: { scope: 'admin', by: [], orBy: 'operator' },
	changeSettings: { scope: 'admin', by: COALITION_ROLES, tells: ['bylaws'] },
	chooseAccent: { scope: 'admin', by: COALITION_ROLES },
	chooseLogo: { scope: 'admin', by: COALITION_ROLES },
	describeLogo: { scope: 'admin', by: COALITION_ROLES },
	offerEnglish: { scope: 'admin', by: COALITION_ROLES },
	changeSlug: { scope: 'admin', by: ['chair'] },
})
