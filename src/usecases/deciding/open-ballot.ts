import { openOnAmendmentsQuery } from '#db/amendment/load-asked.ts'
import { standingListQuery } from '#db/amendment/load-listed.ts'
import { adoptedQuery } from '#db/amendment/load-merging.ts'
import { preferredQuery } from '#db/amendment/load-overtaken.ts'
import { coalitionQuery } from '#db/coalition/load-coalition.ts'
import { heardQuery } from '#db/deciding/load-heard.ts'
import { positionQuery } from '#db/load-log.ts'
import { seatsQuery } from '#db/members/load-actor.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { StandingList } from '#domain/amendment/consensus-list.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { electorateOf } from '#domain/coalition/in-force.ts'
import { acts } from '#domain/deciding/acts.ts'
import { type Confirmed, concernsBefore, confirmsConcerns } from '#domain/deciding/before-ballot.ts'
import { heedsAmendments } from '#domain/deciding/heeding.ts'
import { enterMeetingDecision as enter, type MeetingDecision } from '#domain/deciding/meeting.ts'
import { type OpenBallot, openBallot as open } from '#domain/deciding/opening.ts'
import type { Proposal } from '#domain/deciding/proposal.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { BallotId, Instant, StatementId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { textOf } from '#domain/publication/record.ts'
import type { Draft } from '#domain/statement/draft.ts'
import { type NewSalt, saltsFor } from '#domain/statement/salts.ts'
import { draftHashOf } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { textHashOf } from '#usecases/sealing.ts'

/** `textHash`: the draft's, of the text the chair checked, so that another cannot slip in; null to take it as it is. */
export type OpenBallotCommand = OpenBallot & {
	readonly statementId: StatementId
	readonly textHash: string | null
	/** What the chair said yes to; left out by programs, which are not shown what speaks against it. */
	readonly confirmed?: Confirmed
}

/** Opens the ballot on the whole text. */
export function openBallot(deps: Deps, order: Order<OpenBallotCommand>): Outcome<{ readonly ballotId: BallotId }> {
	const proposed = proposalOf(order.coalition, order.command.statementId)
	return perform(deps, {
		act: acts.openBallot,
		order,
		...proposed,
		load: () => ({
			...proposed.load(),
			seats: seatsQuery(order.coalition),
			heard: heardQuery(order.command.statementId),
		}),
		decide: async (actor, { seats, heard, adopted, preferred, open: others, ...loaded }, context) => {
			const { textHash, confirmed } = order.command
			const changed = textHash !== null && textHash !== (await draftHashOf(textIn(loaded)))
			if (changed) return refuse({ code: 'textChanged' })
			const proposal = await proposalFrom(loaded, deps.newSalt)
			const opened = open(actor, { ...proposal, seats }, order.command, context)
			const free = heedsAmendments({ open: others ?? 0, adopted, preferred }, loaded.draft.blocks)
			if (opened.ok && !free.ok) return free
			if (!opened.ok || confirmed === undefined || heard === null) return opened
			const electorate = electorateOf(loaded.coalition, context.now)
			const { blocks } = loaded.draft
			const yes = confirmsConcerns(concernsBefore(heard, electorate, { blocks, adopted }, context.now), confirmed)
			return yes.ok ? opened : yes
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
		decide: async (actor, { open: others, adopted, preferred, ...loaded }, context) => {
			const proposal = await proposalFrom(loaded, deps.newSalt)
			const entered = enter(actor, proposal, order.command, context, swedishDate(context.now))
			const free = heedsAmendments({ open: others ?? 0, adopted, preferred }, loaded.draft.blocks)
			return entered.ok && !free.ok ? free : entered
		},
	})
}

const proposalOf = (coalition: string, statementId: StatementId) => ({
	needs: (now: Instant) => ({ draft: draftQuery(coalition, statementId), coalition: coalitionQuery(coalition, now) }),
	load: () => ({
		position: positionQuery,
		open: openOnAmendmentsQuery(statementId),
		list: standingListQuery(statementId),
		adopted: adoptedQuery(statementId),
		preferred: preferredQuery(statementId),
	}),
	streams: () => [streams.statement(statementId)],
})

type LoadedProposal = {
	readonly draft: Draft
	readonly coalition: Coalition
	readonly position: number
	readonly list: StandingList | null
}

const textIn = ({ draft }: LoadedProposal) => textOf(draft.statement, draft.blocks)

/** The text as it is fixed, under salts of its own: the same text put to the vote again gets others. */
async function proposalFrom(loaded: LoadedProposal, newSalt: NewSalt): Promise<Proposal> {
	const { coalition, position, list } = loaded
	const { statement, blocks } = loaded.draft
	const salts = saltsFor(blocks, newSalt)
	return { statement, blocks, coalition, position, list, salts, textHash: await textHashOf(textIn(loaded), salts) }
}
