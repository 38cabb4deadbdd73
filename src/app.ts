import { type ExecutionContext, Hono } from 'hono'
import { unacceptable } from '#api/problem.ts'
import { apiRoutes } from '#api/routes.ts'
import { commentRoutes } from '#features/comments/routes.tsx'
import { decidingRoutes } from '#features/deciding/routes.tsx'
import { draftingRoutes } from '#features/drafting/routes.tsx'
import { inquiryRoutes } from '#features/inquiries/routes.tsx'
import { meRoutes } from '#features/me/routes.tsx'
import { memberRoutes } from '#features/members/routes.tsx'
import { operatorRoutes } from '#features/operator/routes.tsx'
import { positionRoutes } from '#features/positions/routes.tsx'
import { publicRoutes } from '#features/public/routes.tsx'
import { signInRoutes } from '#features/sign-in/routes.tsx'
import { signingRoutes } from '#features/signing/routes.tsx'
import type { AppDeps, Context } from '#http/context.ts'
import { actorOf } from '#http/cookies.ts'
import { errorResponse } from '#http/respond.tsx'
import type { Route } from '#http/route.ts'
import { scriptRoute } from '#http/script-route.ts'
import { comesFromUs, secure } from '#http/security.ts'
import { deliverSoon } from '#jobs/run-jobs.ts'
import { nothing, readPage } from '#read/viewer.ts'
import { routes } from '#routes'
import type { ErrorStatus } from '#ui/error-page.tsx'

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
	...inquiryRoutes,
	...draftingRoutes,
	...commentRoutes,
	...positionRoutes,
	...decidingRoutes,
	...signingRoutes,
	...memberRoutes,
	...publicRoutes,
]

/** The application behind every door but the jobs. Nothing is reachable that is not in `allRoutes`. */
export function createApp(given: Omit<AppDeps, 'background'>) {
	const app = new Hono()
	app.use(async (c, next) => {
		await next()
		c.res = await secure(c.res)
	})
	app.use(async (c, next) => {
		const { method, path } = c.req
		// The API takes a token in a header, which no other site can make a browser send.
		const changes = method !== 'GET' && method !== 'HEAD' && !path.startsWith(`${routes.api}/`)
		if (changes && !comesFromUs(c.req.raw, given.origin)) return failed(await contextOf(given, c), 403)
		return next()
	})
	for (const route of allRoutes) {
		app.on(route.method, route.path, async (c) => {
			const context = await contextOf(given, c)
			const response = await route.handle(context)
			if (route.method === 'POST' && response.status < 400) context.deps.background(deliverSoon(context.deps))
			return response
		})
	}
	app.notFound(async (c) => failed(await contextOf(given, c), 404))
	app.onError(async (error, c) => {
		const reference = given.newId('random').slice(0, 8)
		// The operator finds the fault by this; nothing about the person or what they sent is logged.
		console.error(JSON.stringify({ reference, method: c.req.method, error: error.name, stack: error.stack }))
		const forPrograms = c.req.path.startsWith(`${routes.api}/`)
		if (forPrograms) return unacceptable(c.req.raw, { code: 'broken', reference })
		return failed(await contextOf(given, c), 500, reference)
	})
	return app
}

type HonoContext = { req: { raw: Request; param: () => Record<string, string> }; executionCtx: ExecutionContext }

async function contextOf(given: Omit<AppDeps, 'background'>, c: HonoContext): Promise<Context> {
	return {
		request: c.req.raw,
		url: new URL(c.req.raw.url),
		params: c.req.param(),
		deps: { ...given, background: (work) => inBackground(c, work) },
		now: given.now(),
		actor: await actorOf(c.req.raw),
	}
}

/** Outside the Worker's own runtime there is no execution context to hold the work; it then simply goes on. */
function inBackground(c: HonoContext, work: Promise<unknown>): void {
	const settled = work.catch((error: unknown) => console.error(String(error)))
	try {
		c.executionCtx.waitUntil(settled)
	} catch {
		void settled
	}
}

async function failed(context: Context, status: ErrorStatus, reference?: string): Promise<Response> {
	try {
		const { viewer } = await readPage(context.deps.db, context.actor, null, context.now, nothing)
		return await errorResponse(context, viewer, status, undefined, reference)
	} catch {
		// The database itself is away: a page that needs nothing from it.
		const stranger = { person: null, coalition: null, seats: [], associations: [] }
		return errorResponse(context, stranger, status, undefined, reference)
	}
}
