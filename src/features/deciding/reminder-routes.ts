import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { COALITION_ROLES } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { remindersViewQuery } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import { remind } from '#usecases/deciding/remind.ts'
import { RemindersPage } from './reminders-page.tsx'

const remindersPage = page({
	path: routes.reminders,
	access: COALITION_ROLES,
	load: remindersViewQuery,
	view: RemindersPage,
})

export const reminderRoutes: readonly Route[] = [
	remindersPage,
	action({
		path: routes.reminders,
		does: ACTS.remind,
		page: remindersPage,
		form: z.object({}),
		act: ({ context, params, order }) => remind(context.deps, order({ statementId: params.statement as StatementId })),
		done: (_value, { params }) => href(routes.reminders, params, { done: 'reminded' }),
	}),
]
