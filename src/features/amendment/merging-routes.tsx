import { ACTS } from '#domain/acts.ts'
import { MERGED_AT_ONCE } from '#domain/amendment/merge-amendments.ts'
import type { ActId, StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { mergingViewQuery } from '#read/amendment/merging.ts'
import { href, routes } from '#routes'
import { partIn } from '#ui/part.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import { plainForm } from './forms.ts'
import { OPEN_AT_ONCE, partAsked, sentIn } from './merging-fields.tsx'
import { mergingForm } from './merging-forms.ts'
import { MergingPage } from './merging-page.tsx'

const mergingPage = page({
	path: routes.amendmentMerging,
	access: COALITION_ROLES,
	load: ({ params, now }, sent) => {
		const chosen = sentIn(sent)?.chosen.slice(0, MERGED_AT_ONCE) ?? null
		const part = partIn(partAsked(sent), OPEN_AT_ONCE)
		const which = { ...part, chosen: chosen?.map(({ amendmentId }) => amendmentId) ?? null }
		return mergingViewQuery(params.coalition, params.statement, which, now)
	},
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
