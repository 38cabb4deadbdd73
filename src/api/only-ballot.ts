import type { Scope } from '#domain/kernel/act.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { type Route, route } from '#http/route.ts'
import { statementHeaderQuery } from '#read/statement/statement-header.ts'
import { href } from '#routes'
import { enter } from './endpoint.ts'
import { paths } from './paths.ts'
import { refused } from './problem.ts'

/** Addresses from when a statement had one ballot. The request is to be sent again, as it was, to where that ballot is now. */
export const onlyBallotRoutes: readonly Route[] = [
	forwarding('GET', 'read', paths.onlyBallot, paths.ballot),
	forwarding('POST', 'write', paths.onlyBallot, paths.ballots),
	forwarding('POST', 'write', paths.onlyBallotClosing, paths.ballotClosing),
	forwarding('POST', 'vote', paths.onlyBallotVotes, paths.votes),
	forwarding('POST', 'vote', paths.onlyBallotPapers, paths.papers),
]

type Old = (typeof paths)['onlyBallot' | 'onlyBallotClosing' | 'onlyBallotVotes' | 'onlyBallotPapers']
type New = (typeof paths)['ballots' | 'ballot' | 'ballotClosing' | 'votes' | 'papers']

function forwarding(method: 'GET' | 'POST', scope: Scope, from: Old, to: New): Route {
	return route(method, from, MEMBERS, async (context) => {
		const { deps, params, request } = context
		const letIn = await enter(context, MEMBERS, scope, statementHeaderQuery(params.coalition, params.statement))
		if ('refusal' in letIn) return letIn.refusal
		const ballot = letIn.data?.statement.ballotId ?? ''
		if (!letIn.data || (ballot === '' && to !== paths.ballots)) return refused(request, { code: 'notFound' })
		const location = deps.origin + href(to, { ...params, ballot })
		return new Response(null, { status: 307, headers: { location, 'cache-control': 'private, no-store' } })
	})
}
