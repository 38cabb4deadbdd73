import type { DomainEvent } from '#domain/event.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { amendmentTold } from './amendment.ts'
import { type Proposed, proposeAmendment, type StandingAmendments } from './proposing.ts'

/** What came of it: how many there are now, and whether they wait for a delegate or deputy. */
export type ProposedSeveral = { readonly made: number; readonly prepared: boolean }

/** `name`: by which it is told from the others in what is said of it. */
type Named = Proposed & { readonly name: string }

/**
 * Proposes several changes of a text, each an amendment of its own, all or none. What is wrong with one of them is told of its
 * own field: `reason-NAME`.
 */
export function proposeAmendments(
	actor: Actor,
	statement: Statement,
	standing: StandingAmendments,
	{ associationId, proposals }: { readonly associationId: AssociationId; readonly proposals: readonly Named[] },
	context: Context,
): Result<Decision<ProposedSeveral>, Rejection> {
	const may = permit(acts.proposeAmendments, actor, context.now, { statement, associationId })
	if (!may.ok) return may
	if (proposals.length === 0) return refuse({ code: 'amendmentChangesNothing', field: 'text' })
	const events: DomainEvent[] = []
	let prepared = false
	for (const [at, { name, ...proposed }] of proposals.entries()) {
		const { all, last, own, waiting } = standing
		const now = { all: all + at, last: last + at, own: own + at, waiting: waiting + at }
		const one = proposeAmendment(actor, statement, now, { ...proposed, associationId }, context)
		if (!one.ok) return refuse(ofOne(one.reason, name))
		events.push(...one.value.events)
		prepared = one.value.value.prepared
	}
	return ok({
		value: { made: events.length, prepared },
		events,
		guards: may.value.guards,
		notifications: amendmentTold(statement.id, [prepared ? associationId : null]),
	})
}

function ofOne(reason: Rejection, name: string): Rejection {
	const { code } = reason
	const isOfField = code === 'empty' || code === 'tooLong' || code === 'invalid' || code === 'amendmentChangesNothing'
	return isOfField ? { ...reason, field: `${reason.field}-${name}` } : reason
}
