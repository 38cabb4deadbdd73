import { ACTS } from '#domain/acts.ts'
import type { IncomingNotice } from '#domain/inquiry/notice.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { FileId, InquiryId, NoticeId } from '#domain/kernel/id.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { UPLOAD_LIMIT } from '#intake/file/open-files.ts'
import { type LetterReader, letterReader } from '#intake/reader.ts'
import { incomingNoticeQuery, type WaitingNotice, waitingNoticesQuery } from '#read/inquiry/incoming.ts'
import { inquiryFileQuery } from '#read/inquiry/inquiries.ts'
import type { PageQuery } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { attachFile, removeFile } from '#usecases/inquiry/inquiry-files.ts'
import { discardNotice, takeNotice } from '#usecases/inquiry/take-notice.ts'
import { CheckPage, DiscardPage } from './check-page.tsx'
import { fileRoute } from './file-route.ts'
import { RemoveFilePage } from './files-section.tsx'
import { checkForm } from './forms.ts'
import { checkedNotice, pasteForm, uploadForm } from './notice-forms.ts'
import { openFile } from './reading-files.ts'
import { inquiryPage } from './routes.tsx'
import { TakePage } from './take-page.tsx'

const noticeIn = ({ notice }: { readonly notice: string }) => notice as NoticeId
const inquiryIn = ({ inquiry }: { readonly inquiry: string }) => inquiry as InquiryId

type Taking = { readonly waiting: readonly WaitingNotice[]; readonly files: boolean; readonly address: string | null }

function takingQuery({ deps, params }: Context<Params<typeof routes.notices>>): PageQuery<Taking> {
	const { statements, parse } = waitingNoticesQuery(params.coalition)
	const address = deps.intakeDomain === undefined ? null : `${params.coalition}@${deps.intakeDomain}`
	return { statements, parse: (results) => ({ waiting: parse(results), files: deps.files !== null, address }) }
}

const takePage = page({
	path: routes.notices,
	access: COALITION_ROLES,
	load: takingQuery,
	view: ({ data: { waiting, files, address }, ...view }) => TakePage({ ...view, data: waiting, files, address }),
})

type Checking = { readonly notice: IncomingNotice; readonly reader: LetterReader }

function checkingQuery({ deps, params }: Context<Params<typeof routes.notice>>): PageQuery<Checking | null> {
	const reader = letterReader(deps)
	const { statements, parse } = incomingNoticeQuery(params.coalition, params.notice)
	return {
		statements,
		parse: (results) => {
			const notice = parse(results)
			return notice && { notice, reader }
		},
	}
}

const checkPage = page({
	path: routes.notice,
	access: COALITION_ROLES,
	load: checkingQuery,
	view: async ({ data: { notice, reader }, ...view }) =>
		CheckPage({ ...view, data: notice, checked: await checkedNotice(reader, notice, swedishDate(view.now)) }),
})

const discardPage = page({
	path: routes.noticeDiscarding,
	access: COALITION_ROLES,
	load: ({ params }) => incomingNoticeQuery(params.coalition, params.notice),
	view: DiscardPage,
})

const removeFilePage = page({
	path: routes.inquiryFileRemoval,
	access: COALITION_ROLES,
	load: ({ params, now }) => inquiryFileQuery(params.coalition, params.inquiry, params.file, now),
	view: RemoveFilePage,
})

export const noticeRoutes: readonly Route[] = [
	takePage,
	action({
		path: routes.notices,
		does: ACTS.takeNotice,
		page: takePage,
		form: pasteForm,
		act: ({ context, input: { text }, order }) =>
			takeNotice(context.deps, order({ how: 'paste', open: () => ok({ text }) })),
		done: ({ noticeId }, { params }) => href(routes.notice, { ...params, notice: noticeId }),
	}),
	// Before a notice's own page, which would take `files` for one.
	action({
		path: routes.noticeFiles,
		does: ACTS.takeNotice,
		page: takePage,
		form: uploadForm,
		filesWithin: UPLOAD_LIMIT,
		act: async ({ context, files, order }) => {
			if (files.length === 0) return refuse({ code: 'empty', field: 'file' })
			return takeNotice(context.deps, order({ how: 'file', open: () => letterReader(context.deps).files(files) }))
		},
		done: ({ noticeId }, { params }) => href(routes.notice, { ...params, notice: noticeId }),
	}),
	checkPage,
	action({
		path: routes.notice,
		does: ACTS.receiveInquiry,
		page: checkPage,
		form: checkForm,
		act: ({ context, params, input, order }) =>
			receiveInquiry(context.deps, order({ ...input, noticeId: noticeIn(params) })),
		done: ({ inquiryId }, { params: { coalition } }) =>
			href(routes.inquiry, { coalition, inquiry: inquiryId }, { done: 'received' }),
	}),
	discardPage,
	action({
		path: routes.noticeDiscarding,
		does: ACTS.discardNotice,
		page: discardPage,
		form: uploadForm,
		act: ({ context, params, order }) => discardNotice(context.deps, order({ noticeId: noticeIn(params) })),
		done: (_value, { params: { coalition } }) => href(routes.notices, { coalition }, { done: 'discarded' }),
	}),
	action({
		path: routes.inquiryFiles,
		does: ACTS.attachFile,
		page: inquiryPage,
		form: uploadForm,
		filesWithin: UPLOAD_LIMIT,
		act: ({ context, params, files, order }) =>
			attachFile(
				context.deps,
				order({ inquiryId: inquiryIn(params), open: () => openFile(letterReader(context.deps), files) }),
			),
		done: (_value, { params }) => href(routes.inquiry, params, { done: 'attached' }),
	}),
	removeFilePage,
	action({
		path: routes.inquiryFileRemoval,
		does: ACTS.removeFile,
		page: removeFilePage,
		form: uploadForm,
		act: ({ context, params, order }) =>
			removeFile(context.deps, order({ inquiryId: inquiryIn(params), fileId: params.file as FileId })),
		done: (_value, { params: { coalition, inquiry } }) =>
			href(routes.inquiry, { coalition, inquiry }, { done: 'removed' }),
	}),
	fileRoute,
]
