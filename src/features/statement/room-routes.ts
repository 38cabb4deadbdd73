import type { StatementId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { TYPABLE } from '#domain/statement/statement.ts'
import { refuseEntry } from '#http/page.tsx'
import { errorResponse, seeOther } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { comesFromUs } from '#http/security.ts'
import { liveQuery } from '#read/statement/live.ts'
import { readPage } from '#read/viewer.ts'
import { href, routes } from '#routes'

/** As much of an answer as is more than the standard's: what the platform goes on with as a WebSocket. */
type Upgraded = Response & { readonly webSocket?: unknown }

/**
 * The way into the room of a text: for members, of whom the room lets those write who may. A page of another site can open a WebSocket
 * with the cookies of whoever looks at it, so that it must say where it comes from.
 */
const room = route('GET', routes.room, MEMBERS, async (context) => {
	const { request, deps, actor, now, params } = context
	const query = liveQuery(params.coalition, params.statement, [], now)
	const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, query)
	const refused = await refuseEntry(context, viewer, MEMBERS, null, [])
	if (refused) return refused
	if (data.stage === null) return errorResponse(context, viewer, 404)
	const isSocket = request.headers.get('upgrade')?.toLowerCase() === 'websocket'
	if (!isSocket) return seeOther(href(routes.statement, params))
	if (!comesFromUs(request, deps.origin) || actor?.by !== 'session' || !viewer.person) {
		return errorResponse(context, viewer, 403)
	}
	if (!deps.rooms || !TYPABLE.includes(data.stage)) return errorResponse(context, viewer, 404)
	const place = { coalition: params.coalition, statementId: params.statement as StatementId }
	const { id: personId, name } = viewer.person
	const answer: Upgraded = await deps.rooms.connect(place, { personId, name, session: actor.hash })
	if (answer.status !== 101) return new Response(null, { status: answer.status })
	// A new one, since the headers of what came from elsewhere cannot be changed.
	return new Response(null, { status: 101, webSocket: answer.webSocket } as ResponseInit)
})

export const roomRoutes: readonly Route[] = [room]
