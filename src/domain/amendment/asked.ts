import type { BallotId, ConsensusListId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** Where the associations are asked about an amendment. Until that is over its words stand as they were asked about. */
export type Asked =
	| { readonly kind: 'ballot'; readonly ballotId: BallotId; readonly secret: boolean }
	| { readonly kind: 'list'; readonly listId: ConsensusListId }

/** Refuses what would change or decide an amendment that associations are being asked about. */
export function notAsked({ asked }: { readonly asked: Asked | null }): Result<null, Rejection> {
	return asked === null ? ok(null) : refuse({ code: 'amendmentAsked', asked })
}

/**
 * Refuses to say who stands behind an amendment while it is voted on in secret. That is how they vote, and with what it comes to it tells how
 * the others did.
 */
export function tellsNoVote({ asked }: { readonly asked: Asked | null }): Result<null, Rejection> {
	return asked?.kind === 'ballot' && asked.secret ? refuse({ code: 'tellsVote' }) : ok(null)
}
