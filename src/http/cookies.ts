import { sha256 } from '#usecases/hashing.ts'
import type { ActorRef } from '#usecases/perform.ts'

/** Browsers take a cookie called `__Host-` only over HTTPS and for this host alone: no other host can set it. */
const SESSION = '__Host-session'
/** Ties a sign-in to the browser that asked for it. */
const NONCE = '__Host-sign-in'
/** By which a browser is known in which somebody has signed in before. Says nothing of them, and lets nobody in. */
const KNOWN = '__Host-known'
const LANGUAGE = '__Host-language'

/** 256 bits, as they are written. */
const SECRET = /^[\w-]{43}$/

function cookie(request: Request, name: string): string | null {
	const header = request.headers.get('cookie') ?? ''
	const found = header
		.split(';')
		.map((pair) => pair.trim())
		.find((pair) => pair.startsWith(`${name}=`))
	return found === undefined ? null : found.slice(name.length + 1)
}

function setCookie(name: string, value: string, seconds: number): string {
	return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`
}

/** Who the request's session says it is; the session itself is looked up where it is used. */
export async function actorOf(request: Request): Promise<ActorRef | null> {
	const secret = cookie(request, SESSION)
	return secret === null ? null : { by: 'session', hash: await sha256(secret) }
}

export const sessionCookie = (secret: string, seconds: number) => setCookie(SESSION, secret, seconds)
export const endSessionCookie = () => setCookie(SESSION, '', 0)
export const nonceCookie = (nonce: string, seconds: number) => setCookie(NONCE, nonce, seconds)
export const nonceOf = (request: Request) => cookie(request, NONCE)
export const knownCookie = (secret: string, seconds: number) => setCookie(KNOWN, secret, seconds)
/** Null for what no browser was given. */
export const knownOf = (request: Request) => SECRET.exec(cookie(request, KNOWN) ?? '')?.[0] ?? null
export const languageCookie = (language: string) => setCookie(LANGUAGE, language, 365 * 24 * 60 * 60)
export const endLanguageCookie = () => setCookie(LANGUAGE, '', 0)
export const languageOf = (request: Request) => cookie(request, LANGUAGE)
