import type { Guard } from '#domain/kernel/decision.ts'
import type { CoalitionId, InquiryId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** What a statement is published with that is kept apart from it, as it stands. */
export type PublishedWith = { readonly titles: readonly string[] } & (
	| { readonly of: 'inquiry'; readonly id: InquiryId }
	| { readonly of: 'coalition'; readonly id: CoalitionId }
)

/**
 * What associations vote on and sign is published with this too, so it stands until then. `titles`: of the texts that are
 * being voted on or signed, and go with it. `fields`: those that are published. The guards hold against a ballot that opens
 * meanwhile.
 */
export function standsWithText<Field extends string>(
	{ titles, ...of }: PublishedWith,
	fields: readonly Field[],
	before: Readonly<Record<Field, string>>,
	after: Readonly<Record<Field, string>>,
): Result<readonly Guard[], Rejection> {
	const field = fields.find((each) => before[each] !== after[each])
	if (field === undefined) return ok([])
	if (titles.length > 0) return refuse({ code: 'beingDecided', field, titles })
	return ok([{ kind: 'noneFixed', ...of }])
}
