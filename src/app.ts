import { refused, unacceptable } from '#api/problem.ts'
import { apiRoutes } from '#api/routes.ts'
import { amendmentRoutes } from '#features/amendment/routes.tsx'
import { operatorRoutes } from '#features/coalition/operator-routes.tsx'
import { settingsRoutes } from '#features/coalition/routes.tsx'
import { topicRoutes } from '#features/coalition/topic-routes.tsx'
import { commentRoutes } from '#features/comment/routes.tsx'
import { decidingRoutes } from '#features/deciding/routes.tsx'
import { noticeRoutes } from '#features/inquiry/notice-routes.tsx'
import { inquiryRoutes } from '#features/inquiry/routes.tsx'
import { memberRoutes } from '#features/members/routes.tsx'
import { meRoutes } from '#features/person/me-routes.tsx'
import { signInRoutes } from '#features/person/sign-in-routes.tsx'
import { positionRoutes } from '#features/position/routes.tsx'
import { addendumRoutes } from '#features/publication/addendum-routes.tsx'
import { archiveRoutes } from '#features/publication/archive-routes.tsx'
import { draftRoutes } from '#features/publication/draft-papers.ts'
import { lessReadRoutes } from '#features/publication/less-read-routes.ts'
import { olderOutcomeRoutes } from '#features/publication/older-outcome-routes.tsx'
import { olderPublicRoutes } from '#features/publication/older-public-routes.tsx'
import { olderRoutes } from '#features/publication/older-routes.tsx'
import { outcomeRoutes } from '#features/publication/outcome-routes.tsx'
import { publicRoutes } from '#features/publication/routes.tsx'
import { withheldRoutes } from '#features/publication/withheld-routes.tsx'
import { signingRoutes } from '#features/signing/routes.tsx'
import { editorRoutes } from '#features/statement/editor-routes.tsx'
import { receiptRoutes } from '#features/statement/receipt-routes.tsx'
import { roomRoutes } from '#features/statement/room-routes.ts'
import { draftingRoutes } from '#features/statement/routes.tsx'
import { standardRoutes } from '#features/statement/standard-routes.tsx'
import type { Route } from '#http/route.ts'
import { scriptRoute } from '#http/script-route.ts'
import { deliverSoon } from '#jobs/run-jobs.ts'
import { type ApiFaults, type Given, routed } from './routing.ts'

/**
 * Every route there is, each with who may use it. Ordered: the application's own first segments come before
 * `/:coalition`, which would take them for slugs.
 */
export const allRoutes: readonly Route[] = [
	scriptRoute,
	...signInRoutes,
	...meRoutes,
	...operatorRoutes,
	...apiRoutes,
	...noticeRoutes,
	...inquiryRoutes,
	...draftingRoutes,
	...standardRoutes,
	...editorRoutes,
	...roomRoutes,
	...draftRoutes,
	...commentRoutes,
	...receiptRoutes,
	...amendmentRoutes,
	...positionRoutes,
	...decidingRoutes,
	...signingRoutes,
	...outcomeRoutes,
	...addendumRoutes,
	...withheldRoutes,
	...olderRoutes,
	...olderOutcomeRoutes,
	...olderPublicRoutes,
	...memberRoutes,
	...settingsRoutes,
	...topicRoutes,
	...archiveRoutes,
	...lessReadRoutes,
	...publicRoutes,
]

/** The application behind every door but the jobs. Nothing is reachable that is not in `allRoutes`. */
export const createApp = (given: () => Given) => routed(given, allRoutes.map(thenDelivering), { api: faults })

const faults: ApiFaults = {
	busy: (request) => refused(request, { code: 'busy' }),
	broken: (request, reference) => unacceptable(request, { code: 'broken', reference }),
}

/** What an act has put into the outbox is delivered when it was answered. */
function thenDelivering(route: Route): Route {
	if (route.method !== 'POST') return route
	const handle: Route['handle'] = async (context) => {
		let notified = false
		let responses = false
		let published = false
		const deps = {
			...context.deps,
			notified: (kinds: readonly string[] = []) => {
				notified = true
				responses ||= kinds.includes('response')
				published ||= kinds.includes('published')
			},
		}
		const response = await route.handle({ ...context, deps })
		if (notified) deps.background(deliverSoon(deps, { responses, published }))
		return response
	}
	return { ...route, handle }
}
