import { type ExecutionContext, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { isBusy } from '#db/busy.ts'
import { toCanonical } from '#http/canonical-path.ts'
import type { AppDeps, Context } from '#http/context.ts'
import { actorOf } from '#http/cookies.ts'
import { keptResponse } from '#http/public-cache.ts'
import { refusalHeaders } from '#http/refusal-status.ts'
import { errorResponse } from '#http/respond.tsx'
import type { Route } from '#http/route.ts'
import { comesFromUs, secure, secureBelow } from '#http/security.ts'
import { nothing, readPage } from '#read/viewer.ts'
import type { ErrorStatus } from '#ui/error-page.tsx'
import { whereItFailed } from '#usecases/log.ts'
import { routes } from './routes.ts'

/** What an application is made with. */
export type Given = Omit<AppDeps, 'background'>

/** Addresses that another application answers, and how it is asked. */
export type Elsewhere = { readonly paths: readonly string[]; readonly fetch: Fetch }
type Fetch = (request: Request, env: object, context: ExecutionContext | undefined) => Response | Promise<Response>

/** How a program is told that the database is busy, or that something broke here. */
export type ApiFaults = {
	readonly busy: (request: Request) => Response
	readonly broken: (request: Request, reference: string) => Response
}

/** Of an application that is loaded in parts: what another part answers, and what the part with the API says of faults there. */
type Parts = { readonly elsewhere?: Elsewhere; readonly api?: ApiFaults }

/**
 * An application of these routes. What is not declared among them cannot be reached. `given` is asked with each request: an isolate
 * enters its addresses as it starts, and learns its settings from the first request, which need not pay for that.
 */
export function routed(given: () => Given, declared: readonly Route[], { elsewhere, api }: Parts) {
	// What Hono would choose itself, after it has tried in vain to make one pattern of all these addresses.
	const app = new Hono<{ Bindings: object }>({ router: new TrieRouter() })
	for (const path of elsewhere?.paths ?? []) {
		app.all(path, async (c) => elsewhere?.fetch(c.req.raw, c.env, executionOf(c)) ?? c.notFound())
	}
	// Hono's own middleware would copy every response and its headers twice: half of what a public page costs.
	for (const route of declared) {
		app.on(route.method, route.path, async (c) => {
			const context = await contextOf(given(), c)
			return secure(refusesForm(c.req, given().origin) ? await failed(context, 403) : await route.handle(context))
		})
	}
	app.notFound(async (c) => {
		const context = await contextOf(given(), c)
		return secure(await failed(context, refusesForm(c.req, given().origin) ? 403 : 404))
	})
	app.onError(async (error, c) => {
		const forPrograms = c.req.path.startsWith(`${routes.api}/`) ? api : undefined
		if (isBusy(error)) {
			console.error(JSON.stringify({ method: c.req.method, busy: error.message }))
			return secure(forPrograms?.busy(c.req.raw) ?? (await busyPage(await contextOf(given(), c))))
		}
		const reference = given().newId('random').slice(0, 8)
		// The operator finds the fault by this; nothing about the person or what they sent is logged.
		for (const failed of whereItFailed(error))
			console.error(JSON.stringify({ reference, method: c.req.method, ...failed }))
		return secure(
			forPrograms?.broken(c.req.raw, reference) ?? (await failed(await contextOf(given(), c), 500, reference)),
		)
	})
	const routed = app.fetch
	const answer: typeof routed = (request, ...others) => {
		const { db, now } = given()
		const kept = keptResponse(request, db, now())
		if (kept) return kept
		// Before any route is found: pages are kept by their address, and some are decided by how it begins.
		const canonical = toCanonical(request.url)
		return canonical ? secure(canonical) : routed(request, ...others)
	}
	app.fetch = (...asked) => (given().secureSubdomains ? below(answer(...asked)) : answer(...asked))
	return app
}

const below = async (answer: Response | Promise<Response>) => secureBelow(await answer)

/**
 * Whether a page of another site sent a form that would change something here. The API is left out: it takes a token in a
 * header, which no other site can make a browser send.
 */
function refusesForm({ method, path, raw }: HonoRequest, origin: string): boolean {
	const changes = method !== 'GET' && method !== 'HEAD' && !path.startsWith(`${routes.api}/`)
	return changes && !comesFromUs(raw, origin)
}

type HonoRequest = { method: string; path: string; raw: Request }
type HonoContext = { req: { raw: Request; param: () => Record<string, string> }; executionCtx: ExecutionContext }

async function contextOf(given: Given, c: HonoContext): Promise<Context> {
	let url: URL | undefined
	return {
		request: c.req.raw,
		get url() {
			url ??= new URL(c.req.raw.url)
			return url
		},
		params: c.req.param(),
		deps: { ...given, background: (work) => inBackground(c, work) },
		now: given.now(),
		actor: await actorOf(c.req.raw),
	}
}

/** Outside the Worker's own runtime there is no execution context to hold the work; it then simply goes on. */
function inBackground(c: HonoContext, work: Promise<unknown>): void {
	const settled = work.catch((error: unknown) => {
		for (const each of whereItFailed(error)) console.error(JSON.stringify({ event: 'backgroundFailed', ...each }))
	})
	executionOf(c)?.waitUntil(settled)
}

/** Hono throws when it is asked for an execution context that the runtime did not give. */
function executionOf(c: Pick<HonoContext, 'executionCtx'>): ExecutionContext | undefined {
	try {
		return c.executionCtx
	} catch {
		return undefined
	}
}

const STRANGER = { person: null, coalition: null, seats: [], associations: [] }

/** Drawn as for somebody who is not signed in: a database that is busy is asked nothing more. */
async function busyPage(context: Context): Promise<Response> {
	const response = await errorResponse(context, STRANGER, 503)
	for (const [name, value] of Object.entries(refusalHeaders({ code: 'busy' }))) response.headers.set(name, value)
	return response
}

async function failed(context: Context, status: ErrorStatus, reference?: string): Promise<Response> {
	try {
		const { viewer } = await readPage(context.deps.db, context.actor, null, context.now, nothing)
		return await errorResponse(context, viewer, status, undefined, reference)
	} catch {
		// The database itself does not answer, so the page is drawn as for somebody who is not signed in.
		return errorResponse(context, STRANGER, status, undefined, reference)
	}
}
