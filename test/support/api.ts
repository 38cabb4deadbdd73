import { endpoints } from '#api/routes.ts'
import type { Scope } from '#domain/kernel/act.ts'
import { SCOPES } from '#domain/kernel/act.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { createToken } from '#usecases/person/tokens.ts'
import { ORIGIN, type TestApp } from './app.ts'
import { granted } from './result.ts'
import { SLUG } from './world.ts'

export type Answer = {
	readonly status: number
	readonly headers: Headers
	readonly body: unknown
}

/** A program with a token. Paths are below the coalition's, or whole where they begin with `/`. */
export type Program = {
	readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
	readonly post: (path: string, body?: unknown, key?: string, headers?: Record<string, string>) => Promise<Answer>
}

/** A token of a person, with all scopes unless told. */
export async function tokenFor(
	{ world }: TestApp,
	person: PersonId,
	scopes: readonly Scope[] = SCOPES,
	coalition = SLUG,
): Promise<string> {
	const made = await createToken(
		world.deps,
		{ by: 'person', id: person },
		{ name: 'Test', coalition, scopes, days: 30 },
	)
	return granted(made).secret
}

export async function programOf(app: TestApp, person: PersonId, scopes?: readonly Scope[]): Promise<Program> {
	return programWith(app, await tokenFor(app, person, scopes))
}

export function programWith(app: TestApp, token: string | null): Program {
	const send = (path: string, init: RequestInit & { headers: Record<string, string> }) => {
		const url = path.startsWith('/') ? path : `/api/v1/coalitions/${SLUG}${path === '' ? '' : `/${path}`}`
		const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers }
		return answerTo(app, new Request(ORIGIN + url, { ...init, headers }))
	}
	return {
		get: (path, headers = {}) => send(path, { headers }),
		post: (path, body, key = crypto.randomUUID(), headers = {}) =>
			send(path, {
				method: 'POST',
				...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
				headers: { 'idempotency-key': key, 'content-type': 'application/json', ...headers },
			}),
	}
}

/**
 * Asks, and holds every answer against what is declared: a result against its schema, a file against its type, anything else as a
 * problem. `body` is null where a file is answered, or where it is elsewhere.
 */
export async function answerTo(app: TestApp, request: Request): Promise<Answer> {
	const { method } = request
	const { pathname } = new URL(request.url)
	const response = await app.fetch(request)
	const { status, headers } = response
	const type = headers.get('content-type')
	const { about } = endpoints.find((each) => each.method === method && matches(each.path, pathname)) ?? {}
	if (about?.file && response.ok) {
		if (type !== about.file.type) throw new Error(`${method} ${pathname} answers ${type}, not ${about.file.type}`)
		return { status, headers, body: null }
	}
	if (about?.file?.elsewhere !== undefined && status === 303) return { status, headers, body: null }
	const body: unknown = await response.json()
	if (response.ok) {
		if (!about) throw new Error(`${method} ${pathname} is not declared`)
		about.output.parse(body)
	} else {
		const problem = typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'title' in body
		if (type !== 'application/problem+json' || !problem || Reflect.get(body, 'status') !== status) {
			throw new Error(`not a problem: ${status} ${type} ${JSON.stringify(body)}`)
		}
	}
	return { status, headers, body }
}

const matches = (path: string, pathname: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname)
