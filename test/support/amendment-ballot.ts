import type { BallotId, StatementId } from '#domain/kernel/id.ts'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'
import { amended } from './amending.ts'
import { type CoalitionWorld, DAY, granted } from './world.ts'

/** The chair is about to put an amendment to a ballot by itself. */
export async function preparedAmendmentBallot(world: CoalitionWorld) {
	const { statementId, amendmentId, versionId } = await amended(world)
	const closesAt = world.clock.now + 7 * DAY
	const open = world.order(world.chair, { statementId, amendmentId, versionId, against: null, closesAt })
	return () => openAmendmentBallot(world.deps, open)
}

/** An amendment that is voted on by itself, for a week. */
export async function amendmentBallot(world: CoalitionWorld, statement?: StatementId) {
	const at = await amended(world, statement)
	const { statementId, amendmentId, versionId } = at
	const closesAt = world.clock.now + 7 * DAY
	const open = world.order(world.chair, { statementId, amendmentId, versionId, against: null, closesAt })
	const { ballotId } = granted(await openAmendmentBallot(world.deps, open)).value
	return { ...at, ballotId: ballotId as BallotId, closesAt }
}
