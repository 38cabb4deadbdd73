import { checkCommands } from '#export/record.ts'
import type { Context } from '#http/context.ts'
import { publicResponse } from '#http/public-cache.ts'
import { checkingWords } from '#i18n/checking.ts'
import { publishedUnderQuery } from '#read/publication/published-under.ts'
import type { Params, routes } from '#routes'
import { CheckPage } from './check-page.tsx'
import { type PublicFrame, statementHref } from './public-frame.tsx'
import { recordPath } from './record-path.ts'
import { html } from './serve.ts'

/** How much of what a stranger typed is said again: more than any address here is long. Characters. */
const SAID_AGAIN = 300

/** The commands are those for what the page's address names, where it names anything. */
export function checkPage(context: Context, english: boolean): Promise<Response> {
	const { origin, sourceCode } = context.deps
	const lang = english ? 'en' : 'sv'
	const frame: PublicFrame = { lang, prefixed: english, origin, sourceCode }
	const { pathname, search, searchParams } = context.url
	const [address = '', sum = ''] = ['address', 'sum'].map((name) =>
		(searchParams.get(name) ?? '').trim().slice(0, SAID_AGAIN),
	)
	const found = recordPath(address, origin)
	const { placeholder } = checkingWords(lang)
	const { text, ...commands } = checkCommands(found === null ? placeholder : origin + found.file, { sealed: true })
	// A correction has no text with a sum of its own: all of it is in its record.
	const shown = { ...commands, text: found?.added ? null : text }
	const page = <CheckPage frame={frame} typed={{ address, sum }} file={found?.file ?? null} commands={shown} />
	return publicResponse(context, search === '' ? pathname : null, () => html(lang, page))
}

/** Tells where the statement is whose record has that hash, so that a file that anybody made is told from one published here. */
export async function publishedUnder(context: Context<Params<typeof routes.publishedUnder>>): Promise<Response> {
	const [found] = await context.deps.db.read(publishedUnderQuery(context.params.hash))
	const page = found && statementHref({ prefixed: false }, found.slug, found)
	return Response.json({ page }, { status: page === null ? 404 : 200, headers: { 'cache-control': 'no-store' } })
}
