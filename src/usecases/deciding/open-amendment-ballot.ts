import { amendmentQuery } from '#db/amendment/load-amendments.ts'
import { mergeableQuery } from '#db/amendment/load-merging.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { positionQuery } from '#db/load-log.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/deciding/acts.ts'
import {
	type OpenAmendmentBallot,
	openAmendmentBallot as open,
	type Worded,
} from '#domain/deciding/opening-on-amendment.ts'
import type { AmendmentId, BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { canonical, sha256 } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type OpenAmendmentBallotCommand = OpenAmendmentBallot & {
	readonly statementId: StatementId
	readonly amendmentId: AmendmentId
}

/** Puts an amendment to a ballot. */
export function openAmendmentBallot(
	deps: Deps,
	order: Order<OpenAmendmentBallotCommand>,
): Outcome<{ readonly ballotId: BallotId }> {
	const { statementId, amendmentId, against } = order.command
	const ids = [amendmentId, ...(against ? [against.amendmentId] : [])]
	return perform(deps, {
		act: acts.openAmendmentBallot,
		order,
		needs: (now: Instant) => ({
			draft: draftQuery(order.coalition, statementId),
			coalition: coalitionQuery(order.coalition, now),
			known: amendmentQuery(statementId, amendmentId),
		}),
		load: () => ({ worded: mergeableQuery(statementId, ids), position: positionQuery }),
		// And that of the lists, so that one is not on a list and in a ballot at once.
		streams: () => [...ids.map(streams.amendment), streams.consensusLists(statementId)],
		decide: async (actor, { worded, ...loaded }, context) => {
			const amendment = worded.find(({ id }) => id === amendmentId)
			const other = worded.find(({ id }) => id === against?.amendmentId && id !== amendmentId) ?? null
			if (!amendment) return refuse({ code: 'notFound' })
			const textHash = await hashOf(other ? [amendment, other] : [amendment])
			return open(actor, { ...loaded, amendment, against: other, textHash }, order.command, context)
		},
	})
}

/** Of the words that associations vote on, and of those that they were written against. */
const hashOf = (amendments: readonly Worded[]): Promise<string> =>
	sha256(canonical(amendments.map(({ id, versionId, seen, wanted }) => ({ id, versionId, seen, wanted }))))
