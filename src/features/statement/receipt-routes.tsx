import { MEMBERS } from '#domain/members/seats.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { receiptQuery } from '#read/statement/receipt.ts'
import { routes } from '#routes'
import { ReceiptPage } from './receipt-page.tsx'

export const receiptRoutes: readonly Route[] = [
	page({
		path: routes.receipt,
		access: MEMBERS,
		load: ({ params, actor, now }) => receiptQuery(params.coalition, params.statement, actor, now),
		view: ReceiptPage,
	}),
]
