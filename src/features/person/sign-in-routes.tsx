import type { Context } from '#http/context.ts'
import { endSessionCookie, languageCookie } from '#http/cookies.ts'
import { localPath } from '#http/local-path.ts'
import { seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { isLanguage } from '#i18n/language.ts'
import { href, routes } from '#routes'
import { signOut } from '#usecases/person/sessions.ts'
import { addressLinkRoutes } from './address-link-routes.tsx'
import { cardRoutes } from './card-routes.tsx'
import { browserBefore } from './entering.ts'
import { linkRoutes } from './link-routes.tsx'
import { mailRoutes } from './mail-routes.tsx'

async function leave(context: Context): Promise<Response> {
	await signOut(context.deps, browserBefore(context))
	return seeOther(href(routes.signIn, {}, { out: '1' }), [
		['set-cookie', endSessionCookie()],
		// The next person at this computer sees no page that was kept. What was not sent goes by the script, that of others not. The language stays.
		['clear-site-data', '"cache"'],
	])
}

/** A GET, since every page links to it: it sets a harmless preference in this browser and nothing else. */
async function language({ url }: Context): Promise<Response> {
	const wanted = url.searchParams.get('to') ?? ''
	const back = localPath(url.searchParams.get('back')) ?? href(routes.home)
	return seeOther(back, isLanguage(wanted) ? [['set-cookie', languageCookie(wanted)]] : [])
}

export const signInRoutes: readonly Route[] = [
	...mailRoutes,
	...cardRoutes,
	...linkRoutes,
	...addressLinkRoutes,
	route('POST', routes.signOut, 'public', leave),
	route('GET', routes.language, 'public', language),
]
