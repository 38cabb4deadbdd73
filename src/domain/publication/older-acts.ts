import { declared } from '#domain/kernel/act.ts'
import { VOTERS } from '#domain/members/seats.ts'

/** Acts on statements from before Samsvar was used: they stand in all members' name on the chair's word alone. */
export const olderActs = declared({
	importOlder: { scope: 'publish', by: ['chair'], tells: ['older'] },
	correctOlder: { scope: 'publish', by: ['chair'], tells: ['older'] },
	removeOlder: { scope: 'publish', by: ['chair'], tells: ['older'] },
	contestOlder: { scope: 'vote', by: VOTERS },
	takeBackOlderContest: { scope: 'vote', by: VOTERS },
	recordOlderOutcomes: { scope: 'write', by: ['chair'], tells: ['older'] },
	correctOlderOutcomes: { scope: 'write', by: ['chair'], tells: ['older'] },
})
