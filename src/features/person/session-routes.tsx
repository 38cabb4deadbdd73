import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import { seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { ownSessionsQuery } from '#read/person/sessions.ts'
import { href, type Params, routes } from '#routes'
import { endSessions } from '#usecases/person/end-sessions.ts'
import { SessionsPage } from './sessions-page.tsx'

const sessionsPage = page({
	path: routes.sessions,
	access: 'signedIn',
	load: ({ actor, now }) => ownSessionsQuery(actor, now),
	view: SessionsPage,
})

async function end(context: Context, which: string): Promise<Response> {
	const ended = await endSessions(context.deps, context.actor, which)
	if (!ended.ok) return sessionsPage.again(context, {}, [ended.reason])
	return seeOther(href(routes.sessions, {}, { done: 'ended' }))
}

export const sessionRoutes: readonly Route[] = [
	sessionsPage,
	route('POST', routes.sessions, 'signedIn', (context) => end(context, 'others')),
	route('POST', routes.session, 'signedIn', (context: Context<Params<typeof routes.session>>) =>
		end(context, context.params.session),
	),
]
