import type { Context } from '#domain/kernel/context.ts'
import type { Decision } from '#domain/kernel/decision.ts'
import type { ActId, BlockId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { permit } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { rewrite } from '#domain/statement/rewrite.ts'
import { type Sides, wantedAgain } from '#domain/statement/text-history.ts'
import { acts } from './acts.ts'
import { type Amendment, amendmentTold, onAmendment } from './amendment.ts'
import type { BeforeMerging } from './facts.ts'
import { standingBehind } from './standing-behind.ts'

/** An act that merged amendments, and what has come since. */
export type Merging = {
	readonly actId: ActId
	readonly isUndone: boolean
	readonly amendments: readonly (Pick<Amendment, 'id' | 'statementId' | 'associationId' | 'joined'> & {
		readonly before: BeforeMerging
	})[]
	/** Something became of one of them since; the text went to the associations, or came back from them. */
	readonly decidedSince: boolean
	readonly movedSince: boolean
	/** Somebody took a stance on words that it wrote, said something about them, or proposed to change them. */
	readonly saidSince: boolean
}

/** What is known of the text. `sides`: before and after that act; null where it changed nothing. `position`: how far the log had come. */
export type KnownOfMerging = {
	readonly merging: Merging
	readonly sides: Sides | null
	readonly judged: readonly BlockId[]
	readonly position: number
}

/**
 * Takes what an act merged out of the text again, and gives each amendment what it was; as long as nothing rests on it. Something does
 * when the parts were written in since, when somebody has said something about these words, when one of the amendments was decided
 * anew, or when the text has gone to the associations or come back since. What was written in other parts stays.
 */
export function undoMerging(
	actor: Actor,
	draft: Draft,
	{ merging, sides, judged, position }: KnownOfMerging,
	{ now, newId }: Context,
): Result<Decision<null>, Rejection> {
	const { statement } = draft
	const may = permit(acts.undoMerging, actor, now, { statement, associationId: null })
	if (!may.ok) return may
	if (merging.isUndone) return ok({ value: null, events: [], guards: [] })
	if (merging.movedSince) return refuse({ code: 'mergingRests', on: 'stage' })
	if (merging.decidedSince) return refuse({ code: 'mergingRests', on: 'amendments' })
	if (merging.saidSince) return refuse({ code: 'mergingRests', on: 'said' })
	const { before, after } = sides ?? { before: [], after: [] }
	const written = rewrite(draft, { how: 'unmerged', seen: after, wanted: wantedAgain(before) }, judged, newId)
	if (!written.ok) {
		const { code } = written.reason
		if (code === 'partsChanged') return refuse({ code: 'mergingRests', on: 'text' })
		return code === 'losesPlace' ? refuse({ code: 'mergingRests', on: 'said' }) : written
	}
	const { events, guards } = written.value
	const facts = merging.amendments.map((amendment) =>
		onAmendment(amendment, {
			type: 'amendmentUnmerged',
			payload: { amendmentId: amendment.id, mergedBy: merging.actId, before: amendment.before },
		}),
	)
	const behind = merging.amendments.flatMap(standingBehind)
	return ok({
		value: null,
		events: [...events, ...facts],
		// Whatever is said of the text meanwhile may rest on it.
		guards: [...may.value.guards, ...guards, { kind: 'unchangedSince', statementId: statement.id, position }],
		notifications: amendmentTold(statement.id, may.value.seat.role === 'secretary' ? [null, ...behind] : behind),
	})
}
