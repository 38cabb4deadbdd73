import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { type CoalitionWorld, draftStatement, granted } from './world.ts'

const MINUTE = 60_000

/** An urgent ballot whose time is up and in which nobody voted, counted a minute after it was opened. */
export async function ballotWithoutQuorum(
	world: CoalitionWorld,
): Promise<{ readonly statementId: StatementId; readonly ballotId: BallotId }> {
	const { deps, order, chair, clock } = world
	const statementId = await draftStatement(world)
	const put = { statementId, track: 'full', textHash: null, closesAt: clock.now + MINUTE, urgent: 'Bråttom.' } as const
	const { ballotId } = granted(await openBallot(deps, order(chair, put))).value
	clock.now += MINUTE
	await closeDueBallots(deps)
	return { statementId, ballotId }
}
