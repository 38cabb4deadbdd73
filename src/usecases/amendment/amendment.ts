import { amendmentQuery, standingAmendmentsQuery, threadQuery } from '#db/amendment/load-amendments.ts'
import { overtakenQuery, streamsOfOvertaken } from '#db/amendment/load-overtaken.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { versionsQuery } from '#db/statement/load-text.ts'
import { acts } from '#domain/amendment/acts.ts'
import type { Amendment } from '#domain/amendment/amendment.ts'
import {
	type DecideAmendment,
	decideAmendment as decideOutcome,
	reopenAmendment as decideReopening,
} from '#domain/amendment/deciding.ts'
import { joinAmendment as decideJoining, leaveAmendment as decideLeaving } from '#domain/amendment/joining.ts'
import type { Overtaken } from '#domain/amendment/overtaken.ts'
import {
	changeAmendment as decideChange,
	proposeAmendment as decideProposal,
	putForwardAmendment as decidePuttingForward,
	withdrawAmendment as decideWithdrawal,
	type Proposed,
} from '#domain/amendment/proposing.ts'
import { type Want, wantedFrom } from '#domain/amendment/want.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BlockVersionId,
	CommentId,
	StatementId,
} from '#domain/kernel/id.ts'
import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { type Decide, type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type ProposedText = {
	/** The stretch as it was read, by its versions. */
	readonly seen: readonly BlockVersionId[]
	readonly want: Want
	readonly reason: string
}

/** Null: the text never had one of the versions. */
function proposedOf({ seen, want, reason }: ProposedText, versions: readonly BlockVersion[]): Proposed | null {
	return versions.length < seen.length ? null : { seen: versions, wanted: wantedFrom(versions, want), reason }
}

/** Stands for what was not there while it is asked who asks: so that what is asked for tells a stranger nothing. */
const UNKNOWN: Proposed = { seen: [], wanted: [], reason: '' }
/** Refusals that come before what was proposed is looked at. */
const OF_WHO_ASKS: readonly RejectionCode[] = ['notFound', 'notAllowed', 'wrongStage', 'amendmentState']

function unlessUnknown<Value>(proposed: Proposed | null, decided: Result<Value, Rejection>): Result<Value, Rejection> {
	if (proposed !== null || (!decided.ok && OF_WHO_ASKS.includes(decided.reason.code))) return decided
	return refuse({ code: 'blockGone' })
}

/** Proposes, in the name of an association, that a stretch of the text becomes another. */
export function proposeAmendment(
	deps: Deps,
	order: Order<
		ProposedText & {
			readonly statementId: StatementId
			readonly associationId: AssociationId
			/** The comment that it is made of, by what began its thread. */
			readonly commentId?: CommentId | null
		}
	>,
): Outcome<{ readonly amendmentId: AmendmentId; readonly prepared: boolean }> {
	const { statementId, associationId, seen, commentId = null } = order.command
	return perform(deps, {
		act: acts.proposeAmendment,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			standing: standingAmendmentsQuery(statementId, { associationId }),
			versions: versionsQuery(statementId, seen),
			thread: threadQuery(statementId, commentId),
		}),
		// The amendment's own stream begins with what becomes of it.
		streams: () => [streams.amendments(statementId)],
		decide: (actor, { statement, standing, versions, thread }, context) => {
			const proposed = proposedOf(order.command, versions)
			const command = { ...(proposed ?? UNKNOWN), associationId, commentId }
			const decided = unlessUnknown(proposed, decideProposal(actor, statement, standing, command, context))
			return decided.ok && commentId !== null && thread === null ? refuse({ code: 'notFound' }) : decided
		},
	})
}

type OnAmendment<Command> = Order<Command & { readonly statementId: StatementId; readonly amendmentId: AmendmentId }>

/** Puts forward what was prepared. */
export function putForwardAmendment(
	deps: Deps,
	order: OnAmendment<{ readonly versionId: AmendmentVersionId }>,
): Outcome<null> {
	const { statementId, amendmentId } = order.command
	return perform(deps, {
		act: acts.putForwardAmendment,
		order,
		needs: needed(order),
		load: () => ({ standing: standingAmendmentsQuery(statementId, { amendmentId }) }),
		streams: () => [streams.amendment(amendmentId)],
		decide: (actor, { statement, amendment, standing }, context) =>
			decidePuttingForward(actor, statement, amendment, standing, order.command, context),
	})
}

/** Words an amendment anew. */
export function changeAmendment(
	deps: Deps,
	order: OnAmendment<ProposedText & { readonly versionId: AmendmentVersionId }>,
): Outcome<null> {
	const { statementId, versionId, seen } = order.command
	return perform(deps, {
		act: acts.changeAmendment,
		order,
		latestCounts: true,
		needs: needed(order),
		load: () => ({
			versions: versionsQuery(statementId, seen),
			overtaken: overtakenQuery(statementId, [order.command.amendmentId]),
		}),
		streams: () => streamsOf(order),
		decide: (actor, { statement, amendment, versions, overtaken }, context) => {
			const proposed = proposedOf(order.command, versions)
			const command = { ...(proposed ?? UNKNOWN), versionId }
			return unlessUnknown(proposed, decideChange(actor, statement, amendment, command, context, overtaken))
		},
	})
}

export function withdrawAmendment(deps: Deps, order: OnAmendment<object>): Outcome<null> {
	return act(deps, acts.withdrawAmendment, order, (actor, { statement, amendment, overtaken }, context) =>
		decideWithdrawal(actor, statement, amendment, context, overtaken),
	)
}

/** An association stands behind another's amendment. */
export function joinAmendment(
	deps: Deps,
	order: OnAmendment<{ readonly associationId: AssociationId; readonly versionId: AmendmentVersionId }>,
): Outcome<null> {
	return act(deps, acts.joinAmendment, order, (actor, { statement, amendment }, context) =>
		decideJoining(actor, statement, amendment, order.command, context),
	)
}

export function leaveAmendment(
	deps: Deps,
	order: OnAmendment<{ readonly associationId: AssociationId }>,
): Outcome<null> {
	return act(deps, acts.leaveAmendment, order, (actor, { statement, amendment }, context) =>
		decideLeaving(actor, statement, amendment, order.command, context),
	)
}

/** Notes what becomes of an amendment. */
export function decideAmendment(deps: Deps, order: OnAmendment<DecideAmendment>): Outcome<null> {
	return act(deps, acts.decideAmendment, order, (actor, { statement, amendment, overtaken }, context) =>
		decideOutcome(actor, statement, amendment, order.command, context, overtaken),
	)
}

export function reopenAmendment(deps: Deps, order: OnAmendment<object>): Outcome<null> {
	return act(deps, acts.reopenAmendment, order, (actor, { statement, amendment }, context) =>
		decideReopening(actor, statement, amendment, context),
	)
}

const needed = ({ coalition, command }: OnAmendment<object>) => ({
	statement: statementQuery(coalition, command.statementId),
	amendment: amendmentQuery(command.statementId, command.amendmentId),
})

/**
 * Its own; those of what fell before it, which are open again with it; and that of the lists, so that nothing becomes of it that was not
 * asked about when it was put on one.
 */
const streamsOf = ({ command: { statementId, amendmentId } }: OnAmendment<object>) => [
	streams.amendment(amendmentId),
	streamsOfOvertaken(statementId, [amendmentId]),
	streams.consensusLists(statementId),
]

function act(
	deps: Deps,
	declared: DeclaredAct,
	order: OnAmendment<object>,
	decide: Decide<{ readonly statement: Statement; readonly amendment: Amendment; readonly overtaken: Overtaken }, null>,
): Outcome<null> {
	return perform(deps, {
		act: declared,
		order,
		latestCounts: true,
		needs: needed(order),
		load: () => ({ overtaken: overtakenQuery(order.command.statementId, [order.command.amendmentId]) }),
		streams: () => streamsOf(order),
		decide,
	})
}
