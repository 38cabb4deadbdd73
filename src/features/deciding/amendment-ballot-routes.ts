import { ACTS } from '#domain/acts.ts'
import type { AmendmentId, StatementId } from '#domain/kernel/id.ts'
import { CHAIR } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { amendmentViewQuery } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'
import { amendmentBallotForm } from './forms.ts'
import { NewAmendmentBallotPage } from './new-amendment-ballot-page.tsx'

const newAmendmentBallotPage = page({
	path: routes.newAmendmentBallot,
	access: CHAIR,
	load: ({ params, actor, now }) =>
		amendmentViewQuery(params.coalition, params.statement, params.amendment, { ref: actor }, now),
	view: NewAmendmentBallotPage,
})

/** An amendment is put to a ballot. */
export const amendmentBallotRoutes: readonly Route[] = [
	newAmendmentBallotPage,
	action({
		path: routes.amendmentBallots,
		does: ACTS.openAmendmentBallot,
		page: newAmendmentBallotPage,
		form: amendmentBallotForm,
		act: ({ context, params, input, order }) =>
			openAmendmentBallot(
				context.deps,
				order({
					statementId: params.statement as StatementId,
					amendmentId: params.amendment as AmendmentId,
					...input,
				}),
			),
		done: ({ ballotId }, { params: { coalition, statement } }) =>
			href(routes.ballot, { coalition, statement, ballot: ballotId }, { done: 'opened' }),
	}),
]
