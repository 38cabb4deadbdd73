import type { Choice } from '#domain/deciding/ballot.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { enterMeetingDecision } from '#usecases/deciding/open-ballot.ts'
import { type CoalitionWorld, DAY, draftStatement, granted } from './world.ts'

/** Held a week ago, with two weeks to sign. The first associations voted like this, and the others were not there. */
export function meetingCommand(
	{ members, clock }: Pick<CoalitionWorld, 'members' | 'clock'>,
	statementId: StatementId,
	choices: readonly Choice[] = ['yes', 'yes', 'no'],
) {
	const votes = members.slice(0, choices.length).flatMap(({ associationId }, index) => {
		const choice = choices[index]
		return choice ? [{ associationId, choice }] : []
	})
	return { statementId, heldOn: '2022-09-26', minutes: '§ 7', votes, signoffDueAt: clock.now + 14 * DAY }
}

/** A text that was decided on at a meeting. */
export async function enteredDecision(world: CoalitionWorld, choices?: readonly Choice[]) {
	const statementId = await draftStatement(world)
	const command = meetingCommand(world, statementId, choices)
	const { ballotId } = granted(await enterMeetingDecision(world.deps, world.order(world.chair, command))).value
	return { statementId, ballotId }
}
