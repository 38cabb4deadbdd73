import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentVersionId, AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Amendment, inState, onAmendment } from './amendment.ts'
import { tellsNoVote } from './asked.ts'
import { refusedTo } from './proposing.ts'

/** An association stands behind another's amendment, in the words that were read. One that joined earlier words may join these. */
export function joinAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ associationId, versionId }: { readonly associationId: AssociationId; readonly versionId: AmendmentVersionId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.joinAmendment, actor, now, { statement, associationId })
	if (!may.ok) return refusedTo(actor, amendment, may.reason, now)
	if (amendment.state === 'prepared') return refuse({ code: 'notFound' })
	if (associationId === amendment.associationId) return refuse({ code: 'ownAmendment' })
	const there = inState(amendment, ['open'], versionId)
	if (!there.ok) return there
	const before = amendment.joined.find((each) => each.associationId === associationId)
	if (before?.versionId === versionId) return ok({ value: null, events: [], guards: [] })
	const free = tellsNoVote(amendment)
	if (!free.ok) return free
	const payload = { amendmentId: amendment.id, versionId, associationId }
	return ok({
		value: null,
		events: [onAmendment(amendment, { type: 'amendmentJoined', payload })],
		guards: may.value.guards,
	})
}

/** It stands behind the amendment no more. */
export function leaveAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ associationId }: { readonly associationId: AssociationId },
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.leaveAmendment, actor, now, { statement, associationId })
	if (!may.ok) return refusedTo(actor, amendment, may.reason, now)
	if (amendment.state === 'prepared') return refuse({ code: 'notFound' })
	const there = inState(amendment, ['open'])
	if (!there.ok) return there
	if (!amendment.joined.some((each) => each.associationId === associationId))
		return ok({ value: null, events: [], guards: [] })
	const free = tellsNoVote(amendment)
	if (!free.ok) return free
	const payload = { amendmentId: amendment.id, associationId }
	return ok({
		value: null,
		events: [onAmendment(amendment, { type: 'amendmentLeft', payload })],
		guards: may.value.guards,
	})
}
