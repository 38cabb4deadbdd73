import { standingAmendmentsQuery } from '#db/amendment/load-amendments.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import { versionsQuery } from '#db/statement/load-text.ts'
import { acts } from '#domain/amendment/acts.ts'
import { changesApart, namesOf } from '#domain/amendment/apart.ts'
import { proposeAmendments as decideProposals, type ProposedSeveral } from '#domain/amendment/several.ts'
import { type WantedText, wantedFrom } from '#domain/amendment/want.ts'
import type { AssociationId, BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type ProposeAmendmentsCommand = {
	readonly statementId: StatementId
	readonly associationId: AssociationId
	/** The text, or the stretch of it that holds all that was changed, as it was read, by its versions. */
	readonly seen: readonly BlockVersionId[]
	readonly want: WantedText
	/** Of each change, by its name (`namesOf`). */
	readonly reasons: Readonly<Record<string, string>>
}

/** Proposes, in the name of an association, what was changed in a text: each change an amendment of its own. */
export function proposeAmendments(deps: Deps, order: Order<ProposeAmendmentsCommand>): Outcome<ProposedSeveral> {
	const { statementId, associationId, seen, want, reasons } = order.command
	return perform(deps, {
		act: acts.proposeAmendments,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			standing: standingAmendmentsQuery(statementId, { associationId }),
			versions: versionsQuery(statementId, seen),
		}),
		streams: () => [streams.amendments(statementId)],
		decide: (actor, { statement, standing, versions }, context) => {
			const changes = changesApart(versions, wantedFrom(versions, want))
			const names = namesOf(changes)
			const proposals = changes.map((stretch, at) => {
				const name = names[at] ?? ''
				return { ...stretch, name, reason: reasons[name] ?? '' }
			})
			const decided = decideProposals(actor, statement, standing, { associationId, proposals }, context)
			// Who they are comes first, so that what is asked for tells a stranger nothing.
			return decided.ok && versions.length < seen.length ? refuse({ code: 'blockGone' }) : decided
		},
	})
}
