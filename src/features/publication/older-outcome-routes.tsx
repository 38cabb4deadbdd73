import { ACTS } from '#domain/acts.ts'
import type { DecisionDocumentId, OlderId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { olderFollowUpQuery, olderOutcomesQuery } from '#read/publication/older-follow-up.ts'
import { href, routes } from '#routes'
import { correctOlderOutcomes, recordOlderOutcomes } from '#usecases/publication/follow-older.ts'
import { OlderOutcomeCorrectionPage, OlderOutcomesPage } from './older-outcomes-page.tsx'
import { outcomesForm } from './outcome-forms.ts'

const idOf = ({ older }: { readonly older: string }) => older as OlderId

const outcomesPage = page({
	path: routes.olderOutcomes,
	access: MEMBERS,
	load: ({ params }) => olderFollowUpQuery(params.coalition, params.older),
	view: OlderOutcomesPage,
})

const correctionPage = page({
	path: routes.olderOutcomeCorrection,
	access: ACTS.correctOlderOutcomes.by,
	load: ({ params }) => olderOutcomesQuery(params.coalition, params.older, params.document),
	view: OlderOutcomeCorrectionPage,
})

/** Where members follow up what they decided before Samsvar was used. */
export const olderOutcomeRoutes: readonly Route[] = [
	outcomesPage,
	action({
		path: routes.olderOutcomes,
		does: ACTS.recordOlderOutcomes,
		page: outcomesPage,
		form: outcomesForm,
		act: ({ context, params, input, order }) =>
			recordOlderOutcomes(context.deps, order({ olderId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.olderOutcomes, params, { done: 'recorded' }),
	}),
	correctionPage,
	action({
		path: routes.olderOutcomeCorrection,
		does: ACTS.correctOlderOutcomes,
		page: correctionPage,
		form: outcomesForm,
		act: ({ context, params, input, order }) => {
			const documentId = params.document as DecisionDocumentId
			return correctOlderOutcomes(context.deps, order({ olderId: idOf(params), documentId, ...input }))
		},
		done: (_value, { params }) => href(routes.olderOutcomes, params, { done: 'corrected' }),
	}),
]
