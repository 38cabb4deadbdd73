import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { action } from '#http/action.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { withheldViewQuery } from '#read/publication/withheld.ts'
import { href, routes } from '#routes'
import { contestWithheld, takeBackWithheldContest } from '#usecases/publication/contest-withheld.ts'
import { WithheldPage } from './withheld-page.tsx'

const idOf = ({ statement }: { readonly statement: string }) => statement as StatementId

const associationId = z.string().transform((id) => id as AssociationId)

const withheldPage = page({
	path: routes.withheld,
	access: MEMBERS,
	load: ({ params }) => withheldViewQuery(params.coalition, params.statement),
	view: WithheldPage,
})

/** Where associations say that they do not agree with what is withheld of a text in their name. */
export const withheldRoutes: readonly Route[] = [
	withheldPage,
	action({
		path: routes.withheldContests,
		does: ACTS.contestWithheld,
		page: withheldPage,
		form: z.object({ associationId, reason: z.string().default('') }),
		act: ({ context, params, input, order }) =>
			contestWithheld(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.withheld, params, { done: 'contested' }),
	}),
	action({
		path: routes.withheldContestWithdrawals,
		does: ACTS.takeBackWithheldContest,
		page: withheldPage,
		form: z.object({ associationId }),
		act: ({ context, params, input, order }) =>
			takeBackWithheldContest(context.deps, order({ statementId: idOf(params), ...input })),
		done: (_value, { params }) => href(routes.withheld, params, { done: 'takenBack' }),
	}),
]
