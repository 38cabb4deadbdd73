import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { olderQuery } from '#db/publication/load-older.ts'
import { documentQuery } from '#db/publication/load-outcomes.ts'
import type { DecisionDocumentId, Instant, OlderId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as rules from '#domain/publication/older-outcomes.ts'
import type { OutcomesRead } from '#domain/publication/outcomes.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type Read = OutcomesRead & { readonly olderId: OlderId }

/** Records what a document tells of the positions of a statement from before Samsvar was used. */
export function recordOlderOutcomes(
	deps: Deps,
	order: Order<Read>,
): Outcome<{ readonly documentId: DecisionDocumentId }> {
	return perform(deps, {
		act: acts.recordOlderOutcomes,
		order,
		needs: (now) => followed(order, now),
		streams: () => ownStreams(order),
		decide: (actor, { coalition, older }, context) =>
			rules.recordOlderOutcomes(actor, { older, members: coalition.associations }, order.command, context),
	})
}

/** Records anew what one of its documents tells. */
export function correctOlderOutcomes(
	deps: Deps,
	order: Order<Read & { readonly documentId: DecisionDocumentId }>,
): Outcome<null> {
	const { olderId, documentId } = order.command
	return perform(deps, {
		act: acts.correctOlderOutcomes,
		order,
		needs: (now) => ({ ...followed(order, now), before: documentQuery(olderId, documentId) }),
		streams: () => ownStreams(order),
		decide: (actor, { coalition, older, before }, context) =>
			rules.correctOlderOutcomes(actor, { older, members: coalition.associations }, before, order.command, context),
	})
}

const followed = ({ coalition, command: { olderId } }: Order<Read>, now: Instant) => ({
	coalition: coalitionQuery(coalition, now),
	older: olderQuery(coalition, olderId),
})

/** Its text, too: what is recorded of a position is of the position as it stands. */
const ownStreams = ({ command: { olderId } }: Order<Read>) => [streams.older(olderId), streams.outcomes(olderId)]
