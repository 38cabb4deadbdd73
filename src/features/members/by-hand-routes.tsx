import { ACTS } from '#domain/acts.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { untoldQuery } from '#read/members/untold.ts'
import { href, routes } from '#routes'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { ByHandPage } from './by-hand-page.tsx'
import { untoldForm } from './forms.ts'

const byHandPage = page({
	path: routes.byHand,
	access: COALITION_ROLES,
	load: ({ params, now }) => untoldQuery(params.coalition, now),
	view: ByHandPage,
})

export const byHandRoutes: readonly Route[] = [
	byHandPage,
	action({
		path: routes.byHand,
		does: ACTS.tellByHand,
		page: byHandPage,
		form: untoldForm,
		act: ({ context, input, order }) => tellByHand(context.deps, order(input)),
		done: (_value, { params }) => href(routes.byHand, params, { done: 'told' }),
	}),
]
