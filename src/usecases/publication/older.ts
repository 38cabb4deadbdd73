import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { streamNames } from '#db/load-log.ts'
import { olderContestQuery, olderQuery, yearTakenQuery } from '#db/publication/load-older.ts'
import { documentsQuery } from '#db/publication/load-outcomes.ts'
import type { FileFacts } from '#domain/inquiry/file.ts'
import type { AssociationId, CoalitionId, OlderId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as contesting from '#domain/publication/contesting-older.ts'
import * as rules from '#domain/publication/importing.ts'
import type { OlderContent, OlderNumber } from '#domain/publication/older.ts'
import { type BroughtFile, type FileDeps, keepFiles, type Opener, openBrought } from '#usecases/inquiry/bring-files.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** Keeps files that are to be part of an older statement, before anything names them, and says what was read in them. */
export async function keepOlderFiles(
	deps: FileDeps,
	order: Order<{ readonly open: Opener<readonly BroughtFile[]> }>,
): Promise<Result<readonly (FileFacts & Pick<BroughtFile, 'text'>)[], Rejection>> {
	const opened = await openBrought(deps, acts.importOlder, order, { asFiles: true })
	if (!opened.ok) return opened
	return ok(await keepFiles(deps, opened.value.coalitionId, opened.value.brought))
}

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
		load: () => ({ taken: yearTakenQuery(order.coalition, year) }),
		streams: () => [streamNames.series(order.coalition, year)],
		decide: async (actor, { coalition, taken }, context) => {
			const decided = rules.importOlder(actor, coalition, taken, order.command, context)
			return decided.ok ? ((await filesGone(deps, coalition.id, content.files)) ?? decided) : decided
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
		load: () => ({ documents: documentsQuery(olderId) }),
		streams: () => [streams.older(olderId), streams.outcomes(olderId)],
		decide: async (actor, { coalition, older, documents }, context) => {
			const known = { members: coalition.associations, documents }
			const decided = rules.correctOlder(actor, older, known, order.command, context)
			return decided.ok ? ((await filesGone(deps, coalition.id, content.files)) ?? decided) : decided
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

/** Refuses files that do not lie with the coalition's, each as large as is said: what a form brings back is not taken on its word. */
async function filesGone({ files }: FileDeps, coalitionId: CoalitionId, named: readonly FileFacts[]) {
	for (const { sha256, size } of named) {
		const found = /^[0-9a-f]{64}$/.test(sha256) ? await files?.get({ coalitionId, sha256 }) : null
		await found?.body.cancel()
		if (found?.size !== size) return refuse({ code: 'fileGone' as const, field: 'file' as const })
	}
	return null
}
