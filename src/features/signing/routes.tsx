import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { CHAIR, COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { signoffViewQuery, statementViewQuery } from '#read/deciding/deciding.ts'
import { withWaiting } from '#read/deciding/waiting.ts'
import { publicationViewQuery } from '#read/publication/publishing.ts'
import { redactableViewQuery } from '#read/publication/redactable.ts'
import { href, type Params, routes } from '#routes'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'
import { markAsSent, referBack, withdrawStatement } from '#usecases/statement/move-statement.ts'
import { EditorialChangePage, RedactionPage } from './block-choice-page.tsx'
import { DispatchesPage } from './dispatches-page.tsx'
import { dispatchForm, editorialForm, publishForm, reasonForm, redactionForm, signoffForm } from './forms.ts'
import { PublicationPage } from './publication-page.tsx'
import { ReferralPage, WithdrawalPage } from './reason-page.tsx'
import { sendingRoutes } from './sending-routes.tsx'
import { sentRoutes } from './sent-routes.tsx'
import { SignoffsPage } from './signoffs-page.tsx'

type StatementParams = Params<'/:coalition/statements/:statement'>

const idOf = ({ statement }: StatementParams) => statement as StatementId
const at = ({ coalition, statement }: StatementParams) => ({ coalition, statement })

/** What the chair is asked once more before doing, beside the statement as it stands. */
const asked = {
	access: CHAIR,
	load: ({ params, now }: Context<StatementParams>) => statementViewQuery(params.coalition, params.statement, now),
} as const

const signoffsPage = page({
	path: routes.signoffs,
	access: MEMBERS,
	load: (context) => {
		const { params, now } = context
		return withWaiting(signoffViewQuery(params.coalition, params.statement, now), context)
	},
	view: SignoffsPage,
})

const referralPage = page({ ...asked, path: routes.referral, view: ReferralPage })

const withdrawalPage = page({ ...asked, path: routes.withdrawal, view: WithdrawalPage })

const editorialPage = page({
	path: routes.editorialChange,
	access: CHAIR,
	load: ({ params, now }) => signoffViewQuery(params.coalition, params.statement, now),
	view: EditorialChangePage,
})

const redactionPage = page({
	path: routes.redactions,
	access: CHAIR,
	load: ({ params, now }) => redactableViewQuery(params.coalition, params.statement, now),
	view: RedactionPage,
})

const publicationPage = page({
	path: routes.publication,
	access: CHAIR,
	load: ({ params, now }) => publicationViewQuery(params.coalition, params.statement, now),
	view: PublicationPage,
})

const dispatchesPage = page({
	path: routes.dispatches,
	access: COALITION_ROLES,
	load: ({ params, now }) => publicationViewQuery(params.coalition, params.statement, now),
	view: DispatchesPage,
})

export const signingRoutes: readonly Route[] = [
	signoffsPage,
	action({
		path: routes.signoffs,
		does: ACTS.answerSignoff,
		page: signoffsPage,
		form: signoffForm,
		act: ({ context, params, input, order }) =>
			answerSignoff(context.deps, order({ statementId: idOf(params), ...input, method: 'web' })),
		done: (_value, { params, input }) =>
			href(routes.signoffs, at(params), { done: 'signoff', association: input.associationId }),
	}),
	referralPage,
	action({
		path: routes.referral,
		does: ACTS.referBack,
		page: referralPage,
		form: reasonForm,
		act: ({ context, params, input, order }) => referBack(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'referred' }),
	}),
	withdrawalPage,
	action({
		path: routes.withdrawal,
		does: ACTS.withdrawStatement,
		page: withdrawalPage,
		form: reasonForm,
		act: ({ context, params, input, order }) =>
			withdrawStatement(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.statement, at(params), { done: 'withdrawn' }),
	}),
	editorialPage,
	action({
		path: routes.editorialChange,
		does: ACTS.makeEditorialChange,
		page: editorialPage,
		form: editorialForm,
		act: ({ context, params, input, order }) => {
			const { text, ...change } = input
			return makeEditorialChange(context.deps, order({ statementId: idOf(params), ...change, text }))
		},
		done: (_value, { params }) => href(routes.signoffs, at(params)),
	}),
	publicationPage,
	action({
		path: routes.publication,
		does: ACTS.publishStatement,
		page: publicationPage,
		form: publishForm,
		act: ({ context, params, input, order }) =>
			publishStatement(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.publication, at(params)),
	}),
	dispatchesPage,
	action({
		path: routes.dispatches,
		does: ACTS.markAsSent,
		page: dispatchesPage,
		form: dispatchForm,
		act: ({ context, params, input, order }) =>
			markAsSent(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.dispatches, at(params), { done: 'sent' }),
	}),
	...sendingRoutes,
	...sentRoutes,
	redactionPage,
	action({
		path: routes.redactions,
		does: ACTS.redactBlock,
		page: redactionPage,
		form: redactionForm,
		act: ({ context, params, input, order }) =>
			redactBlock(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.redactions, at(params), { done: 'redacted' }),
	}),
]
