import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'

/** Acts on letters that came in and on inquiries. */
export const acts = declared({
	takeNotice: { scope: 'write', by: COALITION_ROLES },
	confirmNotice: { scope: 'write', by: COALITION_ROLES },
	discardNotice: { scope: 'write', by: COALITION_ROLES },
	receiveInquiry: { scope: 'write', by: COALITION_ROLES },
	changeInquiry: { scope: 'write', by: COALITION_ROLES },
	moveDueDate: { scope: 'write', by: COALITION_ROLES },
	declineInquiry: { scope: 'write', by: COALITION_ROLES },
	attachFile: { scope: 'write', by: COALITION_ROLES },
	removeFile: { scope: 'write', by: COALITION_ROLES },
})
