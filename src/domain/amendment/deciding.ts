import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { AmendmentVersionId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { NOTE_LIMIT, optionalText, requiredText } from '#domain/kernel/text.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { acts } from './acts.ts'
import { type Amendment, amendmentTold, inState, onAmendment } from './amendment.ts'
import { notAsked } from './asked.ts'
import type { Overtaken } from './overtaken.ts'
import { speaksFor } from './proposing.ts'
import { standingBehind } from './standing-behind.ts'
import { AMENDMENT_OUTCOMES, type AmendmentOutcome } from './state.ts'

export type DecideAmendment = {
	/** The words that were read. */
	readonly versionId: AmendmentVersionId
	readonly outcome: AmendmentOutcome
	/** Why it is rejected, or what is changed in it. May be empty where it is adopted as it is. */
	readonly note: string
}

/**
 * Notes what becomes of an amendment, in the words that were read: nobody else's words are changed by it. All that stand behind it
 * are told. Where whoever decides speaks for one of them, that is said. `overtaken`: what associations rejected because they preferred it:
 * then nobody but they, or its makers, lets it fall.
 */
export function decideAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ versionId, outcome, note }: DecideAmendment,
	{ now }: Context,
	overtaken: Overtaken,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.decideAmendment, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	if (amendment.state === 'prepared') return refuse({ code: 'notFound' })
	const there = inState(amendment, ['open'], versionId)
	if (!there.ok) return there
	const free = notAsked(amendment)
	if (!free.ok) return free
	if (outcome !== 'adopted' && overtaken.length > 0) return refuse({ code: 'preferredInBallot' })
	const said = outcome === 'adopted' ? optionalText('note', note, NOTE_LIMIT) : requiredText('note', note, NOTE_LIMIT)
	if (!said.ok) return said
	const behind = standingBehind(amendment)
	const own = behind.some((associationId) => speaksFor(actor, associationId, now))
	const payload = { amendmentId: amendment.id, versionId, outcome, note: said.value, own }
	return ok({
		value: null,
		events: [onAmendment(amendment, { type: 'amendmentDecided', payload })],
		guards: may.value.guards,
		// The chair learns what the secretary decided.
		notifications: amendmentTold(statement.id, may.value.seat.role === 'secretary' ? [null, ...behind] : behind),
	})
}

/** Takes back what was decided, unless associations decided it; the amendment is open again. */
export function reopenAmendment(
	actor: Actor,
	statement: Statement,
	amendment: Amendment,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.reopenAmendment, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	if (amendment.state === 'prepared') return refuse({ code: 'notFound' })
	const there = inState(amendment, AMENDMENT_OUTCOMES)
	if (!there.ok) return there
	if (amendment.decidedIn !== null) return refuse({ code: 'decidedByBallot', ballotId: amendment.decidedIn })
	if (amendment.adoptedBy !== null) return refuse({ code: 'adoptedByList' })
	return ok({
		value: null,
		events: [onAmendment(amendment, { type: 'amendmentReopened', payload: { amendmentId: amendment.id } })],
		guards: may.value.guards,
		notifications: amendmentTold(statement.id, standingBehind(amendment)),
	})
}
