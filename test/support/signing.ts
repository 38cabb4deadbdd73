import type { Choice } from '#domain/deciding/ballot.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import {
	type CoalitionWorld,
	draftStatement,
	granted,
	type Member,
	type OfBallot,
	openedBallot,
	textHashOf,
} from './world.ts'

export type Vote = { readonly choice: Choice; readonly signs: boolean }
export const SIGNED_YES: Vote = { choice: 'yes', signs: true }

export function voteCommand(ballot: OfBallot, { associationId }: Member, vote: Vote) {
	return { ...ballot, associationId, ...vote, dissent: null, method: 'web' } as const
}

/** A statement that every association has voted for, and signed with its vote unless told otherwise. */
export async function decidedStatement(world: CoalitionWorld, vote: Vote = SIGNED_YES): Promise<StatementId> {
	const { deps, order, chair, members } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	for (const member of members) {
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, vote))))
	}
	granted(await closeBallot(deps, order(chair, ballot)))
	return statementId
}

export async function publish(world: CoalitionWorld, statementId: StatementId, deps = world.deps) {
	const textHash = await textHashOf(world, statementId)
	return publishStatement(deps, world.order(world.chair, { statementId, textHash }))
}

export function answerCommand(
	statementId: StatementId,
	textHash: string,
	{ associationId }: Member,
	answer: 'signed' | 'declined',
) {
	const reason = answer === 'declined' ? 'Vi står inte bakom det.' : ''
	return { statementId, associationId, answer, reason, textHash, method: 'web' } as const
}
