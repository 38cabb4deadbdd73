import type { Stretch } from '#domain/amendment/carrying.ts'
import { denialsAllowed } from '#domain/amendment/denials-allowed.ts'
import { isInText, type MergedIn } from '#domain/amendment/in-text.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { placeholdersIn } from '#domain/statement/placeholders.ts'
import type { Stage } from '#domain/statement/statement.ts'

/** What associations have said of a text before it is put to a ballot. */
export type Heard = {
	readonly stage: Stage
	readonly consultationDueAt: Instant | null
	/** Associations that have taken a stance, and that have commented. */
	readonly stanced: readonly AssociationId[]
	readonly commented: readonly AssociationId[]
	/** How many comments wait for an answer, and how many amendments to be decided. */
	readonly unanswered: number
	readonly undecided: number
}

/** An amendment that was adopted as it is, and how it came into the text: with changes too, where associations adopted it. */
export type AdoptedAmendment = Stretch & {
	readonly number: number
	readonly merged: MergedIn
	/** Whether associations adopted it, in a ballot or from a list; and when it was. */
	readonly byAssociations: boolean
	readonly decidedAt: Instant | null
}

/** What speaks against opening a ballot now. */
export type Concerns = {
	/** Nobody was asked for views. */
	readonly unasked: boolean
	/** Until when they still can be given, where that is ahead. */
	readonly runsUntil: Instant | null
	/** Who was asked, is to vote, and has said nothing. */
	readonly silent: readonly AssociationId[]
	/** Comments and amendments that nobody has answered, decided or put into the text; of these the amendments that are not decided. */
	readonly unanswered: number
	readonly undecided: number
	/** The amendments that were adopted as they are and are not in the text, by their numbers. */
	readonly leftOut: readonly number[]
	/** What the template left to be filled in. */
	readonly placeholders: readonly string[]
}

export function concernsBefore(
	{ stage, consultationDueAt, stanced, commented, unanswered, undecided }: Heard,
	electorate: readonly { readonly associationId: AssociationId }[],
	{ blocks, adopted }: { readonly blocks: readonly BlockVersion[]; readonly adopted: readonly AdoptedAmendment[] },
	now: Instant,
): Concerns {
	const allowed = denialsAllowed(adopted)
	const leftOut = adopted
		.filter((each) => each.merged?.outcome !== 'adoptedWithChanges' && !isInText(each, blocks, allowed))
		.map(({ number }) => number)
	const unasked = stage === 'drafting'
	const heard = new Set([...stanced, ...commented])
	const ids = electorate.map(({ associationId }) => associationId)
	return {
		unasked,
		runsUntil: !unasked && consultationDueAt !== null && now < consultationDueAt ? consultationDueAt : null,
		silent: unasked ? [] : ids.filter((id) => !heard.has(id)),
		unanswered: unanswered + undecided + leftOut.length,
		undecided,
		leftOut,
		placeholders: placeholdersIn(blocks.map(({ content }) => content)),
	}
}

export const isConcerned = ({ unasked, runsUntil, silent, unanswered, placeholders }: Concerns): boolean =>
	unasked || runsUntil !== null || silent.length + unanswered + placeholders.length > 0

/** What the chair was shown and said yes to; of the text itself its hash tells. Null: did not say yes. */
export type Confirmed = { readonly silent: readonly AssociationId[]; readonly unanswered: number } | null

/** Refuses what speaks against the ballot and was not said yes to: not at all, or before it was as much. */
export function confirmsConcerns(concerns: Concerns, confirmed: Confirmed): Result<null, Rejection> {
	if (!isConcerned(concerns)) return ok(null)
	const shown = new Set(confirmed?.silent)
	const more = concerns.unanswered > (confirmed?.unanswered ?? 0) || concerns.silent.some((id) => !shown.has(id))
	return confirmed === null || more ? refuse({ code: 'notConfirmed' }) : ok(null)
}
