import { type DueList, dueListsQuery } from '#db/amendment/load-consensus.ts'
import { allOf, type Query, unlessUnread } from '#db/client.ts'
import {
	type DueBallot,
	type DueOfAmendments,
	type DueReminder,
	dueBallotsQuery,
	dueOfAmendmentsQuery,
	dueRemindersQuery,
} from '#db/load-due.ts'
import { type DueResponse, dueResponsesQuery } from '#db/publication/load-response.ts'
import { waitingQuery } from '#db/publication/load-waiting.ts'
import type { Searchable } from '#db/publication/search-index.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { eachInTurn } from '#usecases/each-in-turn.ts'
import type { Deps } from '#usecases/perform.ts'
import { INDEXED_AT_ONCE } from '#usecases/publication/index-published.ts'
import { closeBallot } from './close-ballot.ts'

/** Closings and reminders cost several round trips each, and a job's run has few; the others come a minute later. */
const IN_ONE_RUN = 5
/** Among so many the last of a run is chosen. */
const KNOWN = 50
const MINUTE_MS = 60_000

/**
 * Those that come first, and in the last place one of the others, another each minute: what fails every time keeps its place before
 * them, and would hold them up for ever.
 */
function inOneRun<Due>(due: readonly Due[], now: Instant): Due[] {
	const [first, others] = [due.slice(0, IN_ONE_RUN - 1), due.slice(IN_ONE_RUN - 1)]
	const turn = others[Math.floor(now / MINUTE_MS) % others.length]
	return turn === undefined ? first : [...first, turn]
}

/**
 * What time alone brings about and has not yet, letters to whoever asked that are to be handed over, and what waits to be indexed. One round trip, since a run has few.
 * `unread`: told of each kind that cannot be read. There is none of it then, and the others have their turn.
 */
export async function dueByNow(deps: Deps, unread: (why: unknown) => void = refuse): Promise<DueByNow> {
	const now = deps.now()
	const known = <Due>(query: Query<Due[]>) => unlessUnread(query, [], unread)
	const [due] = await deps.db.read(
		allOf({
			ballots: known(dueBallotsQuery(now, KNOWN)),
			lists: known(dueListsQuery(now, KNOWN)),
			reminders: known(dueRemindersQuery(now, KNOWN)),
			ofAmendments: known(dueOfAmendmentsQuery(now, KNOWN)),
			responses: known(dueResponsesQuery(now, IN_ONE_RUN)),
			waiting: known(waitingQuery(INDEXED_AT_ONCE)),
		}),
	)
	// Reminders of both kinds share what a run has for them: those that have waited longest go first.
	const inTurn = [...due.reminders, ...due.ofAmendments].toSorted((one, other) => one.remindAt - other.remindAt)
	const first = new Set<DueReminder | DueOfAmendments>(inOneRun(inTurn, now))
	return {
		...due,
		ballots: inOneRun(due.ballots, now),
		lists: inOneRun(due.lists, now),
		reminders: due.reminders.filter((each) => first.has(each)),
		ofAmendments: due.ofAmendments.filter((each) => first.has(each)),
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
	readonly waiting: readonly Searchable[]
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
