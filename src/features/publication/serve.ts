import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Context } from '#http/context.ts'
import { movedTo } from '#http/moved.ts'
import { type NotRendered, publicResponse, type Rendered } from '#http/public-cache.ts'
import { errorResponse, htmlResponse } from '#http/respond.tsx'
import { dressedIn } from '#http/security.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { nothing, type PageQuery, readPage } from '#read/viewer.ts'
import { routes } from '#routes'
import { NotFoundPage } from './not-found-page.tsx'
import type { PublicFrame } from './public-frame.tsx'

type Markup = JSX.Element | Promise<JSX.Element>

/** A page, finished. */
export async function html(lang: Language, markup: Markup): Promise<Rendered> {
	const body = String(await markup)
	return {
		body,
		headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': lang, ...dressedIn(body) },
	}
}

/** A file that any program may fetch, from any site. `listed`: search engines may keep it. */
export function file(type: string, language: Language, listed: boolean, body: Rendered['body']): Rendered {
	const robots = listed ? undefined : { 'x-robots-tag': 'noindex' }
	return {
		body,
		headers: { 'content-type': type, 'content-language': language, 'access-control-allow-origin': '*', ...robots },
	}
}

/** How a coalition's public page is framed: in its own language, or in English under `/en`. */
export function frameOf({ deps }: Context, coalition: PublicCoalition, english: boolean): PublicFrame {
	const prefixed = english && coalition.language !== 'en'
	const { origin, sourceCode } = deps
	return { lang: prefixed ? 'en' : coalition.language, prefixed, origin, sourceCode }
}

/**
 * Answers with something of the coalition in the URL, read in one round trip. No such coalition: 404. An old slug leads to
 * the new one. `key`: see `publicResponse`. `query` is asked for only where nothing is kept under the key.
 */
export function ofCoalition<Data extends { readonly coalition: PublicCoalition }>(
	context: Context<{ readonly coalition: string }>,
	key: string | null,
	query: () => PageQuery<Data | null>,
	draw: (data: Data) => Promise<Rendered | NotRendered>,
): Promise<Response> {
	const { coalition: slug } = context.params
	return publicResponse(context, key, async () => {
		const [data] = await context.deps.db.read<[Data | null]>(query())
		if (data === null) return { otherwise: notFound }
		const { slug: current } = data.coalition
		if (current !== slug) return { otherwise: ({ url }) => movedTo(url, slug, current) }
		const { english, language } = data.coalition
		const inEnglish = context.url.pathname.startsWith(`${routes.homeEnglish}/`)
		// Offered no longer; it may be again.
		if (inEnglish && !english && language !== 'en') return { otherwise: ({ url }) => inOwnLanguage(url) }
		return draw(data)
	})
}

function inOwnLanguage({ pathname, search }: URL): Response {
	return new Response(null, { status: 302, headers: { location: pathname.slice(routes.homeEnglish.length) + search } })
}

/** A number as it stands in a statement's URL; 0, which none has, for other ways to write it. */
export function numberOf(segment: string): number {
	return /^[1-9][0-9]{0,8}$/.test(segment) ? Number(segment) : 0
}

/** No such statement. Not kept, so that the pages that exist are not crowded out by those that do not. */
export function noStatement(frame: PublicFrame, coalition: PublicCoalition, year: string, number: string): NotRendered {
	const message = publicWords(frame.lang).publicPages.notFound.statement(year, number)
	return notThere({ frame, coalition, message, year: null })
}

/** Something that the coalition does not have. */
export function notThere(page: Parameters<typeof NotFoundPage>[0]): NotRendered {
	return { otherwise: () => htmlResponse(NotFoundPage(page), 404) }
}

/** No such page at all. Whether there is such a coalition is not said. */
export async function notFound(context: Context): Promise<Response> {
	const { viewer } = await readPage(context.deps.db, context.actor, null, context.now, nothing)
	return errorResponse(context, viewer, 404)
}
