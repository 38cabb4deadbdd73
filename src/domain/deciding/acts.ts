import { declared } from '#domain/kernel/act.ts'
import { COALITION_ROLES, VOTERS } from '#domain/members/seats.ts'
import { type Stage, WRITABLE } from '#domain/statement/statement.ts'

/** Where associations are asked for something. */
const ASKING: readonly Stage[] = ['consulting', 'deciding', 'signing']

/** Where there are ballots: on amendments while the text is written, on the text when that is over. A ballot that is open says which. */
const VOTING: readonly Stage[] = [...WRITABLE, 'deciding']

/** Acts by which a text is put to the associations and decided on. */
export const acts = declared({
	openConsultation: {
		scope: 'write',
		by: COALITION_ROLES,
		stages: ['drafting'],
		fixesText: true,
		tells: ['consultation'],
	},
	recordStances: { scope: 'vote', by: VOTERS, stages: ['consulting', 'deciding'] },
	openBallot: { scope: 'write', by: ['chair'], stages: WRITABLE, fixesText: true, tells: ['ballot'] },
	/** On an amendment: the text goes on being written. */
	openAmendmentBallot: { scope: 'write', by: ['chair'], stages: WRITABLE, tells: ['ballot'] },
	extendBallot: { scope: 'write', by: ['chair'], stages: ['deciding'], tells: ['ballot'] },
	holdBallotAgain: { scope: 'write', by: ['chair'], stages: ['deciding'], tells: ['ballot'] },
	enterMeetingDecision: {
		scope: 'write',
		by: ['chair'],
		stages: WRITABLE,
		fixesText: true,
		tells: ['meetingVote'],
	},
	contestMeetingVote: { scope: 'vote', by: VOTERS, stages: ['deciding', 'signing'] },
	takeBackContest: { scope: 'vote', by: VOTERS, stages: ['deciding', 'signing'] },
	castVote: { scope: 'vote', by: VOTERS, stages: VOTING },
	castPaper: { scope: 'vote', by: VOTERS, stages: VOTING },
	closeBallot: { scope: 'write', by: ['chair'], orBy: 'clock', stages: VOTING },
	/** Reminds those that have not answered: because somebody presses, or because it is time. */
	remind: { scope: 'write', by: COALITION_ROLES, stages: ASKING, tells: ['reminder'] },
	remindInTime: { scope: 'write', by: [], orBy: 'clock', stages: ASKING },
	/** Of a ballot on amendments, or a list of them. */
	remindOfAmendments: { scope: 'write', by: [], orBy: 'clock', stages: WRITABLE },
	countBallot: { scope: 'write', by: ['chair'], orBy: 'clock', stages: VOTING },
})
