import { declared } from '#domain/kernel/act.ts'
import type { Bounded } from '#domain/kernel/telling.ts'
import { ASSOCIATION_ROLES, CHAIR, COALITION_ROLES } from './seats.ts'

/** Of what giving a seat tells. Ending one is never refused for it: who floods others must be stopped by it. */
const SEATED: readonly Bounded[] = ['chair', 'invitation', 'seat']

/** Acts on a coalition’s associations and seats. */
export const acts = declared({
	addAssociation: { scope: 'admin', by: COALITION_ROLES, tells: ['members'] },
	changeAssociation: { scope: 'admin', by: COALITION_ROLES },
	renameAssociation: { scope: 'admin', by: COALITION_ROLES },
	moveAssociation: { scope: 'admin', by: COALITION_ROLES },
	removeAssociation: { scope: 'admin', by: COALITION_ROLES, tells: ['members'] },
	/** Takes back that an association leaves, while it is a member. */
	keepAssociation: { scope: 'admin', by: COALITION_ROLES },
	/** A chair is seated and unseated by a chair; or by the operator, who seats and unseats nobody else. */
	giveSeat: { scope: 'admin', by: COALITION_ROLES, orBy: 'operator', tells: SEATED },
	seatPerson: { scope: 'admin', by: COALITION_ROLES, orBy: 'operator', tells: SEATED },
	endSeat: { scope: 'admin', by: COALITION_ROLES, orBy: 'operator' },
	/** The delegate ends a seat that others gave for the own association. */
	contestSeat: { scope: 'vote', by: ['delegate'] },
	leaveSeat: { scope: 'vote', by: ASSOCIATION_ROLES },
	/** A delegate whose seat others ended has it again. */
	takeBackSeat: { scope: 'vote', by: [], orBy: 'former' },
	/** Somebody whom no mail reaches was told by telephone or letter. */
	tellByHand: { scope: 'admin', by: COALITION_ROLES },
	/** The chair mends how the name of somebody with a seat is written. */
	mendName: { scope: 'admin', by: CHAIR },
	/** Nothing comes of it before the address itself, and those the person has, were asked. */
	proposeAddress: { scope: 'admin', by: CHAIR },
	withdrawAddress: { scope: 'admin', by: CHAIR },
	takeInRoster: { scope: 'admin', by: COALITION_ROLES, tells: [...SEATED, 'members'] },
})
