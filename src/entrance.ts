import { publicRoutes } from '#features/public/routes.tsx'
import { routes } from '#routes'
import { type Elsewhere, type Given, mount } from './mount.ts'

/** Every address of members, programs and the operator. */
const NOT_PUBLIC: readonly string[] = [
	...Object.values(routes).filter((path) => !publicRoutes.some((route) => route.path === path)),
	`${routes.api}/*`,
]

/**
 * The application as an isolate starts it: what everybody reads. The rest is loaded when somebody first asks for a part of it,
 * and `load` says how.
 */
export function createEntrance(given: Given, load: () => Promise<{ readonly fetch: Elsewhere['fetch'] }>) {
	// The application itself and no promise of it: one request must not wait for what another was doing.
	let loaded: Awaited<ReturnType<typeof load>> | undefined
	const fetch: Elsewhere['fetch'] = async (...asked) => {
		loaded ??= await load()
		return loaded.fetch(...asked)
	}
	return mount(given, publicRoutes, { paths: NOT_PUBLIC, fetch })
}
