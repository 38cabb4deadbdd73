import type { Coalition } from '#domain/coalition/coalition.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { AddressChangeId, CoalitionId, Instant, PersonId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { countedSince, TOLD_WITHIN_MS } from '#domain/kernel/telling.ts'
import { requiredLine } from '#domain/kernel/text.ts'
import { isEmail, normaliseEmail, PERSON_NAME_LIMIT } from '#domain/person/person.ts'
import { acts } from './acts.ts'
import { administered } from './administered.ts'
import { permit } from './authority.ts'
import type { Actor } from './seats.ts'

/** Somebody in a seat, as the directory knows them. */
export type Listed = {
	readonly personId: PersonId
	readonly name: string
	readonly emails: readonly string[]
	readonly operator: boolean
	/** Has a seat in another coalition, too. */
	readonly elsewhere: boolean
}

/** How often an act was done in the coalition within a day, and when first. */
export type DoneLately = { readonly count: number; readonly first: Instant | null }

/** How many names, or addresses, a chair changes in a day: as many mails go to somebody who asked for none. */
const DIRECTORY_ACTS_A_DAY = 20

/** The chair mends how somebody's name is written. It tells them so by mail; nothing else would, so who has no address is the own coalition's alone. */
export function mendName(
	actor: Actor,
	coalition: Coalition,
	listed: Listed,
	lately: DoneLately,
	typed: string,
	{ now }: Context,
): Result<Decision<{ readonly personId: PersonId }>, Rejection> {
	const may = permit(acts.mendName, actor, now)
	if (!may.ok) return may
	const name = requiredLine('name', typed, PERSON_NAME_LIMIT)
	if (!name.ok) return name
	const { personId } = listed
	if (name.value === listed.name) return ok({ value: { personId }, events: [], guards: [] })
	if (listed.emails.length === 0 && isElsewhere(listed)) return refuse({ code: 'personElsewhere' })
	const often = doneWithin(acts.mendName, lately, coalition.id, now)
	if (!often.ok) return often
	const guards = [...may.value.guards, often.value]
	return administered(coalition, { personId }, guards, { type: 'nameMended', payload: { personId } })
}

export type Proposed = { readonly changeId: AddressChangeId; readonly personId: PersonId }

/**
 * The chair proposes an address for somebody. It lets nobody in by itself (address-change.ts). For somebody whom no mail reaches
 * nobody but its own reader is asked, so it is not for those who have a seat elsewhere; and never for the operator.
 */
export function proposeAddress(
	actor: Actor,
	coalition: Coalition,
	listed: Listed,
	lately: DoneLately,
	typed: string,
	{ now, newId }: Context,
): Result<Decision<Proposed>, Rejection> {
	const may = permit(acts.proposeAddress, actor, now)
	if (!may.ok) return may
	const email = normaliseEmail(typed)
	if (email === '') return refuse({ code: 'empty', field: 'email' })
	if (!isEmail(email)) return refuse({ code: 'invalid', field: 'email' })
	if (listed.operator || (listed.emails.length === 0 && listed.elsewhere)) return refuse({ code: 'personElsewhere' })
	if (listed.emails.includes(email)) return refuse({ code: 'addressKnown', field: 'email' })
	const often = doneWithin(acts.proposeAddress, lately, coalition.id, now)
	if (!often.ok) return often
	const value = { changeId: newId<'addressChange'>('random'), personId: listed.personId }
	const guards = [...may.value.guards, often.value]
	return administered(coalition, value, guards, { type: 'addressProposed', payload: value })
}

/** A chair takes back what a chair of the coalition proposed, while nothing has come of it. */
export function withdrawAddress(
	actor: Actor,
	coalition: Coalition,
	waiting: AddressChangeId | null,
	{ now }: Context,
): Result<Decision<{ readonly changeId: AddressChangeId }>, Rejection> {
	const may = permit(acts.withdrawAddress, actor, now)
	if (!may.ok) return may
	if (waiting === null) return refuse({ code: 'notFound' })
	const payload = { changeId: waiting }
	return administered(coalition, payload, may.value.guards, { type: 'addressWithdrawn', payload })
}

const isElsewhere = ({ operator, elsewhere }: Listed) => operator || elsewhere

function doneWithin(
	{ kind: act }: DeclaredAct,
	{ count, first }: DoneLately,
	coalitionId: CoalitionId,
	now: Instant,
): Result<Guard, Rejection> {
	const limit = DIRECTORY_ACTS_A_DAY
	if (count >= limit) return refuse({ code: 'doneTooOften', limit, again: (first ?? now) + TOLD_WITHIN_MS })
	return ok({ kind: 'doneLessThan', coalitionId, act, since: countedSince(now), limit })
}
