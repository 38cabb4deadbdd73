import type { JSX } from 'hono/jsx/jsx-runtime'
import { chooseLanguage, isLanguage, type Language } from '#i18n/language.ts'
import type { Viewer } from '#read/viewer.ts'
import { href, routes } from '#routes'
import { ErrorPage, type ErrorStatus } from '#ui/error-page.tsx'
import type { Typed } from '#ui/form-state.ts'
import { logoOf } from '#ui/logo.ts'
import type { Frame } from '#ui/page-view.ts'
import { MEMBER_SCRIPTS } from '#ui/scripts.ts'
import type { Context } from './context.ts'
import { languageOf } from './cookies.ts'
import { dressedIn } from './security.ts'

type Markup = JSX.Element | Promise<JSX.Element> | string

/** A page in answer to this person only: never kept by anything in between. */
export async function htmlResponse(markup: Markup, status = 200, headers: HeadersInit = {}): Promise<Response> {
	const body = String(await markup)
	const response = new Response(body, { status, headers })
	for (const [name, value] of Object.entries(dressedIn(body))) response.headers.set(name, value)
	response.headers.set('content-type', 'text/html; charset=utf-8')
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store')
	return response
}

/** To another page after a form: 303, so that reloading does not send the form again. */
export function seeOther(location: string, headers: HeadersInit = {}): Response {
	const response = new Response(null, { status: 303, headers })
	response.headers.set('location', location)
	return response
}

/** To another page with what was sent: 307, so that the form goes there as it is. What is there does nothing with it but show it. */
export function sendOn(location: string): Response {
	return new Response(null, { status: 307, headers: { location } })
}

/** The language a person is answered in: what they chose in this browser last, or once and for all. */
export function languageFor({ request }: Context, viewer: Viewer): Language {
	const chosen = languageOf(request) ?? viewer.person?.language ?? undefined
	const accepted = request.headers.get('accept-language') ?? undefined
	return chooseLanguage(
		chosen !== undefined && isLanguage(chosen) ? chosen : undefined,
		viewer.coalition?.language,
		accepted,
	)
}

/** The part of every page's properties that follows from who looks and where. */
export function framed(context: Context, viewer: Viewer): Frame {
	const lang = languageFor(context, viewer)
	const { coalition, person } = viewer
	const { pathname, search } = context.url
	return {
		lang,
		coalition: coalition
			? {
					name: coalition.name,
					// At home for its members is where they work.
					href: href(viewer.seats.length > 0 ? routes.workspace : routes.coalition, { coalition: coalition.slug }),
					language: coalition.language,
					accent: coalition.accent,
					logo: logoOf(coalition),
				}
			: undefined,
		person: person ? { name: person.name, id: person.id } : undefined,
		otherLanguage: href(routes.language, {}, { to: lang === 'sv' ? 'en' : 'sv', back: pathname + search }),
		demo: coalition?.demo || person?.invented,
		sourceCode: context.deps.sourceCode,
		script: person ? MEMBER_SCRIPTS : undefined,
	}
}

/**
 * A page for what went wrong. `message`: a sentence that tells more than the status does; `reference`: what the
 * operator finds the fault by; `typed`: what was written, shown to be copied.
 */
export function errorResponse(
	context: Context,
	viewer: Viewer,
	status: ErrorStatus,
	message?: string,
	reference?: string,
	typed: Typed = {},
): Promise<Response> {
	const { lang, ...frame } = framed(context, viewer)
	// Who may not see a coalition is not told its name either.
	const shown = viewer.seats.length > 0 ? frame : { ...frame, coalition: undefined }
	return htmlResponse(
		<ErrorPage lang={lang} status={status} reference={reference} {...shown} kept={toBeCopied(proseIn(typed))}>
			{message !== undefined && <p class="lead">{message}</p>}
		</ErrorPage>,
		status,
	)
}

/** The texts somebody wrote, apart from choices, dates and what the form itself sent along. Rows of ids are nobody's words. */
export function proseIn(typed: Typed): readonly string[] {
	return Object.values(typed)
		.flat()
		.filter((text) => text.length > LONG_ENOUGH_TO_KEEP && /\s/.test(text.replaceAll(ID, '').trim()))
}

const ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g

/** Texts as they are shown to be copied: each in a field of its own, and past a number the rest in one. */
export function toBeCopied(texts: readonly string[]): readonly string[] {
	const rest = texts.slice(MOST_APART).join('\n\n')
	return rest === '' ? texts : [...texts.slice(0, MOST_APART), rest]
}

/** More than any form asks for. Each takes a field of its own, which is larger than a short text in it. */
const MOST_APART = 20

/** Shorter texts are choices and dates, quickly made again. Characters. */
const LONG_ENOUGH_TO_KEEP = 40
