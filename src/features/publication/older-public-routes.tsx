import type { Context } from '#http/context.ts'
import { fileDisposition } from '#http/disposition.ts'
import { type Route, route } from '#http/route.ts'
import { olderFileQuery, olderPageQuery } from '#read/publication/older-views.ts'
import { href, type Params, routes } from '#routes'
import { olderMarkdown, shownOlder } from './older-shown.ts'
import { frameOf, noStatement, notFound, ofCoalition } from './serve.ts'

function unnumbered(context: Context<Params<typeof routes.publishedUnnumbered>>, english: boolean): Promise<Response> {
	const { coalition: slug, year, place } = context.params
	const key = href(english ? routes.publishedUnnumberedEnglish : routes.publishedUnnumbered, context.params)
	const query = () => olderPageQuery(slug, Number(year), place)
	return ofCoalition(context, key, query, async ({ coalition, older, outcomes }) => {
		const frame = frameOf(context, coalition, english)
		return older ? shownOlder({ frame, coalition, older, outcomes }) : noStatement(frame, coalition, year, place)
	})
}

function markdown(context: Context<Params<typeof routes.unnumberedMarkdown>>): Promise<Response> {
	const { coalition: slug, year, file } = context.params
	const place = file.slice(0, file.indexOf('.'))
	const query = () => olderPageQuery(slug, Number(year), place)
	return ofCoalition(context, href(routes.unnumberedMarkdown, context.params), query, async ({ coalition, older }) => {
		const written = older && olderMarkdown({ coalition, older })
		return written ?? noStatement(frameOf(context, coalition, false), coalition, year, place)
	})
}

/**
 * A file of one, to be saved: never shown as a page of ours, whatever is in it. Asked for anew each time, since it can be taken
 * away; the bytes need not be sent anew.
 */
async function olderFile(context: Context<Params<typeof routes.olderFile>>): Promise<Response> {
	const { params, deps, request } = context
	const { coalition, year, place, file: sha256 } = params
	const [found] = await deps.db.read(olderFileQuery(coalition, Number(year), place, sha256))
	if (found === null) return notFound(context)
	const { name, mediaType, size } = found
	const headers = {
		'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
		'content-length': String(size),
		'content-disposition': fileDisposition('attachment', name),
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cache-control': 'public, no-cache',
		'access-control-allow-origin': '*',
		'cross-origin-resource-policy': 'cross-origin',
		etag: `"${sha256}"`,
	}
	if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
	const kept = await deps.files?.get(found)
	return kept ? new Response(kept.body, { headers }) : notFound(context)
}

/** Where everybody reads statements from before Samsvar was used, beside those whose numbers they share. */
export const olderPublicRoutes: readonly Route[] = [
	route('GET', routes.publishedUnnumberedEnglish, 'public', (context) => unnumbered(context, true)),
	route('GET', routes.publishedUnnumbered, 'public', (context) => unnumbered(context, false)),
	route('GET', routes.unnumberedMarkdown, 'public', markdown),
	route('GET', routes.olderFile, 'public', olderFile),
]
