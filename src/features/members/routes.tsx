import { ACTS } from '#domain/acts.ts'
import type { AssociationId, SeatId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { associationQuery, membersPageQuery, membersQuery, seatQuery } from '#read/members/members.ts'
import { lostSeatQuery } from '#read/members/seats-lost.ts'
import { workspaceQuery } from '#read/planning/workspace.ts'
import { href, routes } from '#routes'
import { moveAssociation, renameAssociation, seatPerson } from '#usecases/members/arrange-members.ts'
import {
	addAssociation,
	contestSeat,
	endSeat,
	keepAssociation,
	leaveSeat,
	removeAssociation,
	takeBackSeat,
} from '#usecases/members/manage-coalition.ts'
import { AssociationPage, type AssociationParams, LeavingPage } from './association-page.tsx'
import { byHandRoutes } from './by-hand-routes.tsx'
import { cardRoutes } from './card-routes.tsx'
import { associationForm, endSeatForm, moveForm, nothingForm, seatForm } from './forms.ts'
import { MembersPage } from './members-page.tsx'
import { NewSeatPage } from './new-seat-page.tsx'
import { personRoutes } from './person-routes.tsx'
import { rosterRoutes } from './roster-routes.tsx'
import { SeatContestPage, SeatEndingPage, SeatLeavingPage } from './seat-page.tsx'
import { SeatReturnPage } from './seat-return-page.tsx'
import { WorkspacePage } from './workspace-page.tsx'

/** Pages on which one association is arranged. */
const oneAssociation = {
	access: COALITION_ROLES,
	load: ({ params, now }: Context<AssociationParams>) => associationQuery(params.coalition, params.association, now),
} as const

const workspacePage = page({
	path: routes.workspace,
	access: MEMBERS,
	load: ({ params, actor, now }) => workspaceQuery(params.coalition, actor, now),
	view: WorkspacePage,
})

const membersPage = page({
	path: routes.members,
	access: MEMBERS,
	load: ({ params, now }) => membersPageQuery(params.coalition, now),
	view: MembersPage,
})

const associationPage = page({ ...oneAssociation, path: routes.association, view: AssociationPage })

const leavingPage = page({ ...oneAssociation, path: routes.associationLeaving, view: LeavingPage })

const newSeatPage = page({
	path: routes.seats,
	access: COALITION_ROLES,
	load: ({ params, now }) => membersQuery(params.coalition, now),
	view: NewSeatPage,
})

const seatEndingPage = page({
	path: routes.seatEnding,
	access: COALITION_ROLES,
	load: ({ params, now }) => seatQuery(params.coalition, params.seat, now),
	view: SeatEndingPage,
})

const seatContestPage = page({
	path: routes.seatContest,
	access: ACTS.contestSeat.by,
	load: ({ params, now }) => seatQuery(params.coalition, params.seat, now),
	view: SeatContestPage,
})

const seatLeavingPage = page({
	path: routes.seatLeaving,
	access: ACTS.leaveSeat.by,
	load: ({ params, now }) => seatQuery(params.coalition, params.seat, now),
	view: SeatLeavingPage,
})

/** For somebody who may have no seat in the coalition any more. */
const seatReturnPage = page({
	path: routes.seatReturn,
	access: 'signedIn',
	load: ({ params, actor, now }) => lostSeatQuery(params.coalition, params.seat, actor, now),
	view: SeatReturnPage,
})

export const memberRoutes: readonly Route[] = [
	workspacePage,
	membersPage,
	action({
		path: routes.associations,
		does: ACTS.addAssociation,
		page: membersPage,
		form: associationForm,
		act: ({ context, input, order }) => addAssociation(context.deps, order(input)),
		done: ({ associationId }, { params }) =>
			href(routes.members, params, { done: 'associationAdded', association: associationId }),
	}),
	associationPage,
	action({
		path: routes.association,
		does: ACTS.renameAssociation,
		page: associationPage,
		form: associationForm,
		act: ({ context, params, input, order }) =>
			renameAssociation(context.deps, order({ associationId: params.association as AssociationId, ...input })),
		done: (_value, { params }) =>
			href(routes.association, params, { done: 'associationChanged', association: params.association }),
	}),
	action({
		path: routes.associationMoves,
		does: ACTS.moveAssociation,
		page: associationPage,
		form: moveForm,
		act: ({ context, params, input, order }) =>
			moveAssociation(context.deps, order({ associationId: params.association as AssociationId, ...input })),
		done: (_value, { params }) =>
			href(routes.association, params, { done: 'associationMoved', association: params.association }),
	}),
	leavingPage,
	action({
		path: routes.associationLeaving,
		does: ACTS.removeAssociation,
		page: leavingPage,
		form: nothingForm,
		act: ({ context, params, order }) =>
			removeAssociation(context.deps, order({ associationId: params.association as AssociationId })),
		done: (_value, { params }) =>
			href(
				routes.members,
				{ coalition: params.coalition },
				{ done: 'associationLeft', association: params.association },
			),
	}),
	action({
		path: routes.associationKeeping,
		does: ACTS.keepAssociation,
		page: associationPage,
		form: nothingForm,
		act: ({ context, params, order }) =>
			keepAssociation(context.deps, order({ associationId: params.association as AssociationId })),
		done: (_value, { params }) =>
			href(
				routes.members,
				{ coalition: params.coalition },
				{ done: 'associationKept', association: params.association },
			),
	}),
	newSeatPage,
	action({
		path: routes.seats,
		does: ACTS.seatPerson,
		page: newSeatPage,
		form: seatForm,
		act: ({ context, input, order }) => seatPerson(context.deps, order(input)),
		done: ({ seatId, invited }, { params, input }) => {
			const query = { done: 'seatGiven', seat: seatId }
			// Who gets no mail needs a card: that is the next step.
			if (!invited) return href(routes.seatCards, { ...params, seat: seatId }, query)
			const { associationId } = input
			return associationId === null
				? href(routes.members, params, query)
				: href(routes.association, { ...params, association: associationId }, query)
		},
	}),
	seatEndingPage,
	action({
		path: routes.seatEnding,
		does: ACTS.endSeat,
		page: seatEndingPage,
		form: endSeatForm,
		act: ({ context, params, order }) => endSeat(context.deps, order({ seatId: params.seat as SeatId })),
		done: (_value, { params, input }) =>
			input.own
				? href(routes.me)
				: href(routes.members, { coalition: params.coalition }, { done: 'seatEnded', seat: params.seat }),
	}),
	seatContestPage,
	action({
		path: routes.seatContest,
		does: ACTS.contestSeat,
		page: seatContestPage,
		form: nothingForm,
		act: ({ context, params, order }) => contestSeat(context.deps, order({ seatId: params.seat as SeatId })),
		done: (_value, { params }) =>
			href(routes.members, { coalition: params.coalition }, { done: 'seatEnded', seat: params.seat }),
	}),
	seatLeavingPage,
	action({
		path: routes.seatLeaving,
		does: ACTS.leaveSeat,
		page: seatLeavingPage,
		form: nothingForm,
		act: ({ context, params, order }) => leaveSeat(context.deps, order({ seatId: params.seat as SeatId })),
		done: () => href(routes.me),
	}),
	seatReturnPage,
	action({
		path: routes.seatReturn,
		access: 'signedIn',
		page: seatReturnPage,
		form: nothingForm,
		act: ({ context, params, order }) => takeBackSeat(context.deps, order({ seatId: params.seat as SeatId })),
		done: (_value, { params }) =>
			href(routes.members, { coalition: params.coalition }, { done: 'seatTakenBack', seat: params.seat }),
	}),
	...byHandRoutes,
	...cardRoutes,
	...personRoutes,
	...rosterRoutes,
]
