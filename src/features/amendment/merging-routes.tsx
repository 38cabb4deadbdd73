import { ACTS } from '#domain/acts.ts'
import type { ActId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { allAmendmentsQuery } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import { plainForm } from './forms.ts'
import { mergingForm } from './merging-forms.ts'
import { MergingPage } from './merging-page.tsx'

const mergingPage = page({
	path: routes.amendmentMerging,
	access: COALITION_ROLES,
	load: ({ params, actor, now }) => allAmendmentsQuery(params.coalition, params.statement, actor, now),
	view: MergingPage,
})

export const mergingRoutes: readonly Route[] = [
	mergingPage,
	action({
		path: routes.amendmentMerging,
		does: ACTS.mergeAmendments,
		page: mergingPage,
		form: mergingForm,
		confirmed: ({ wasShown }) => wasShown,
		act: ({ context, params, input: { wasShown: _shown, ...merging }, order }) =>
			mergeAmendments(context.deps, order({ ...merging, statementId: params.statement as StatementId })),
		done: (_value, { params }) => href(routes.amendmentMerging, params, { done: 'merged' }),
	}),
	action({
		path: routes.mergingUndoing,
		does: ACTS.undoMerging,
		page: mergingPage,
		form: plainForm,
		act: ({ context, params, order }) =>
			undoMerging(
				context.deps,
				order({ statementId: params.statement as StatementId, merging: params.merging as ActId }),
			),
		done: (_value, { params }) => href(routes.amendmentMerging, params, { done: 'undone' }),
	}),
]
