import { ACTS } from '#domain/acts.ts'
import type { InquiryId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { inquiriesQuery, inquiryViewQuery } from '#read/inquiry/inquiries.ts'
import { nothing } from '#read/viewer.ts'
import { href, routes } from '#routes'
import type { InquiryParams } from '#ui/page-view.ts'
import { changeInquiry, declineInquiry, moveDueDate, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { DecliningPage, DueDatePage } from './act-pages.tsx'
import { EditInquiryPage, NewInquiryPage } from './edit-page.tsx'
import { declineForm, dueDateForm, inquiryForm, writeFields } from './forms.ts'
import { InquiriesPage } from './inquiries-page.tsx'
import { InquiryPage } from './inquiry-page.tsx'

const idOf = ({ inquiry }: { readonly inquiry: string }) => inquiry as InquiryId

/** Pages on which an inquiry is handled. */
const handling = {
	access: COALITION_ROLES,
	load: ({ params, now }: Context<InquiryParams>) => inquiryViewQuery(params.coalition, params.inquiry, now),
} as const

const inquiriesPage = page({
	path: routes.inquiries,
	access: MEMBERS,
	load: ({ params }) => inquiriesQuery(params.coalition),
	view: InquiriesPage,
})

const newInquiryPage = page({
	path: routes.newInquiry,
	access: COALITION_ROLES,
	load: () => nothing,
	view: NewInquiryPage,
})

export const inquiryPage = page({
	path: routes.inquiry,
	access: MEMBERS,
	load: ({ params, now }) => inquiryViewQuery(params.coalition, params.inquiry, now),
	view: InquiryPage,
})

const editPage = page({
	...handling,
	path: routes.editInquiry,
	view: (view) => EditInquiryPage({ ...view, filled: writeFields(view.data.inquiry) }),
})

const dueDatePage = page({ ...handling, path: routes.inquiryDueDates, view: DueDatePage })

const decliningPage = page({ ...handling, path: routes.inquiryDeclining, view: DecliningPage })

export const inquiryRoutes: readonly Route[] = [
	inquiriesPage,
	// Before the page of an inquiry, which would take `new` for one.
	newInquiryPage,
	action({
		path: routes.newInquiry,
		does: ACTS.receiveInquiry,
		page: newInquiryPage,
		form: inquiryForm,
		act: ({ context, input, order }) => receiveInquiry(context.deps, order(input)),
		done: ({ inquiryId }, { params }) => href(routes.inquiry, { ...params, inquiry: inquiryId }, { done: 'received' }),
	}),
	inquiryPage,
	editPage,
	action({
		path: routes.editInquiry,
		does: ACTS.changeInquiry,
		page: editPage,
		form: inquiryForm,
		act: ({ context, params, input, order }) =>
			changeInquiry(context.deps, order({ inquiryId: idOf(params), facts: input })),
		done: (_value, { params }) => href(routes.inquiry, params, { done: 'changed' }),
	}),
	dueDatePage,
	action({
		path: routes.inquiryDueDates,
		does: ACTS.moveDueDate,
		page: dueDatePage,
		form: dueDateForm,
		act: ({ context, params, input, order }) => moveDueDate(context.deps, order({ inquiryId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.inquiry, params, { done: 'moved' }),
	}),
	decliningPage,
	action({
		path: routes.inquiryDeclining,
		does: ACTS.declineInquiry,
		page: decliningPage,
		form: declineForm,
		act: ({ context, params, input, order }) =>
			declineInquiry(context.deps, order({ inquiryId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.inquiry, params, { done: 'declined' }),
	}),
]
