import type { Params } from '#routes'
import type { Access } from './access.ts'
import type { Context } from './context.ts'

/** A URL, a method, who may use it, and what it does. Only what is declared so can be reached. */
export type Route = {
	/** `ALL`: what no route before it takes, whatever the method. */
	readonly method: 'GET' | 'POST' | 'ALL'
	readonly path: string
	readonly access: Access
	readonly handle: (context: Context) => Promise<Response>
}

/** A route with a handler of its own, for what is neither a page nor a form on one. The handler sees to its access. */
export function route<Path extends string>(
	method: 'GET' | 'POST',
	path: Path,
	access: Access,
	handle: (context: Context<Params<Path>>) => Promise<Response>,
): Route {
	// The router matched `path`, so its parameters are there.
	return { method, path, access, handle: (context) => handle(context as Context<Params<Path>>) }
}
