import { MEMBERS } from '#domain/members/seats.ts'
import { typedForm } from '#http/action.ts'
import { membersEcho, strangersEcho } from '#http/echo.ts'
import { refuseEntry } from '#http/page.tsx'
import { errorResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { readSender } from '#http/sender.ts'
import { statementHeaderQuery } from '#read/statement/statement-header.ts'
import { href, routes } from '#routes'
import type { StatementParams } from '#ui/page-view.ts'

/** Addresses from when a statement had one ballot, in mails and bookmarks. A form that is still open goes on as it was typed. */
export const onlyBallotRoutes: readonly Route[] = [
	forwarding('GET', routes.onlyBallot),
	forwarding('POST', routes.onlyBallot),
	forwarding('GET', routes.ofOnlyBallot),
	forwarding('POST', routes.ofOnlyBallot),
]

function forwarding(method: 'GET' | 'POST', path: typeof routes.onlyBallot | typeof routes.ofOnlyBallot): Route {
	return route(method, path, MEMBERS, async (context) => {
		const { params, url } = context
		const query = statementHeaderQuery(params.coalition, params.statement)
		const { viewer, data, stranger } = await readSender(context, params.coalition, query)
		const sent = method === 'POST' ? await typedForm(context, MEMBERS) : null
		const echoOf = stranger ? strangersEcho : membersEcho
		const typed = sent && (sent.ok ? echoOf(sent.value).typed : {})
		const refused = await refuseEntry(context, viewer, MEMBERS, typed, [])
		if (refused) return refused
		const what = 'what' in params ? params.what : method === 'POST' ? 'opening' : 'ballot'
		const to = data && addressOf(what, params, data.statement.ballotId)
		if (!to) return errorResponse(context, viewer, 404, undefined, undefined, typed ?? {})
		return new Response(null, { status: 307, headers: { location: to + url.search } })
	})
}

/** Null: there is no ballot, or never was such an address. */
function addressOf(what: string, params: StatementParams, ballotId: string | null): string | null {
	const at = { coalition: params.coalition, statement: params.statement }
	const ofStatement = { opening: routes.ballots, new: routes.newBallot, check: routes.checkBallot }
	const ofBallot = {
		ballot: routes.ballot,
		votes: routes.votes,
		papers: routes.papers,
		closing: routes.ballotClosing,
	}
	if (isKey(ofStatement, what)) return href(ofStatement[what], at)
	if (isKey(ofBallot, what) && ballotId !== null) return href(ofBallot[what], { ...at, ballot: ballotId })
	return what === 'ballot' ? href(routes.ballots, at) : null
}

const isKey = <Names extends object>(names: Names, name: string): name is Extract<keyof Names, string> =>
	Object.hasOwn(names, name)
