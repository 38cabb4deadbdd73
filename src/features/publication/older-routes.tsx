import { ACTS } from '#domain/acts.ts'
import type { OlderId } from '#domain/kernel/id.ts'
import { CHAIR, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { UPLOAD_LIMIT } from '#intake/file/open-files.ts'
import { olderListQuery, olderViewQuery } from '#read/publication/older-views.ts'
import { href, routes } from '#routes'
import { type FormState, typedValue } from '#ui/form-state.ts'
import { partIn } from '#ui/part.ts'
import {
	contestOlder,
	correctOlder,
	importOlder,
	removeOlder,
	takeBackOlderContest,
} from '#usecases/publication/older.ts'
import { type Checked, ImportPage, OlderCorrectionPage } from './older-form-page.tsx'
import { contestForm, contestWithdrawalForm, correctionForm, importForm, removalForm } from './older-forms.ts'
import { OlderListPage } from './older-list-page.tsx'
import { OlderMembersPage, OlderRemovalPage } from './older-members-page.tsx'
import { blocksIn, contentOf, markdownOf, readOlder } from './older-text.ts'

const idOf = ({ older }: { readonly older: string }) => older as OlderId

const listPage = page({
	path: routes.older,
	access: MEMBERS,
	load: ({ params, url }) => olderListQuery(params.coalition, partIn(url.searchParams)),
	view: OlderListPage,
})

const onePage = page({
	path: routes.olderStatement,
	access: MEMBERS,
	load: ({ params }) => olderViewQuery(params.coalition, params.older),
	view: OlderMembersPage,
})

/** What was read in a form that is shown again. */
function checkedIn(form: FormState): Checked['blocks'] {
	return form.typed?.read === undefined ? null : blocksIn(typedValue(form, 'text'))
}

const importPage = page({
	path: routes.newOlder,
	access: CHAIR,
	load: ({ deps }) => ({ statements: [], parse: () => ({ takesFiles: deps.files !== null }) }),
	view: ({ data, ...view }) =>
		ImportPage({ ...view, data: true, checked: { blocks: checkedIn(view.form), text: '', ...data } }),
})

const correctionPage = page({
	path: routes.olderCorrection,
	access: CHAIR,
	load: ({ params, deps }) => {
		const { statements, parse } = olderViewQuery(params.coalition, params.older)
		return {
			statements,
			parse: (results) => {
				const older = parse(results)
				return older && { older, takesFiles: deps.files !== null }
			},
		}
	},
	view: ({ data: { older, takesFiles }, ...view }) => {
		const { blocks } = older.content
		const text = blocks.length === 0 ? '' : markdownOf(blocks)
		const checked = { blocks: view.form.typed === null ? blocks : checkedIn(view.form), text, takesFiles }
		return OlderCorrectionPage({ ...view, data: older, checked })
	},
})

const removalPage = page({
	path: routes.olderRemoval,
	access: CHAIR,
	load: ({ params }) => olderViewQuery(params.coalition, params.older),
	view: OlderRemovalPage,
})

/** Where members bring in what they decided before, and say what they do not know of. */
export const olderRoutes: readonly Route[] = [
	listPage,
	// Before one's own page, which would take `new` for one.
	importPage,
	action({
		path: routes.newOlder,
		does: ACTS.importOlder,
		page: importPage,
		form: importForm,
		filesWithin: UPLOAD_LIMIT,
		read: readOlder,
		confirmed: ({ confirmed }) => confirmed !== undefined,
		act: ({ context, input: { year, number, ...told }, order }) =>
			importOlder(context.deps, order({ year, number, content: contentOf(told) })),
		done: ({ olderId }, { params }) => href(routes.olderStatement, { ...params, older: olderId }, { done: 'imported' }),
	}),
	onePage,
	correctionPage,
	action({
		path: routes.olderCorrection,
		does: ACTS.correctOlder,
		page: correctionPage,
		form: correctionForm,
		filesWithin: UPLOAD_LIMIT,
		read: readOlder,
		confirmed: ({ confirmed }) => confirmed !== undefined,
		act: ({ context, params, input: { reason, ...told }, order }) =>
			correctOlder(context.deps, order({ olderId: idOf(params), reason, content: contentOf(told) })),
		done: (_value, { params }) => href(routes.olderStatement, params, { done: 'corrected' }),
	}),
	removalPage,
	action({
		path: routes.olderRemoval,
		does: ACTS.removeOlder,
		page: removalPage,
		form: removalForm,
		act: ({ context, params, input, order }) => removeOlder(context.deps, order({ olderId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.olderStatement, params, { done: 'removed' }),
	}),
	action({
		path: routes.olderContests,
		does: ACTS.contestOlder,
		page: onePage,
		form: contestForm,
		act: ({ context, params, input, order }) => contestOlder(context.deps, order({ olderId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.olderStatement, params, { done: 'contested' }),
	}),
	action({
		path: routes.olderContestWithdrawals,
		does: ACTS.takeBackOlderContest,
		page: onePage,
		form: contestWithdrawalForm,
		act: ({ context, params, input, order }) =>
			takeBackOlderContest(context.deps, order({ olderId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.olderStatement, params, { done: 'takenBack' }),
	}),
]
