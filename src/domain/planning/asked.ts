import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'

/** What can wait on somebody, each a verb. */
export type TaskKind =
	| 'write'
	| 'openConsultation'
	| 'openBallot'
	| 'recordStances'
	| 'comment'
	| 'answerComments'
	| 'readAnswers'
	| 'decideAmendments'
	| 'mergeAmendments'
	| 'putForwardAmendments'
	| 'confirmAmendments'
	| 'vote'
	| 'checkVote'
	| 'checkAndSign'
	| 'settleContests'
	| 'closeBallot'
	| 'referBack'
	| 'settleQuorum'
	| 'signOff'
	| 'publish'
	| 'markAsSent'
	| 'followUp'
	| 'answerConsensusList'
	| 'answerAddendum'
	| 'settleAddendum'

/** The act each task asks for, which says whom it can wait on, and when. */
export const ASKED: Readonly<Record<TaskKind, DeclaredAct>> = {
	write: ACTS.editDocument,
	openConsultation: ACTS.openConsultation,
	openBallot: ACTS.openBallot,
	recordStances: ACTS.recordStances,
	comment: ACTS.makeComment,
	answerComments: ACTS.resolveComment,
	readAnswers: ACTS.readAnswers,
	decideAmendments: ACTS.decideAmendment,
	mergeAmendments: ACTS.mergeAmendments,
	putForwardAmendments: ACTS.putForwardAmendment,
	confirmAmendments: ACTS.joinAmendment,
	vote: ACTS.castVote,
	checkVote: ACTS.contestMeetingVote,
	checkAndSign: ACTS.answerSignoff,
	settleContests: ACTS.referBack,
	closeBallot: ACTS.closeBallot,
	referBack: ACTS.referBack,
	settleQuorum: ACTS.holdBallotAgain,
	signOff: ACTS.answerSignoff,
	publish: ACTS.publishStatement,
	markAsSent: ACTS.markAsSent,
	followUp: ACTS.recordOutcomes,
	answerConsensusList: ACTS.answerConsensusList,
	answerAddendum: ACTS.answerAddendum,
	settleAddendum: ACTS.publishAddendum,
}
