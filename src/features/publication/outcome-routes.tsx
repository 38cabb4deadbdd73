import { ACTS } from '#domain/acts.ts'
import type { DecisionDocumentId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { correctionViewQuery, followUpViewQuery } from '#read/publication/follow-up.ts'
import { href, routes } from '#routes'
import { correctOutcomes, expectOutcome, recordOutcomes } from '#usecases/publication/follow-up.ts'
import { expectationForm, outcomesForm } from './outcome-forms.ts'
import { CorrectionPage, OutcomesPage } from './outcomes-page.tsx'

const idOf = ({ statement }: { readonly statement: string }) => statement as StatementId

const outcomesPage = page({
	path: routes.outcomes,
	access: MEMBERS,
	load: ({ params }) => followUpViewQuery(params.coalition, params.statement),
	view: OutcomesPage,
})

const correctionPage = page({
	path: routes.outcomeCorrection,
	access: COALITION_ROLES,
	load: ({ params }) => correctionViewQuery(params.coalition, params.statement, params.document),
	view: CorrectionPage,
})

/** Where members follow up what they published. */
export const outcomeRoutes: readonly Route[] = [
	outcomesPage,
	action({
		path: routes.outcomes,
		does: ACTS.recordOutcomes,
		page: outcomesPage,
		form: outcomesForm,
		act: ({ context, params, input, order }) =>
			recordOutcomes(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.outcomes, params, { done: 'recorded' }),
	}),
	correctionPage,
	action({
		path: routes.outcomeCorrection,
		does: ACTS.correctOutcomes,
		page: correctionPage,
		form: outcomesForm,
		act: ({ context, params, input, order }) => {
			const documentId = params.document as DecisionDocumentId
			return correctOutcomes(context.deps, order({ statementId: idOf(params), documentId, ...input }))
		},
		done: (_value, { params }) => href(routes.outcomes, params, { done: 'corrected' }),
	}),
	action({
		path: routes.outcomeExpectation,
		does: ACTS.expectOutcome,
		page: outcomesPage,
		form: expectationForm,
		act: ({ context, params, input, order }) =>
			expectOutcome(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.outcomes, params, { done: 'expected' }),
	}),
]
