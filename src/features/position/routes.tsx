import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { MEMBERS, WRITERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { likenessesQuery } from '#read/position/likenesses.ts'
import { positionBankQuery } from '#read/position/positions.ts'
import { searchTerm } from '#read/publication/public-search.ts'
import { insertViewQuery } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { BankPage } from './bank-page.tsx'
import { insertForm } from './forms.ts'
import { InsertPage } from './insert-page.tsx'
import { LikenessesPage } from './likenesses-page.tsx'

const bankPage = page({
	path: routes.positions,
	access: MEMBERS,
	load: ({ params, url, now }) => positionBankQuery(params.coalition, searchTerm(url.searchParams), now),
	view: (view) => BankPage({ ...view, search: searchTerm(view.query) }),
})

const insertPage = page({
	path: routes.positionInserts,
	access: WRITERS,
	load: ({ params, url, now }) =>
		insertViewQuery(params.coalition, params.statement, searchTerm(url.searchParams), now),
	view: (view) => InsertPage({ ...view, search: searchTerm(view.query) }),
})

export const positionRoutes: readonly Route[] = [
	bankPage,
	page({
		path: routes.likenesses,
		access: MEMBERS,
		load: ({ params, now }) => likenessesQuery(params.coalition, params.statement, now),
		view: LikenessesPage,
	}),
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
