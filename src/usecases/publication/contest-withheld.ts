import {
	electorateQuery,
	publicationQuery,
	withheldContestQuery,
	withheldQuery,
} from '#db/publication/load-publication.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as rules from '#domain/publication/contesting-withheld.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

type InName<Command> = Order<Command & { readonly statementId: StatementId; readonly associationId: AssociationId }>

/** Says that an association does not agree that something is withheld of a published text. */
export function contestWithheld(deps: Deps, order: InName<{ readonly reason: string }>): Outcome<null> {
	return perform(deps, {
		act: acts.contestWithheld,
		order,
		...saidOf(order),
		decide: (actor, { published, ...said }, context) =>
			rules.contestWithheld(actor, { ...published, ...said }, order.command, context),
	})
}

/** Takes that back. */
export function takeBackWithheldContest(deps: Deps, order: InName<object>): Outcome<null> {
	return perform(deps, {
		act: acts.takeBackWithheldContest,
		order,
		...saidOf(order),
		decide: (actor, { published, current }, context) =>
			rules.takeBackWithheldContest(actor, { ...published, current }, order.command, context),
	})
}

function saidOf({ coalition, command: { statementId, associationId } }: InName<object>) {
	return {
		needs: { published: publicationQuery(coalition, statementId) },
		load: () => ({
			electorate: electorateQuery(statementId),
			withheld: withheldQuery(statementId),
			current: withheldContestQuery(statementId, associationId),
		}),
		streams: () => [streams.withheldContest(statementId, associationId)],
	}
}
