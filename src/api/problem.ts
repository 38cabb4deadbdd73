import { isoInstant } from '#domain/kernel/calendar.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { refusalHeaders, refusalStatus } from '#http/refusal-status.ts'
import { catalogue } from '#i18n/index.ts'
import { chooseLanguage, type Language } from '#i18n/language.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { paths } from './paths.ts'

/** What is wrong with a request before any rule is asked. */
export type DoorProblem =
	| { readonly code: 'badJson' }
	| { readonly code: 'wrongContentType'; readonly accepted: readonly string[] }
	| { readonly code: 'tooLarge'; readonly limit: number }
	| { readonly code: 'keyMissing' }
	| { readonly code: 'noSuchRoute' }
	| { readonly code: 'wrongMethod'; readonly allowed: readonly string[] }
	| { readonly code: 'broken'; readonly reference: string }

type ProblemStatus = keyof ReturnType<typeof catalogue>['api']['titles']

export const DOOR_STATUSES: Readonly<Record<DoorProblem['code'], ProblemStatus>> = {
	badJson: 400,
	keyMissing: 400,
	noSuchRoute: 404,
	wrongMethod: 405,
	tooLarge: 413,
	wrongContentType: 415,
	broken: 500,
}

/** Something wrong with one value in a body: where (a JSON Pointer, RFC 6901), and the refusal. */
export type InputFault = { readonly pointer: string; readonly rejection: Rejection }

/** The language of a problem's sentences: the caller's, by `Accept-Language`. */
function languageOf(request: Request): Language {
	return chooseLanguage(undefined, undefined, request.headers.get('accept-language') ?? undefined)
}

/** Why a rule refused, as a problem (RFC 9457) that carries every fact of the refusal. */
export function refused(request: Request, rejection: Rejection, faults: readonly InputFault[] = []): Response {
	const language = languageOf(request)
	const status = refusalStatus(rejection)
	const errors = faults.map((fault) => ({
		pointer: fault.pointer,
		code: fault.rejection.code,
		detail: refusalSentence(language, fault.rejection),
	}))
	const detail =
		rejection.code === 'signInRequired'
			? catalogue(language).api.signInRequired()
			: refusalSentence(language, rejection)
	const facts = { ...withInstants(rejection), ...(errors.length > 0 ? { errors } : {}) }
	const response = problem(language, status, detail, facts)
	for (const [name, value] of Object.entries(refusalHeaders(rejection))) response.headers.set(name, value)
	return response
}

/** What was wrong with the request itself, as a problem. */
export function unacceptable(request: Request, given: DoorProblem): Response {
	const language = languageOf(request)
	const response = problem(language, DOOR_STATUSES[given.code], sentence(language, given), given)
	if (given.code === 'wrongMethod') response.headers.set('allow', given.allowed.join(', '))
	return response
}

function sentence(language: Language, given: DoorProblem): string {
	const { api } = catalogue(language)
	switch (given.code) {
		case 'badJson':
		case 'keyMissing':
			return api[given.code]()
		case 'wrongContentType':
			return api.wrongContentType(given)
		case 'tooLarge':
			return api.tooLarge(given)
		case 'noSuchRoute':
			return api.noSuchRoute({ document: paths.document })
		case 'wrongMethod':
			return api.wrongMethod(given)
		case 'broken':
			return api.broken(given)
	}
}

function problem(
	language: Language,
	status: ProblemStatus,
	detail: string,
	{ code, ...facts }: { readonly code: string } & Readonly<Record<string, unknown>>,
): Response {
	const title = catalogue(language).api.titles[status]
	const body = { type: `urn:samsvar:problem:${code}`, title, status, code, detail, ...facts }
	const response = new Response(JSON.stringify(body), { status })
	response.headers.set('content-type', 'application/problem+json')
	response.headers.set('content-language', language)
	response.headers.set('cache-control', 'private, no-store')
	if (status === 401) response.headers.set('www-authenticate', 'Bearer realm="Samsvar"')
	return response
}

/** Instants are milliseconds inside and ISO 8601 outside. */
function withInstants(rejection: Rejection): { readonly code: string } & Record<string, unknown> {
	const shown = Object.entries(rejection).map(([name, value]) => [
		name,
		name.endsWith('At') && typeof value === 'number' ? isoInstant(value) : value,
	])
	return { ...Object.fromEntries(shown), code: rejection.code }
}
