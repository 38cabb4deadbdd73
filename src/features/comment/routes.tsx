import { ACTS } from '#domain/acts.ts'
import type { CommentId, StatementId } from '#domain/kernel/id.ts'
import { CHAIR, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { commentsViewQuery, newCommentQuery, threadViewQuery } from '#read/comment/comments.ts'
import { href, type Params, routes } from '#routes'
import { agreeWithComment } from '#usecases/comment/agreement.ts'
import { readAnswers } from '#usecases/comment/answers-read.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from '#usecases/comment/comment.ts'
import { hideComment } from '#usecases/comment/hiding.ts'
import { makeComments } from '#usecases/comment/several.ts'
import { besideRoute } from './beside.ts'
import { CommentsPage } from './comments-page.tsx'
import {
	agreementForm,
	answerForm,
	commentForm,
	commentsForm,
	hidingForm,
	readingForm,
	reopeningForm,
	replyForm,
	withdrawalForm,
	wordingForm,
} from './forms.ts'
import { NewCommentPage } from './new-comment-page.tsx'
import { HidingPage, WithdrawalPage, WordingPage } from './own-comment-pages.tsx'
import { ThreadPage } from './thread-page.tsx'

type StatementParams = Params<typeof routes.comments>
type ThreadParams = Params<typeof routes.commentThread>

const idOf = ({ statement }: StatementParams) => statement as StatementId
const idsOf = (params: ThreadParams) => ({ statementId: idOf(params), threadId: params.thread as CommentId })

const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })
const atThread = (params: StatementParams, thread: string, done: string) =>
	href(routes.commentThread, { ...at(params), thread }, { done })

/** Pages about one entry of a thread. */
const entry = {
	access: MEMBERS,
	load: ({ params, now }: Context<ThreadParams & { readonly comment: string }>) =>
		threadViewQuery(params.coalition, params.statement, params.thread, now, params.comment),
} as const

const commentsPage = page({
	path: routes.comments,
	access: MEMBERS,
	load: ({ params, now }) => commentsViewQuery(params.coalition, params.statement, now),
	view: CommentsPage,
})

const newCommentPage = page({
	path: routes.newComment,
	access: MEMBERS,
	load: ({ params, url, now }) => newCommentQuery(params.coalition, params.statement, url.searchParams.get('on'), now),
	view: NewCommentPage,
})

const threadPage = page({
	path: routes.commentThread,
	access: MEMBERS,
	load: ({ params, now }) => threadViewQuery(params.coalition, params.statement, params.thread, now),
	view: ThreadPage,
})

const wordingPage = page({ ...entry, path: routes.commentWording, view: WordingPage })

const withdrawalPage = page({ ...entry, path: routes.commentWithdrawal, view: WithdrawalPage })

const hidingPage = page({ ...entry, access: CHAIR, path: routes.commentHiding, view: HidingPage })

export const commentRoutes: readonly Route[] = [
	commentsPage,
	action({
		path: routes.comments,
		does: ACTS.makeComment,
		scripted: true,
		page: newCommentPage,
		form: commentForm,
		act: ({ context, params, input, order }) =>
			makeComment(context.deps, order({ statementId: idOf(params), ...input })),
		done: ({ threadId }, { params }) => atThread(params, threadId, 'made'),
	}),
	newCommentPage,
	action({
		path: routes.commentsTogether,
		does: ACTS.makeComments,
		page: commentsPage,
		form: commentsForm,
		act: ({ context, params, input, order }) =>
			makeComments(context.deps, order({ statementId: idOf(params), ...input })),
		done: ({ made }, { params }) => href(routes.comments, at(params), { done: made === 0 ? 'noneMade' : 'allMade' }),
	}),
	action({
		path: routes.answersRead,
		does: ACTS.readAnswers,
		page: commentsPage,
		form: readingForm,
		act: ({ context, params, input, order }) =>
			readAnswers(
				context.deps,
				order({ statementId: idOf(params), associationId: input.association, upTo: input.upTo }),
			),
		done: (_value, { params }) => href(routes.comments, at(params), { done: 'read' }),
	}),
	besideRoute,
	threadPage,
	action({
		path: routes.commentReplies,
		does: ACTS.replyToComment,
		scripted: true,
		page: threadPage,
		form: replyForm,
		act: ({ context, params, input, order }) => replyToComment(context.deps, order({ ...idsOf(params), ...input })),
		done: (_value, { params }) => atThread(params, params.thread, 'replied'),
	}),
	action({
		path: routes.commentAgreements,
		does: ACTS.agreeWithComment,
		scripted: true,
		page: threadPage,
		form: agreementForm,
		act: ({ context, params, input, order }) => agreeWithComment(context.deps, order({ ...idsOf(params), ...input })),
		done: (_value, { params, input }) => atThread(params, params.thread, input.agrees ? 'agreed' : 'agreedNoMore'),
	}),
	action({
		path: routes.commentAnswers,
		does: ACTS.resolveComment,
		scripted: true,
		page: threadPage,
		form: answerForm,
		act: ({ context, params, input, order }) => resolveComment(context.deps, order({ ...idsOf(params), ...input })),
		done: (_value, { params }) => atThread(params, params.thread, 'resolved'),
	}),
	action({
		path: routes.commentReopenings,
		does: ACTS.reopenComment,
		scripted: true,
		page: threadPage,
		form: reopeningForm,
		act: ({ context, params, input, order }) => reopenComment(context.deps, order({ ...idsOf(params), ...input })),
		done: (_value, { params }) => atThread(params, params.thread, 'reopened'),
	}),
	wordingPage,
	action({
		path: routes.commentWording,
		does: ACTS.changeComment,
		page: wordingPage,
		form: wordingForm,
		act: ({ context, params, input, order }) =>
			changeComment(context.deps, order({ ...idsOf(params), commentId: params.comment as CommentId, ...input })),
		done: (_value, { params }) => atThread(params, params.thread, 'changed'),
	}),
	withdrawalPage,
	action({
		path: routes.commentWithdrawal,
		does: ACTS.withdrawComment,
		scripted: true,
		page: withdrawalPage,
		form: withdrawalForm,
		act: ({ context, params, order }) =>
			withdrawComment(context.deps, order({ ...idsOf(params), commentId: params.comment as CommentId })),
		done: (_value, { params }) => atThread(params, params.thread, 'withdrawn'),
	}),
	hidingPage,
	action({
		path: routes.commentHiding,
		does: ACTS.hideComment,
		page: hidingPage,
		form: hidingForm,
		act: ({ context, params, input, order }) =>
			hideComment(context.deps, order({ ...idsOf(params), commentId: params.comment as CommentId, ...input })),
		done: (_value, { params, input }) => atThread(params, params.thread, input.hides ? 'hidden' : 'shown'),
	}),
]
