import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames } from '#db/load-log.ts'
import { olderContestQuery, olderQuery, yearTakenQuery } from '#db/publication/load-older.ts'
import { olderWordsQuery, streamsOfOlderWords } from '#db/publication/load-older-contests.ts'
import { documentsQuery } from '#db/publication/load-outcomes.ts'
import type { AssociationId, OlderId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as contesting from '#domain/publication/contesting-older.ts'
import * as rules from '#domain/publication/importing.ts'
import type { OlderContent, OlderNumber } from '#domain/publication/older.ts'
import type { FileDeps } from '#usecases/inquiry/bring-files.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { savedFiles } from './older-files.ts'

/** Brings in a statement from before Samsvar was used. Its files are kept already. */
export function importOlder(
	deps: FileDeps,
	order: Order<OlderNumber & { readonly content: OlderContent }>,
): Outcome<rules.Brought> {
	const { year, content } = order.command
	return perform(deps, {
		act: acts.importOlder,
		order,
		needs: (now) => ({ coalition: coalitionQuery(order.coalition, now) }),
		load: () => ({
			taken: yearTakenQuery(order.coalition, year),
			contests: olderWordsQuery(order.coalition),
		}),
		streams: () => [streamNames.series(order.coalition, year), streamsOfOlderWords(order.coalition)],
		decide: async (actor, { coalition, ...known }, context) => {
			const decided = rules.importOlder(actor, coalition, known, order.command, context)
			return decided.ok ? ((await savedFiles(deps, coalition.id, content.files)) ?? decided) : decided
		},
	})
}

type OnOlder<Command> = Order<Command & { readonly olderId: OlderId }>

/** Says anew what is known of one. */
export function correctOlder(
	deps: FileDeps,
	order: OnOlder<{ readonly content: OlderContent; readonly reason: string }>,
): Outcome<null> {
	const { olderId, content } = order.command
	return perform(deps, {
		act: acts.correctOlder,
		order,
		needs: (now) => ({ coalition: coalitionQuery(order.coalition, now), older: olderQuery(order.coalition, olderId) }),
		load: () => ({
			documents: documentsQuery(olderId),
			contests: olderWordsQuery(order.coalition),
		}),
		streams: () => [streams.older(olderId), streams.outcomes(olderId), streamsOfOlderWords(order.coalition)],
		decide: async (actor, { coalition, older, ...known }, context) => {
			const about = { ...known, members: coalition.associations }
			const decided = rules.correctOlder(actor, older, about, order.command, context)
			return decided.ok ? ((await savedFiles(deps, coalition.id, content.files)) ?? decided) : decided
		},
	})
}

/** Takes one away. */
export function removeOlder(deps: Deps, order: OnOlder<{ readonly reason: string }>): Outcome<null> {
	const { olderId } = order.command
	return perform(deps, {
		act: acts.removeOlder,
		order,
		needs: (now) => ({ coalition: coalitionQuery(order.coalition, now), older: olderQuery(order.coalition, olderId) }),
		streams: () => [streams.older(olderId)],
		decide: (actor, { coalition, older }, context) =>
			rules.removeOlder(actor, older, coalition.associations, order.command, context),
	})
}

type InName<Command> = OnOlder<Command & { readonly associationId: AssociationId }>

/** Says that an association does not know of one. */
export function contestOlder(deps: Deps, order: InName<{ readonly reason: string }>): Outcome<null> {
	return perform(deps, {
		act: acts.contestOlder,
		order,
		...saidOf(order),
		decide: (actor, said, context) => contesting.contestOlder(actor, said, order.command, context),
	})
}

/** Takes that back. */
export function takeBackOlderContest(deps: Deps, order: InName<object>): Outcome<null> {
	return perform(deps, {
		act: acts.takeBackOlderContest,
		order,
		...saidOf(order),
		decide: (actor, said, context) => contesting.takeBackOlderContest(actor, said, order.command, context),
	})
}

function saidOf({ coalition, command: { olderId, associationId } }: InName<object>) {
	return {
		needs: { older: olderQuery(coalition, olderId) },
		load: () => ({ current: olderContestQuery({ olderId, associationId }) }),
		// Corrected or taken away meanwhile, it is looked at anew.
		streams: () => [streams.older(olderId), streams.olderContest(olderId, associationId)],
	}
}
