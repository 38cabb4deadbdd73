import { untoldQuery } from '#db/members/load-untold.ts'
import type { Untold } from '#domain/kernel/telling.ts'
import { acts } from '#domain/members/acts.ts'
import { tellByHand as decide } from '#domain/members/by-hand.ts'
import { onCoalition } from '#usecases/coalition/on-coalition.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Notes that somebody whom no mail reaches was told by telephone or letter. */
export function tellByHand(deps: Deps, order: Order<Untold>): Outcome<null> {
	const { actId, notice, about } = order.command
	return perform(deps, {
		act: acts.tellByHand,
		order,
		...onCoalition(order.coalition),
		load: (now) => ({ untold: untoldQuery(order.coalition, now) }),
		decide: (actor, { coalition, untold }, context) => {
			const same = untold.filter((each) => each.notice === notice && each.about === about)
			const waits = same.some((each) => each.actId === actId) ? 'this' : same.length > 0 ? 'another' : 'nothing'
			return decide(actor, coalition, order.command, waits, context)
		},
	})
}
