import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { acts } from '#domain/deciding/acts.ts'
import { enterMeetingDecision as enter, type MeetingDecision } from '#domain/deciding/meeting.ts'
import { type OpenBallot, openBallot as open } from '#domain/deciding/opening.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { textOf } from '#domain/publication/record.ts'
import type { Draft } from '#domain/statement/document.ts'
import { textHashOf } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

/** `textHash`: of the text the chair checked, so that another text cannot slip in; null to take it as it is. */
export type OpenBallotCommand = OpenBallot & { readonly statementId: StatementId; readonly textHash: string | null }

/** Opens the ballot on the whole text. */
export function openBallot(deps: Deps, order: Order<OpenBallotCommand>): Outcome<{ readonly ballotId: BallotId }> {
	const proposed = proposalOf(order.coalition, order.command.statementId)
	return perform(deps, {
		act: acts.openBallot,
		order,
		...proposed,
		load: () => ({ ...proposed.load(), seats: seatsQuery(order.coalition) }),
		decide: async (actor, { seats, ...loaded }, context) => {
			const proposal = await proposalFrom(loaded)
			const { textHash } = order.command
			if (textHash !== null && textHash !== proposal.textHash) return refuse({ code: 'textChanged' })
			return open(actor, { ...proposal, seats }, order.command, context)
		},
	})
}

export type EnterMeetingDecisionCommand = MeetingDecision & { readonly statementId: StatementId }

/** Enters a decision taken at a meeting. */
export function enterMeetingDecision(
	deps: Deps,
	order: Order<EnterMeetingDecisionCommand>,
): Outcome<{ readonly ballotId: BallotId }> {
	return perform(deps, {
		act: acts.enterMeetingDecision,
		order,
		...proposalOf(order.coalition, order.command.statementId),
		decide: async (actor, loaded, context) => {
			const proposal = await proposalFrom(loaded)
			return enter(actor, proposal, order.command, context, swedishDate(context.now))
		},
	})
}

const proposalOf = (coalition: string, statementId: StatementId) => ({
	needs: (now: Instant) => ({ draft: draftQuery(coalition, statementId), coalition: coalitionQuery(coalition, now) }),
	load: () => ({ position: positionQuery }),
	streams: () => [streams.statement(statementId)],
})

type LoadedProposal = { readonly draft: Draft; readonly coalition: Coalition; readonly position: number }

async function proposalFrom({ draft, coalition, position }: LoadedProposal) {
	const textHash = await textHashOf(textOf(draft.statement, draft.blocks))
	return { statement: draft.statement, blocks: draft.blocks, coalition, textHash, position }
}
