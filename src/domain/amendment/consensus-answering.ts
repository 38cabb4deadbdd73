import { mayVoteFor } from '#domain/deciding/entitled.ts'
import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentId, AssociationId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText } from '#domain/kernel/text.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { stillAsks } from './consensus-asking.ts'
import type { ConsensusList, Objection } from './consensus-list.ts'

/** What a form says of an amendment on the list. */
export type SaidOfListed = {
	readonly amendmentId: AmendmentId
	readonly objects: boolean
	/** All read it. Whoever objects need not say why. */
	readonly reason: string
}

/** The fields of a form in which that is said. */
export const objectsField = (id: AmendmentId): string => `objects-${id}`
export const reasonField = (id: AmendmentId): string => `reason-${id}`

export type AnswerConsensusList = {
	readonly associationId: AssociationId
	/** Of those that are not named, the association agrees to each. */
	readonly said: readonly SaidOfListed[]
}

/**
 * Says for an association which of the amendments it objects to, or that it objects to none. From a seat it had when it was asked; the
 * latest answer counts, all of it, until the time is up.
 */
export function answerConsensusList(
	actor: Actor,
	list: ConsensusList,
	{ associationId, said }: AnswerConsensusList,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const asked = { opensAt: list.openedAt, bylaws: list.bylaws }
	const may = mayVoteFor(acts.answerConsensusList, actor, asked, associationId, now)
	if (!may.ok) return may
	if (!list.electorate.some((elector) => elector.associationId === associationId))
		return refuse({ code: 'notInElectorate' })
	const asks = stillAsks(list, now)
	if (!asks.ok) return asks
	const current = list.answers.find((each) => each.associationId === associationId)
	if (may.value.seat.role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasSpoken' })
	const objections = objectionsIn(list, said)
	if (!objections.ok) return objections
	return ok({
		value: null,
		events: [
			{
				type: 'consensusListAnswered',
				stream: streams.consensusAnswer(list.id, associationId),
				statementId: list.statementId,
				payload: { listId: list.id, associationId, objections: objections.value },
			},
		],
		guards: [...may.value.guards, { kind: 'listAsks', listId: list.id, now }],
	})
}

/** In the order of the list. Who wrote why they object and did not say that they do is asked, so that it is not lost. */
function objectionsIn(
	{ items }: ConsensusList,
	said: readonly SaidOfListed[],
): Result<readonly Objection[], Rejection> {
	const named = new Map(said.map((each) => [each.amendmentId, each]))
	const listed = new Set(items.map(({ amendmentId }) => amendmentId))
	if ([...named.keys()].some((id) => !listed.has(id))) return refuse({ code: 'notFound' })
	const unsaid = [...named.values()].find(({ objects, reason }) => !objects && reason.trim() !== '')
	if (unsaid) return refuse({ code: 'reasonWithoutObjection', field: objectsField(unsaid.amendmentId) })
	const objections: Objection[] = []
	for (const { amendmentId } of items) {
		const each = named.get(amendmentId)
		if (!each?.objects) continue
		const reason = optionalText(reasonField(amendmentId), each.reason, NOTE_LIMIT)
		if (!reason.ok) return reason
		objections.push({ amendmentId, reason: reason.value })
	}
	return ok(objections)
}
