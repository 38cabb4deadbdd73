import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { CHAIR, COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { textOf } from '#domain/publication/record.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { rejectionOf } from '#http/input-fault.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { ballotsViewQuery, ballotViewQuery, newBallotViewQuery, statementViewQuery } from '#read/deciding/deciding.ts'
import { stancesPageQuery } from '#read/deciding/stances.ts'
import { withWaiting } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import type { BallotParams, StatementParams } from '#ui/page-view.ts'
import { acrossIn } from '#ui/part.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'
import { enterMeetingDecision, openBallot } from '#usecases/deciding/open-ballot.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { draftHashOf } from '#usecases/hashing.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { amendmentBallotRoutes } from './amendment-ballot-routes.ts'
import { BallotPage } from './ballot-page.tsx'
import { BallotsPage } from './ballots-page.tsx'
import { ClosingPage } from './closing-page.tsx'
import { ConsultationPage } from './consultation-page.tsx'
import {
	consultationForm,
	contestForm,
	contestWithdrawalForm,
	END_OF_DAY,
	meetingForm,
	openBallotForm,
	paperForm,
	stancesForm,
	voteForm,
} from './forms.ts'
import { MeetingPage } from './meeting-page.tsx'
import { CheckBallotPage, NewBallotPage } from './new-ballot-page.tsx'
import { onlyBallotRoutes } from './only-ballot.ts'
import { reminderRoutes } from './reminder-routes.ts'
import { StancesPage } from './stances-page.tsx'
import { withoutQuorumRoutes } from './without-quorum-routes.ts'

const idOf = ({ statement }: StatementParams) => statement as StatementId
const ballotOf = (params: BallotParams) => ({ statementId: idOf(params), ballotId: params.ballot as BallotId })
const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })

/** Pages on which a ballot is opened. */
const opening = {
	access: CHAIR,
	load: ({ params, now }: Context<StatementParams>) => newBallotViewQuery(params.coalition, params.statement, now),
} as const

const stancesPage = page({
	path: routes.stances,
	access: MEMBERS,
	load: (context) => {
		const { params, actor, now, url } = context
		const part = acrossIn(url.searchParams)
		return withWaiting(stancesPageQuery(params.coalition, params.statement, part, actor, now), context)
	},
	view: StancesPage,
})

const consultationPage = page({
	path: routes.consultation,
	access: COALITION_ROLES,
	load: ({ params, now }) => statementViewQuery(params.coalition, params.statement, now),
	view: ConsultationPage,
})

const newBallotPage = page({ ...opening, path: routes.newBallot, view: NewBallotPage })

const checkBallotPage = page({
	...opening,
	path: routes.checkBallot,
	view: async (view) => {
		const { header, blocks } = view.data
		const asked = openBallotForm.safeParse(Object.fromEntries(view.query))
		const textHash = await draftHashOf(textOf(header.statement, blocks))
		const faults = asked.success ? [] : asked.error.issues.map((issue) => rejectionOf(issue))
		const fault = faults.find(({ code }) => code === 'clockChanges') ?? null
		return CheckBallotPage({ ...view, asked: asked.success ? asked.data : null, fault, textHash })
	},
})

const ballotsPage = page({
	path: routes.ballots,
	access: MEMBERS,
	load: ({ params }) => ballotsViewQuery(params.coalition, params.statement),
	view: BallotsPage,
})

const ballotPage = page({
	path: routes.ballot,
	access: MEMBERS,
	load: (context) => {
		const { coalition, statement, ballot } = context.params
		return withWaiting(ballotViewQuery(coalition, statement, ballot), context)
	},
	view: BallotPage,
})

const closingPage = page({
	path: routes.ballotClosing,
	access: CHAIR,
	load: ({ params }) => ballotViewQuery(params.coalition, params.statement, params.ballot),
	view: ClosingPage,
})

const meetingPage = page({
	path: routes.meetingDecision,
	access: CHAIR,
	load: ({ params, now }) => newBallotViewQuery(params.coalition, params.statement, now),
	view: MeetingPage,
})

export const decidingRoutes: readonly Route[] = [
	stancesPage,
	action({
		path: routes.stances,
		does: ACTS.recordStances,
		page: stancesPage,
		form: stancesForm,
		act: ({ context, params, input, order }) =>
			recordStances(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params, input }) =>
			href(routes.stances, at(params), {
				done: 'stances',
				said: input.comment.trim() === '' ? undefined : '1',
				association: input.associationId,
			}),
	}),
	consultationPage,
	action({
		path: routes.consultation,
		does: ACTS.openConsultation,
		page: consultationPage,
		form: consultationForm,
		act: ({ context, params, input, order }) => {
			const dueAt = input.viewsDueOn === '' ? null : swedishInstant(input.viewsDueOn, END_OF_DAY)
			return openConsultation(context.deps, order({ statementId: idOf(params), dueAt }))
		},
		done: (_value, { params }) => href(routes.stances, at(params), { done: 'consultation' }),
	}),
	newBallotPage,
	checkBallotPage,
	ballotsPage,
	action({
		path: routes.ballots,
		does: ACTS.openBallot,
		page: newBallotPage,
		form: openBallotForm,
		act: ({ context, params, input, order }) =>
			openBallot(context.deps, order({ statementId: idOf(params), ...input, textHash: input.textHash || null })),
		done: ({ ballotId }, { params }) => href(routes.ballot, { ...at(params), ballot: ballotId }, { done: 'opened' }),
	}),
	ballotPage,
	action({
		path: routes.votes,
		does: ACTS.castVote,
		page: ballotPage,
		form: voteForm,
		act: ({ context, params, input, order }) =>
			castVote(context.deps, order({ ...ballotOf(params), ...input, method: 'web' })),
		done: (_value, { params, input }) =>
			href(routes.ballot, params, { done: 'vote', association: input.associationId }),
	}),
	action({
		path: routes.papers,
		does: ACTS.castPaper,
		page: ballotPage,
		form: paperForm,
		act: ({ context, params, input, order }) => castPaper(context.deps, order({ ...ballotOf(params), ...input })),
		done: (_value, { params, input }) =>
			href(routes.ballot, params, { done: 'vote', association: input.associationId }),
	}),
	action({
		path: routes.contests,
		does: ACTS.contestMeetingVote,
		page: ballotPage,
		form: contestForm,
		act: ({ context, params, input, order }) =>
			contestMeetingVote(context.deps, order({ ...ballotOf(params), ...input })),
		done: (_value, { params, input }) =>
			href(routes.ballot, params, { done: 'contest', association: input.associationId }),
	}),
	action({
		path: routes.contestWithdrawals,
		does: ACTS.takeBackContest,
		page: ballotPage,
		form: contestWithdrawalForm,
		act: ({ context, params, input, order }) => takeBackContest(context.deps, order({ ...ballotOf(params), ...input })),
		done: (_value, { params, input }) =>
			href(routes.ballot, params, { done: 'contest', association: input.associationId }),
	}),
	closingPage,
	action({
		path: routes.ballotClosing,
		does: ACTS.closeBallot,
		page: closingPage,
		form: z.object({}),
		act: ({ context, params, order }) => closeBallot(context.deps, order(ballotOf(params))),
		done: (_value, { params }) => href(routes.ballot, params, { done: 'closed' }),
	}),
	meetingPage,
	action({
		path: routes.meetingDecision,
		does: ACTS.enterMeetingDecision,
		page: meetingPage,
		form: meetingForm,
		act: ({ context, params, input, order }) =>
			enterMeetingDecision(context.deps, order({ statementId: idOf(params), ...input })),
		done: ({ ballotId }, { params }) => href(routes.ballot, { ...at(params), ballot: ballotId }, { done: 'meeting' }),
	}),
	...amendmentBallotRoutes,
	...reminderRoutes,
	...withoutQuorumRoutes,
	...onlyBallotRoutes,
]
