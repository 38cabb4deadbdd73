import { KNOWN_MS, SESSION_MS } from '#domain/person/lasting.ts'
import type { Context } from '#http/context.ts'
import { knownCookie, knownOf, nonceCookie, nonceOf, sessionCookie } from '#http/cookies.ts'
import { networkOf } from '#http/network.ts'
import { seeOther } from '#http/respond.tsx'
import { href, routes } from '#routes'
import type { Whence } from '#usecases/person/places.ts'
import { newSecret } from '#usecases/person/secrets.ts'
import type { BrowserBefore, NewSession } from '#usecases/person/sessions.ts'

/** How long a browser is known as the one that asked, or that was shown a link. */
const NONCE_SECONDS = 60 * 60

/** The browser's nonce: the one it has, so that an earlier mail's code still works, or a new one. */
export function browserNonce(context: Context): string {
	const nonce = nonceOf(context.request)
	return nonce !== null && /^[\w-]{43}$/.test(nonce) ? nonce : newSecret()
}

export const withNonce = (nonce: string): [string, string] => ['set-cookie', nonceCookie(nonce, NONCE_SECONDS)]

/** The session the browser has until now, by its hash. */
function previousSession({ actor }: Context): string | null {
	return actor?.by === 'session' ? actor.hash : null
}

/** Where a request comes from, for counting. */
export const whenceOf = ({ request }: Context): Whence => ({ network: networkOf(request), known: knownOf(request) })

/** The browser as it was before somebody signs in with it. */
export const browserBefore = (context: Context): BrowserBefore => ({
	session: previousSession(context),
	known: knownOf(context.request),
})

/** Signed in: the session goes into its cookie, the browser is known from now on, the nonce has done its work, and the person comes to where they wanted. */
export function entered(session: NewSession, to: string | null): Response {
	return seeOther(to ?? href(routes.me), [
		['set-cookie', sessionCookie(session.secret, SESSION_MS / 1000)],
		['set-cookie', knownCookie(session.known, KNOWN_MS / 1000)],
		['set-cookie', nonceCookie('', 0)],
	])
}

/** Nobody in particular: for choosing a language before it is known who asks. */
export const STRANGER = { person: null, coalition: null, seats: [], associations: [] } as const
