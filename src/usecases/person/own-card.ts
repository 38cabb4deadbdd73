import type { ActorRef } from '#db/members/load-actor.ts'
import { type Asking, askingWithQuery } from '#db/person/load-directory.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { REAUTHENTICATE_AFTER_MS } from '#domain/members/authority.ts'
import { type IssuedCard, makeCards } from './cards.ts'
import type { CodeDeps } from './codes.ts'

/**
 * Makes a card for whoever asks, in place of their earlier ones. They have an address and signed in by a mail to it a short
 * while ago: otherwise whoever holds a card, or a link that the operator made, could give themselves ways in for ever.
 */
export async function issueOwnCard(deps: CodeDeps, actor: ActorRef): Promise<Result<IssuedCard, Rejection>> {
	const now = deps.now()
	if (actor.by !== 'session') return refuse({ code: 'signInRequired' })
	const [asking] = await deps.db.read<[Asking | null]>(askingWithQuery(actor.hash, now))
	if (asking === null) return refuse({ code: 'signInRequired' })
	if (!asking.addressed || (asking.way !== 'link' && asking.way !== 'code')) return refuse({ code: 'cardNeedsMail' })
	if (now - asking.authenticatedAt > REAUTHENTICATE_AFTER_MS) return refuse({ code: 'reauthenticate' })
	const { personId } = asking
	const guards = [{ sql: 'EXISTS (SELECT 1 FROM session WHERE hash = ? AND ? < expires_at)', args: [actor.hash, now] }]
	const made = await makeCards(deps, [personId], { by: personId, guards, now, tellAt: now })
	const [card] = made ?? []
	if (!card) return refuse({ code: 'signInRequired' })
	deps.notified?.()
	return ok(card)
}
