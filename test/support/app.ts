import { createApp } from '#app'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Mail, SendMail } from '#mail/port.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { LogLine } from '#usecases/log.ts'
import { DAY, type World } from './world.ts'

export const ORIGIN = 'https://samsvar.test'

/** The whole application on a world's database. */
export type TestApp = {
	readonly world: World
	/** The mails it sent, first to last. */
	readonly mails: Mail[]
	/** Answers a request as it is. */
	readonly fetch: (request: Request) => Promise<Response>
	/** Until the work that goes on after the responses is done. */
	readonly settled: () => Promise<void>
	/** Whether any of it goes on. */
	readonly working: () => boolean
	/** A browser nobody is signed in with. `address`: where its requests come from, as the runtime says. */
	readonly browser: (address?: string) => Browser
	/** What was written down, first to last. */
	readonly lines: LogLine[]
}

/** Keeps cookies, and says where its requests come from as browsers do. Follows no redirect. */
export type Browser = {
	readonly cookies: Map<string, string>
	readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
	/** Sends a form, as multipart when there are files in it. A field with several values is a list. */
	readonly post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Response>
}

export type Fields = Readonly<Record<string, string | readonly string[] | File | readonly File[]>>

/** `send`: in place of keeping the mails. */
export function testApp(world: World, send?: SendMail): TestApp {
	const mails: Mail[] = []
	const keep: SendMail = async (mail) => {
		mails.push(mail)
	}
	const lines: LogLine[] = []
	const log = (line: LogLine) => void lines.push(line)
	const given = { ...world.deps, log, mail: send ?? keep, origin: ORIGIN, sourceCode: undefined }
	const app = createApp(() => given)
	const background = new Set<Promise<unknown>>()
	const executionContext = {
		waitUntil: (work: Promise<unknown>) => {
			background.add(work)
			void work.finally(() => background.delete(work))
		},
		passThroughOnException: () => {},
		props: {},
	}
	const fetch = async (request: Request) => app.fetch(request, {}, executionContext)
	const settled = async () => {
		while (background.size > 0) await Promise.all(background)
	}
	world.atEnd.push(settled)
	const working = () => background.size > 0
	return { world, mails, fetch, settled, working, browser: (address) => browserOf(fetch, address), lines }
}

/** A browser in which the person is signed in, since just now unless told. */
export async function signedIn(app: TestApp, personId: PersonId, authenticatedAt?: number): Promise<Browser> {
	const { db, deps } = app.world
	const now = deps.now()
	const secret = crypto.randomUUID()
	const args = [await sha256(secret), personId, now, authenticatedAt ?? now, now, now + 30 * DAY]
	await db.write([
		{
			sql: 'INSERT INTO session (hash, person_id, created_at, authenticated_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
			args,
		},
	])
	const browser = app.browser()
	browser.cookies.set('__Host-session', secret)
	return browser
}

function browserOf(fetch: TestApp['fetch'], address?: string): Browser {
	const cookies = new Map<string, string>()
	const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
		const from = address === undefined ? {} : { 'cf-connecting-ip': address }
		const headers = { ...(cookie === '' ? {} : { cookie }), ...from, ...init.headers }
		const response = await fetch(new Request(new URL(path, ORIGIN), { ...init, headers }))
		for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
		return response
	}
	return {
		cookies,
		get: (path, headers = {}) => send(path, { headers }),
		post: (path, fields = {}, headers = {}) => {
			return send(path, { method: 'POST', body: bodyOf(fields), headers: { origin: ORIGIN, ...headers } })
		},
	}
}

/** A form as it is sent: as multipart when there are files in it. */
export function bodyOf(form: Fields): URLSearchParams | FormData {
	const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
	const body = fields.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
	for (const [name, value] of fields) {
		if (body instanceof FormData && value instanceof File) body.append(name, value)
		else body.append(name, String(value))
	}
	return body
}

function keepCookie(cookies: Map<string, string>, line: string): void {
	const [pair = ''] = line.split(';')
	const at = pair.indexOf('=')
	if (/;\s*max-age=0(;|$)/i.test(line)) cookies.delete(pair.slice(0, at))
	else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

/** The hidden fields of the form on a page that posts to `action`; of its first form with hidden fields unless told. */
export function hiddenFields(page: string, action?: string): Record<string, string> {
	const forms = [...page.matchAll(/<form[^>]*?action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
	const hidden = (form: string) =>
		Object.fromEntries(
			[...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((found) => [
				found[1] ?? '',
				decode(found[2] ?? ''),
			]),
		)
	const form = forms.find(([, to = '', inner = '']) =>
		action === undefined ? inner.includes('type="hidden"') : decode(to) === action,
	)
	if (!form) throw new Error(`no form${action === undefined ? '' : ` to ${action}`} on the page`)
	return hidden(form[2] ?? '')
}

/** An attribute's value as it was before it was written into a page. */
export const decode = (text: string) =>
	text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
