import { publicRoutes } from '#features/publication/routes.tsx'
import { routes } from './routes.ts'
import { type Elsewhere, type Given, routed } from './routing.ts'

/** Addresses that the whole application alone answers: those of pages for members and the operator, and of the API. */
const NOT_PUBLIC: readonly string[] = [
	...Object.values(routes).filter((path) => !publicRoutes.some((route) => route.path === path)),
	`${routes.api}/*`,
]

/**
 * The application as an isolate starts it: what everybody reads. The rest is loaded when somebody first asks for a part of it,
 * and `load` says how.
 */
export function createPublicApp(given: () => Given, load: () => Promise<{ readonly fetch: Elsewhere['fetch'] }>) {
	// Kept once loaded, never as a promise: the runtime lets no request wait for a promise that another request made.
	let loaded: Awaited<ReturnType<typeof load>> | undefined
	const fetch: Elsewhere['fetch'] = async (...asked) => {
		loaded ??= await load()
		return loaded.fetch(...asked)
	}
	const app = routed(given, publicRoutes, { elsewhere: { paths: NOT_PUBLIC, fetch } })
	const own = app.fetch
	// Once it is there it answers everything: whose address it is need not be found out twice.
	app.fetch = (request, env = {}, context) =>
		loaded ? loaded.fetch(request, env, context) : own(request, env, context)
	return app
}
