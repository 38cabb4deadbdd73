import type { Rejection } from '#domain/kernel/rejection.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { nothing, readPage } from '#read/viewer.ts'
import { type Access, verdict } from './access.ts'
import type { Context } from './context.ts'
import { refusalHeaders, refusalStatus } from './refusal-status.ts'
import { languageFor } from './respond.tsx'

const JSON_TYPE = 'application/json'

/** Whether it is a script of ours that asks, and no browser that shows what it is answered. */
export const isScript = ({ request }: Pick<Context, 'request'>): boolean => request.headers.get('accept') === JSON_TYPE

/** An answer to a script, for whoever asked and nobody else. */
export function json(body: unknown, status = 200, headers: HeadersInit = {}): Response {
	const response = new Response(JSON.stringify(body), { status, headers })
	response.headers.set('content-type', `${JSON_TYPE}; charset=utf-8`)
	response.headers.set('cache-control', 'private, no-store')
	return response
}

const STATUSES = { signIn: 401, notFound: 404, forbidden: 403 } as const

/** A refusal with its sentence, for a script. `more`: what else it is told of it. */
export async function refusedToScript(
	context: Context,
	access: Access,
	reason: Rejection,
	more: (rejection: Rejection) => object = () => ({}),
): Promise<Response> {
	const { deps, actor, now, params } = context
	const { viewer } = await readPage(deps.db, actor, params.coalition ?? null, now, nothing)
	const entry = verdict(access, viewer)
	// Whatever is wrong with what a stranger sent tells them nothing.
	const rejection: Rejection = entry === 'signIn' ? { code: 'signInRequired' } : reason
	const body = {
		code: rejection.code,
		sentence: refusalSentence(languageFor(context, viewer), rejection),
		...more(rejection),
	}
	return json(body, entry === 'granted' ? refusalStatus(rejection) : STATUSES[entry], refusalHeaders(rejection))
}
