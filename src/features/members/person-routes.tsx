import { ACTS } from '#domain/acts.ts'
import type { SeatId } from '#domain/kernel/id.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { seatAddressQuery } from '#read/person/addresses.ts'
import { href, routes } from '#routes'
import { mendName, proposeAddress, withdrawAddress } from '#usecases/members/mend-directory.ts'
import { nothingForm, personAddressForm, personNameForm } from './forms.ts'
import { PersonPage } from './person-page.tsx'

const personPage = page({
	path: routes.seatAddress,
	access: ACTS.proposeAddress.by,
	load: ({ params, now }) => seatAddressQuery(params.coalition, params.seat, now),
	view: PersonPage,
})

export const personRoutes: readonly Route[] = [
	personPage,
	action({
		path: routes.seatName,
		does: ACTS.mendName,
		page: personPage,
		form: personNameForm,
		act: ({ context, params, input, order }) =>
			mendName(context.deps, order({ seatId: params.seat as SeatId, ...input })),
		done: (_value, { params }) => href(routes.seatAddress, params, { done: 'named' }),
	}),
	action({
		path: routes.seatAddress,
		does: ACTS.proposeAddress,
		page: personPage,
		form: personAddressForm,
		act: ({ context, params, input, order }) =>
			proposeAddress(context.deps, order({ seatId: params.seat as SeatId, ...input })),
		done: (_value, { params }) => href(routes.seatAddress, params, { done: 'proposed' }),
	}),
	action({
		path: routes.seatAddressWithdrawal,
		does: ACTS.withdrawAddress,
		page: personPage,
		form: nothingForm,
		act: ({ context, params, order }) => withdrawAddress(context.deps, order({ seatId: params.seat as SeatId })),
		done: (_value, { params }) => href(routes.seatAddress, params, { done: 'withdrawn' }),
	}),
]
