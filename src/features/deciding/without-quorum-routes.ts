import { ACTS } from '#domain/acts.ts'
import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { CHAIR } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { heldBallotViewQuery } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { BallotParams } from '#ui/page-view.ts'
import { extendBallot } from '#usecases/deciding/extend-ballot.ts'
import { holdBallotAgain } from '#usecases/deciding/hold-ballot-again.ts'
import { openBallotForm } from './forms.ts'
import { ExtensionPage, RepetitionPage } from './without-quorum-pages.tsx'

const ballotOf = ({ statement, ballot }: BallotParams) => ({
	statementId: statement as StatementId,
	ballotId: ballot as BallotId,
})

const held = {
	access: CHAIR,
	load: ({ params, now }: Context<BallotParams>) =>
		heldBallotViewQuery(params.coalition, params.statement, params.ballot, now),
} as const

const extensionPage = page({ ...held, path: routes.ballotExtension, view: ExtensionPage })
const repetitionPage = page({ ...held, path: routes.ballotRepetition, view: RepetitionPage })

/** What is done with a ballot that too few voted in. */
export const withoutQuorumRoutes: readonly Route[] = [
	extensionPage,
	action({
		path: routes.ballotExtension,
		does: ACTS.extendBallot,
		page: extensionPage,
		form: openBallotForm,
		act: ({ context, params, input: { closesAt, signoffDueAt }, order }) =>
			extendBallot(context.deps, order({ ...ballotOf(params), closesAt, signoffDueAt })),
		done: (_value, { params }) => href(routes.ballot, params, { done: 'extended' }),
	}),
	repetitionPage,
	action({
		path: routes.ballotRepetition,
		does: ACTS.holdBallotAgain,
		page: repetitionPage,
		form: openBallotForm,
		act: ({ context, params, input: { textHash: _same, confirmed: _asked, ...input }, order }) =>
			holdBallotAgain(context.deps, order({ ...ballotOf(params), ...input })),
		done: ({ ballotId }, { params }) => href(routes.ballot, { ...params, ballot: ballotId }, { done: 'opened' }),
	}),
]
