import { dueBallotsQuery } from '#db/load-due.ts'
import type { Deps } from '#usecases/perform.ts'
import { closeBallot } from './close-ballot.ts'

/** Closings cost several round trips each, and a job's run has few; the others come a minute later. */
const IN_ONE_RUN = 5

/**
 * Closes the ballots whose time is up and counts those that were closed and not counted. Nobody's act: a ballot is over
 * at its hour whether or not this runs. Gives how many there were to close.
 */
export async function closeDueBallots(deps: Deps): Promise<number> {
	const [due] = await deps.db.read(dueBallotsQuery(deps.now(), IN_ONE_RUN))
	for (const { ballotId, statementId, coalition } of due) {
		await closeBallot(deps, {
			actor: { by: 'clock' },
			coalition,
			key: { value: `close:${ballotId}`, kind: 'strict' },
			command: { statementId, ballotId },
		})
	}
	return due.length
}
