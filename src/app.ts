import { apiRoutes } from '#api/routes.ts'
import { commentRoutes } from '#features/comments/routes.tsx'
import { decidingRoutes } from '#features/deciding/routes.tsx'
import { draftingRoutes } from '#features/drafting/routes.tsx'
import { noticeRoutes } from '#features/inquiries/notice-routes.tsx'
import { inquiryRoutes } from '#features/inquiries/routes.tsx'
import { meRoutes } from '#features/me/routes.tsx'
import { memberRoutes } from '#features/members/routes.tsx'
import { operatorRoutes } from '#features/operator/routes.tsx'
import { positionRoutes } from '#features/positions/routes.tsx'
import { publicRoutes } from '#features/public/routes.tsx'
import { settingsRoutes } from '#features/settings/routes.tsx'
import { signInRoutes } from '#features/sign-in/routes.tsx'
import { signingRoutes } from '#features/signing/routes.tsx'
import type { Route } from '#http/route.ts'
import { scriptRoute } from '#http/script-route.ts'
import { deliverSoon } from '#jobs/run-jobs.ts'
import { type Given, mount } from './mount.ts'

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
	...commentRoutes,
	...positionRoutes,
	...decidingRoutes,
	...signingRoutes,
	...memberRoutes,
	...settingsRoutes,
	...publicRoutes,
]

/** The application behind every door but the jobs. Nothing is reachable that is not in `allRoutes`. */
export const createApp = (given: Given) => mount(given, allRoutes.map(thenDelivering))

/** What an act has put into the outbox is delivered when it was answered. */
function thenDelivering(route: Route): Route {
	if (route.method !== 'POST') return route
	const handle: Route['handle'] = async (context) => {
		let notified = false
		const deps = {
			...context.deps,
			notified: () => {
				notified = true
			},
		}
		const response = await route.handle({ ...context, deps })
		if (notified) deps.background(deliverSoon(deps))
		return response
	}
	return { ...route, handle }
}
