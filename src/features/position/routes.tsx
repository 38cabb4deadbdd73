import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { positionBankQuery } from '#read/position/bank.ts'
import { bankView } from '#read/position/bank-view.ts'
import { positionSortingQuery, SORTED_ON_PAGE } from '#read/position/sorting.ts'
import { insertViewQuery } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import { partIn } from '#ui/part.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'
import { BankPage } from './bank-page.tsx'
import { insertForm, positionSortingForm } from './forms.ts'
import { InsertPage } from './insert-page.tsx'
import { likenessRoutes } from './likeness-routes.tsx'
import { SortingPage } from './sorting-page.tsx'

const bankPage = page({
	path: routes.positions,
	access: MEMBERS,
	load: ({ params, url, now }) => positionBankQuery(params.coalition, bankView(url.searchParams), now),
	view: (view) => <BankPage {...view} wanted={bankView(view.query)} />,
})

const insertPage = page({
	path: routes.positionInserts,
	access: WRITERS,
	load: ({ params, url, now }) => insertViewQuery(params.coalition, params.statement, bankView(url.searchParams), now),
	view: (view) => <InsertPage {...view} wanted={bankView(view.query)} />,
})

const isRest = (query: URLSearchParams) => query.get('show') === 'rest'

const sortingPage = page({
	path: routes.positionSorting,
	access: COALITION_ROLES,
	load: ({ params, url }) =>
		positionSortingQuery(params.coalition, isRest(url.searchParams), partIn(url.searchParams, SORTED_ON_PAGE).from),
	view: (view) => <SortingPage {...view} size={SORTED_ON_PAGE} />,
})

export const positionRoutes: readonly Route[] = [
	bankPage,
	sortingPage,
	action({
		path: routes.positionSorting,
		does: ACTS.sortPositions,
		page: sortingPage,
		form: positionSortingForm,
		act: ({ context, input, order }) => sortPositions(context.deps, order(input)),
		done: (_value, { context: { url }, params }) =>
			href(routes.positionSorting, params, {
				show: isRest(url.searchParams) ? 'rest' : undefined,
				// Of those that are not sorted others come in their place.
				part: isRest(url.searchParams) ? undefined : (url.searchParams.get('part') ?? undefined),
				done: 'sorted',
			}),
	}),
	...likenessRoutes,
	insertPage,
	action({
		path: routes.positionInserts,
		does: ACTS.insertPosition,
		page: insertPage,
		form: insertForm,
		act: ({ context, params, input, order }) =>
			insertPosition(context.deps, order({ statementId: params.statement as StatementId, ...input })),
		done: ({ version }, { params }) =>
			href(routes.statement, params, { done: 'added', block: version?.blockId }) +
			(version === null ? '' : `#b-${version.blockId}`),
	}),
]
