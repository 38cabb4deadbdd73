import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from './seats.ts'

/** Acts on a coalition’s associations and seats. */
export const acts = declared({
	addAssociation: { scope: 'admin', by: COALITION_ROLES },
	changeAssociation: { scope: 'admin', by: COALITION_ROLES },
	renameAssociation: { scope: 'admin', by: COALITION_ROLES },
	moveAssociation: { scope: 'admin', by: COALITION_ROLES },
	removeAssociation: { scope: 'admin', by: COALITION_ROLES },
	/** The operator may seat a chair: where the term ran out or the person is gone, nobody else could let anyone in again. */
	giveSeat: { scope: 'admin', by: COALITION_ROLES, orBy: 'operator' },
	seatPerson: { scope: 'admin', by: COALITION_ROLES, orBy: 'operator' },
	endSeat: { scope: 'admin', by: COALITION_ROLES },
	takeInRoster: { scope: 'admin', by: COALITION_ROLES },
})
