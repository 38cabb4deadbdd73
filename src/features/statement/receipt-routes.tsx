import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { type Contributor, contributionsOf, type ReceiptView, receiptQuery } from '#read/statement/receipt.ts'
import { hasRole } from '#read/viewer.ts'
import { routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ReceiptPage, type Told } from './receipt-page.tsx'

export const receiptRoutes: readonly Route[] = [
	page({
		path: routes.receipt,
		access: MEMBERS,
		load: ({ params, actor, now }) => receiptQuery(params.coalition, params.statement, actor, now),
		view: (props) => ReceiptPage({ ...props, told: toldTo(props) }),
	}),
]

/** What came of what the viewer's associations contributed, and the viewer where they serve the coalition. */
function toldTo({ data, viewer }: PageView<ReceiptView, StatementParams>): Told[] {
	const { person, associations } = viewer
	const own = associations.map(({ id, name }): { of: string | null; by: Contributor } => ({
		of: name,
		by: { associationId: id },
	}))
	const served = person !== null && hasRole(viewer, COALITION_ROLES)
	const all = served ? [...own, { of: null, by: { associationId: null, personId: person.id } }] : own
	return all.flatMap(({ of, by }) => contributionsOf(data, by).map((contribution) => ({ of, contribution })))
}
