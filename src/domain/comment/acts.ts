import { declared } from '#domain/kernel/act.ts'
import { ASSOCIATION_ROLES, CHAIR, COALITION_ROLES, MEMBERS, VOTERS } from '#domain/members/seats.ts'
import { type Stage, WRITABLE } from '#domain/statement/statement.ts'

/** Where comments are taken: while the text can still be changed, so that each can come to something. */
const COMMENT_STAGES: readonly Stage[] = WRITABLE

/** Where they can still be answered or taken back: whoever is to vote should know what came of what they said. */
const ANSWER_STAGES: readonly Stage[] = [...WRITABLE, 'deciding']

/** Acts by which a text is talked about. */
export const acts = declared({
	makeComment: { scope: 'write', by: MEMBERS, stages: COMMENT_STAGES },
	/** Several at once: a file's. */
	makeComments: { scope: 'write', by: MEMBERS, stages: COMMENT_STAGES },
	replyToComment: { scope: 'write', by: MEMBERS, stages: COMMENT_STAGES },
	changeComment: { scope: 'write', by: MEMBERS, stages: COMMENT_STAGES },
	withdrawComment: { scope: 'write', by: MEMBERS, stages: ANSWER_STAGES },
	resolveComment: { scope: 'write', by: COALITION_ROLES, stages: ANSWER_STAGES },
	reopenComment: { scope: 'write', by: MEMBERS, stages: COMMENT_STAGES },
	/** That an association agrees with another's comment, or does not any more. */
	agreeWithComment: { scope: 'write', by: VOTERS, stages: COMMENT_STAGES },
	/** Or show it again. In any stage: what must not be read is found late, too. */
	hideComment: { scope: 'write', by: CHAIR },
	readAnswers: { scope: 'write', by: ASSOCIATION_ROLES, stages: ANSWER_STAGES },
})
