import type { Instant } from '#domain/kernel/id.ts'
import type { Context } from './context.ts'
import { secureHeaders } from './security.ts'

/** A finished page or file, the same for everyone who asks. */
export type Rendered = {
	readonly body: string | Uint8Array<ArrayBuffer>
	readonly headers: Readonly<Record<string, string>>
	/** Not kept here, though anybody else may: there are more such addresses than there are things to show. */
	readonly passing?: boolean
}

/** An answer instead of the page, such as a redirect: never kept, and made anew for each who asks. */
export type NotRendered = { readonly otherwise: (context: Context) => Response | Promise<Response> }

export type Render = () => Promise<Rendered | NotRendered>

/** How long a public page may be kept, from the moment it began to be read: here and in browsers together. Seconds. */
export const PUBLIC_SECONDS = 60

type Limits = {
	readonly entries: number
	/** Of all bodies together. */
	readonly bytes: number
}

const LIMITS: Limits = { entries: 300, bytes: 16 * 1024 * 1024 }

type Finished = {
	readonly bytes: Uint8Array<ArrayBuffer>
	readonly etag: string
	/** Every header of the answer, the last `age` among them: kept ready, since copying them costs half of making them anew. */
	readonly headers: Headers
	/** When its rendering began: nothing that was saved later can be in it. */
	readonly at: Instant
	readonly passing: boolean
}

export type PublicCache = {
	/** What is kept under the key and fresh. */
	readonly kept: (key: string, now: Instant) => Finished | undefined
	/** Those who ask for the same while it is being made wait for the one rendering. */
	readonly find: (key: string, now: Instant, render: Render) => Finished | Promise<Finished | NotRendered>
	readonly size: () => Limits
}

/** Finished bytes by key, of which the least recently asked for give way. */
export function publicCache(limits: Limits = LIMITS): PublicCache {
	const kept = new Map<string, Finished>()
	const underWay = new Map<string, Promise<Finished | NotRendered>>()
	let bytes = 0

	const drop = (key: string) => {
		bytes -= kept.get(key)?.bytes.length ?? 0
		kept.delete(key)
	}
	const keep = (key: string, page: Finished) => {
		drop(key)
		if (page.bytes.length > limits.bytes) return
		kept.set(key, page)
		bytes += page.bytes.length
		for (const oldest of kept.keys()) {
			if (kept.size <= limits.entries && bytes <= limits.bytes) break
			drop(oldest)
		}
	}
	const make = async (key: string, at: Instant, render: Render) => {
		try {
			const outcome = await finish(render, at)
			if (!('otherwise' in outcome || outcome.passing)) keep(key, outcome)
			return outcome
		} finally {
			underWay.delete(key)
		}
	}

	const fresh = (key: string, now: Instant) => {
		const found = kept.get(key)
		if (!found || !isFresh(found, now)) return undefined
		kept.delete(key)
		kept.set(key, found)
		return found
	}

	return {
		kept: fresh,
		find: (key, now, render) => {
			const found = fresh(key, now)
			if (found) return found
			const waitedFor = underWay.get(key)
			if (waitedFor) return waitedFor
			const making = make(key, now, render)
			underWay.set(key, making)
			return making
		},
		size: () => ({ entries: kept.size, bytes }),
	}
}

const ageOf = ({ at }: Finished, now: Instant): number => Math.floor((now - at) / 1000)

function isFresh(page: Finished, now: Instant): boolean {
	const age = ageOf(page, now)
	return age >= 0 && age < PUBLIC_SECONDS
}

async function finish(render: Render, at: Instant): Promise<Finished | NotRendered> {
	const outcome = await render()
	if ('otherwise' in outcome) return outcome
	const { body, passing = false } = outcome
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
	const etag = `"${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`
	const headers = new Headers({ ...outcome.headers, etag, 'cache-control': `public, max-age=${PUBLIC_SECONDS}` })
	return { bytes, etag, headers: await secureHeaders(headers), at, passing }
}

/** One for each database, and so one for each isolate. */
const caches = new WeakMap<object, PublicCache>()

function cacheOf(db: object): PublicCache {
	const known = caches.get(db) ?? publicCache()
	caches.set(db, known)
	return known
}

/**
 * Answers a GET or HEAD with what everyone is answered with, whoever they are and whatever their browser says. `key` names
 * the page among all; null for what depends on words somebody typed, which is not worth keeping.
 */
export async function publicResponse(context: Context, key: string | null, render: Render): Promise<Response> {
	const { now, deps } = context
	const finding = key === null ? finish(render, now) : cacheOf(deps.db).find(key, now, render)
	// Whoever asked first may hang up while others wait for the same rendering: it goes on without them.
	if (finding instanceof Promise) deps.background(finding.then(nothing, nothing))
	const outcome = await finding
	return 'otherwise' in outcome ? outcome.otherwise(context) : responseOf(outcome, context.request, now)
}

/**
 * The answer to a GET of an address under which a page is kept and fresh, without a look at anything else: most requests are
 * for such a page, and finding its route would cost as much as answering. Null otherwise.
 */
export function keptResponse(request: Request, db: object, now: Instant): Response | null {
	if (request.method !== 'GET') return null
	const path = request.url.slice(request.url.indexOf('/', 'https://'.length))
	const found = cacheOf(db).kept(path, now)
	return found === undefined ? null : responseOf(found, request, now)
}

function responseOf(page: Finished, request: Request, now: Instant): Response {
	// Browsers and caches on the way take this age and count on from it.
	const age = String(Math.max(0, ageOf(page, now)))
	const { headers } = page
	if (headers.get('age') !== age) headers.set('age', age)
	if (names(request.headers.get('if-none-match'), page.etag)) return new Response(null, { status: 304, headers })
	return new Response(page.bytes, { headers })
}

const nothing = () => undefined

/** Compared weakly, as RFC 9110 has it: what compresses on the way makes strong tags weak. */
function names(header: string | null, etag: string): boolean {
	if (header === null) return false
	return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
