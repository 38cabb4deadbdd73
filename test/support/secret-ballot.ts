import type { Choice } from '#domain/deciding/ballot.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { type CoalitionWorld, draftStatement, granted, openedBallot } from './world.ts'

const CHOICES: readonly Choice[] = ['yes', 'no', 'yes', 'abstain']

/** A secret ballot in which every association has voted; open still unless told. The world's bylaws must be secret. */
export async function secretBallot(world: CoalitionWorld, then: 'open' | 'closed'): Promise<void> {
	const { deps, order, chair, members } = world
	const ballot = await openedBallot(world, await draftStatement(world))
	for (const [index, { associationId, delegate }] of members.entries()) {
		const choice = CHOICES[index % CHOICES.length] ?? 'yes'
		granted(await castPaper(deps, order(delegate, { ...ballot, associationId, choice })))
	}
	if (then === 'closed') granted(await closeBallot(deps, order(chair, ballot)))
}
