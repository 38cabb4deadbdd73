import type { ActorRef } from '#db/members/load-actor.ts'
import { aloneInChair } from '#db/person/load-erasure.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Deps } from '#usecases/perform.ts'
import { mayChangeAddresses } from '#usecases/person/own-addresses.ts'
import { erasePerson } from './erase-person.ts'

/**
 * Erases whoever asks, for good. They signed in a short while ago, as who changes ways in, and say that it is for good. Not the
 * only chair of a coalition, which nobody could let anybody into then; nor the operator, who names another first.
 */
export async function eraseSelf(
	deps: Deps,
	actor: ActorRef,
	{ forGood }: { readonly forGood: boolean },
): Promise<Result<null, Rejection>> {
	const who = await mayChangeAddresses(deps, actor)
	if (!who.ok) return who
	if (!forGood) return refuse({ code: 'empty', field: 'forGood' })
	const chair = aloneInChair({ sql: '?', args: [who.value] }, deps.now())
	const erased = await erasePerson(deps, who.value, {
		sql: `operator = 0 AND NOT EXISTS (SELECT 1 ${chair.sql})`,
		args: chair.args,
	})
	if (!erased) return refuse({ code: 'neededHere' })
	deps.log?.({ event: 'erasedSelf', person: who.value })
	return ok(null)
}
