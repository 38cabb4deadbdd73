import { type DueList, dueListsQuery } from '#db/amendment/load-consensus.ts'
import { allOf, type Query, unlessUnread } from '#db/client.ts'
import {
	type DueBallot,
	type DueOfAmendments,
	type DueReminder,
	dueBallotsQuery,
	dueRemindersQuery,
} from '#db/load-due.ts'
import { type DueResponse, dueResponsesQuery } from '#db/publication/load-response.ts'
import type { Waiting } from '#db/publication/load-waiting.ts'
import { waitingQuery } from '#db/publication/load-waiting.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import type { Deps } from '#usecases/perform.ts'
import { INDEXED_AT_ONCE } from '#usecases/publication/index-published.ts'
import { closeBallot } from './close-ballot.ts'

/** Closings and reminders cost several round trips each, and a job's run has few; the others come a minute later. */
const IN_ONE_RUN = 5
const MINUTE_MS = 60_000

/**
 * What time alone brings about and has not yet, letters to whoever asked that are to be handed over, and what waits to be indexed. One round trip, since a run has few.
 * `unread`: told of each kind that cannot be read. There is none of it then, and the others have their turn.
 */
export async function dueByNow(deps: Deps, unread: (why: unknown) => void = refuse): Promise<DueByNow> {
	const now = deps.now()
	const turn = { most: IN_ONE_RUN, turn: Math.floor(now / MINUTE_MS) }
	const known = <Due>(query: Query<Due[]>) => unlessUnread(query, [], unread)
	const [{ reminders, ...due }] = await deps.db.read(
		allOf({
			ballots: known(dueBallotsQuery(now, turn)),
			lists: known(dueListsQuery(now, turn)),
			reminders: known(dueRemindersQuery(now, turn)),
			responses: known(dueResponsesQuery(now, IN_ONE_RUN)),
			waiting: known(waitingQuery(INDEXED_AT_ONCE)),
		}),
	)
	return {
		...due,
		reminders: reminders.filter((each) => each.by === null),
		ofAmendments: reminders.filter((each) => each.by !== null),
	}
}

function refuse(why: unknown): never {
	throw why
}

type DueByNow = {
	readonly ballots: readonly DueBallot[]
	readonly lists: readonly DueList[]
	readonly reminders: readonly DueReminder[]
	readonly ofAmendments: readonly DueOfAmendments[]
	readonly responses: readonly DueResponse[]
	readonly waiting: readonly Waiting[]
}

/**
 * Closes the ballots whose time is up and counts those that were closed and not counted. Nobody's act: a ballot is over
 * at its hour whether or not this runs. Gives how many there were to close. `given`: those that are due, where they are known.
 */
export async function closeDueBallots(deps: Deps, given?: readonly DueBallot[]): Promise<number> {
	const due = given ?? (await dueByNow(deps)).ballots
	await eachInTurn(due, ({ ballotId, statementId, coalition, extensions }) =>
		closeBallot(deps, {
			actor: { by: 'clock' },
			coalition,
			// It is closed once for each time that it was open.
			key: { value: ['close', ballotId, ...(extensions > 0 ? [extensions] : [])].join(':'), kind: 'strict' },
			command: { statementId, ballotId },
		}),
	)
	return due.length
}
