import type { ActorRef } from '#db/members/load-actor.ts'
import { changeQuery, dueChangesQuery, type ShownChange } from '#db/person/load-addresses.ts'
import { askingQuery } from '#db/person/load-directory.ts'
import type { AddressChangeId, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { isOpen, OPEN_MS, refusedUntil, SILENCE_MS, takesEffectAt } from '#domain/person/address-change.ts'
import { type Deps, NOBODY } from '#usecases/perform.ts'
import { isAddressSecret } from './address-secret.ts'
import { refusing, takingEffect } from './address-statements.ts'
import type { CodeDeps } from './codes.ts'
import { mayChangeAddresses } from './own-addresses.ts'

type Answer = { readonly changeId: string; readonly secret: string }

/**
 * The new address says that it is its person's. Only for a request that a person made with a button. What somebody adds to
 * themselves they confirm signed in: a slip in an address lets nobody else in.
 */
export async function confirmAddress(
	deps: CodeDeps,
	actor: ActorRef | null,
	{ changeId, secret }: Answer,
): Promise<Result<null, Rejection>> {
	if (!(await isAddressSecret(deps, 'new', changeId, secret))) return refuse({ code: 'notFound' })
	const now = deps.now()
	const [change, asking] = await deps.db.read<[ShownChange | null, PersonId | null]>(
		changeQuery(changeId),
		askingQuery(actor ?? NOBODY, now),
	)
	if (change === null) return refuse({ code: 'notFound' })
	if (change.own && asking !== change.personId) return refuse({ code: 'signInRequired' })
	if (!isOpen(change, now)) return change.outcome === 'taken' ? ok(null) : refuse({ code: 'notFound' })
	await noteAnswer(deps, change, 'confirmed_at')
	return ok(null)
}

/** A former address says no, by the link in its mail. No more is asked of it: whoever the link is shown to can only refuse. */
export async function refuseAddress(deps: CodeDeps, { changeId, secret }: Answer): Promise<Result<null, Rejection>> {
	if (!(await isAddressSecret(deps, 'former', changeId, secret))) return refuse({ code: 'notFound' })
	const [change] = await deps.db.read(changeQuery(changeId))
	return refuseChange(deps, change)
}

/** Whose address it is to be says yes or no, signed in. Yes: as who may change the own addresses. */
export async function answerAddress(
	deps: Deps,
	actor: ActorRef,
	{ changeId, answer }: { readonly changeId: string; readonly answer: 'agree' | 'refuse' },
): Promise<Result<null, Rejection>> {
	const now = deps.now()
	const [found, asking] = await deps.db.read<[ShownChange | null, PersonId | null]>(
		changeQuery(changeId),
		askingQuery(actor, now),
	)
	if (asking === null || actor.by !== 'session') return refuse({ code: 'signInRequired' })
	const change = found?.personId === asking ? found : null
	if (answer === 'refuse') return refuseChange(deps, change)
	const may = await mayChangeAddresses(deps, actor)
	if (!may.ok) return may
	if (change === null || !isOpen(change, now)) return refuse({ code: 'notFound' })
	await noteAnswer(deps, change, 'agreed_at')
	return ok(null)
}

async function refuseChange(deps: Deps, change: ShownChange | null): Promise<Result<null, Rejection>> {
	const now = deps.now()
	if (change === null || refusedUntil(change, now) === null) return refuse({ code: 'notFound' })
	await deps.db.write(refusing(change.id, now))
	return ok(null)
}

/** Keeps the first answer of its kind, and lets the change take effect where nothing else is missing. */
async function noteAnswer(deps: Deps, { id }: ShownChange, column: 'confirmed_at' | 'agreed_at'): Promise<void> {
	const now = deps.now()
	await deps.db.write([
		{
			sql: `UPDATE address_change SET ${column} = ? WHERE id = ? AND ${column} IS NULL AND ended_at IS NULL`,
			args: [now, id],
		},
	])
	const [change] = await deps.db.read(changeQuery(id))
	if (change && isDue(change, now)) await takeEffect(deps, [id])
}

function isDue(change: ShownChange, now: number): boolean {
	const at = takesEffectAt(change)
	return at !== null && at <= now
}

async function takeEffect(deps: Deps, ids: readonly AddressChangeId[]): Promise<void> {
	await deps.db.write(ids.flatMap((id) => takingEffect(id, deps.now())))
	deps.notified?.()
}

/** How many take effect in one run of the jobs. */
const IN_ONE_RUN = 20

/** Lets those take effect that were confirmed and that the former addresses have been silent about for long enough. */
export async function takeDueAddresses(deps: Deps): Promise<void> {
	const now = deps.now()
	const [due] = await deps.db.read<[readonly AddressChangeId[]]>(
		dueChangesQuery(now - SILENCE_MS, now - OPEN_MS, IN_ONE_RUN),
	)
	if (due.length > 0) await takeEffect(deps, due)
}
