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

/** What speaks against opening a ballot now. */
export type Concerns = {
	/** Nobody was asked for views. */
	readonly unasked: boolean
	/** Until when they still can be given, where that is ahead. */
	readonly runsUntil: Instant | null
	/** Who was asked, is to vote, and has said nothing. */
	readonly silent: readonly AssociationId[]
	/** Comments and amendments that nobody has answered or decided; and of these the amendments. */
	readonly unanswered: number
	readonly undecided: number
	/** What the template left to be filled in. */
	readonly placeholders: readonly string[]
}

export function concernsBefore(
	{ stage, consultationDueAt, stanced, commented, unanswered, undecided }: Heard,
	electorate: readonly { readonly associationId: AssociationId }[],
	blocks: readonly BlockVersion[],
	now: Instant,
): Concerns {
	const unasked = stage === 'drafting'
	const heard = new Set([...stanced, ...commented])
	const ids = electorate.map(({ associationId }) => associationId)
	return {
		unasked,
		runsUntil: !unasked && consultationDueAt !== null && now < consultationDueAt ? consultationDueAt : null,
		silent: unasked ? [] : ids.filter((id) => !heard.has(id)),
		unanswered: unanswered + undecided,
		undecided,
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
