import { settleDueLists } from '#usecases/amendment/settle-due-lists.ts'
import { closeDueBallots, dueByNow } from '#usecases/deciding/close-due-ballots.ts'
import { remindAllDue } from '#usecases/deciding/remind.ts'
import { remindOfAllAmendmentsDue } from '#usecases/deciding/remind-of-amendments.ts'
import { type JobName, whereItFailed } from '#usecases/log.ts'
import { takeDueAddresses } from '#usecases/person/answer-address.ts'
import { keyPlainCodes } from '#usecases/person/key-plain-codes.ts'
import { forgetExpired } from '#usecases/person/sessions.ts'
import { indexWaiting } from '#usecases/publication/index-published.ts'
import { dropUnsaved } from '#usecases/publication/older-files.ts'
import { type JobDeps, metered } from './budget.ts'
import { type Deliveries, deliver } from './deliver.ts'
import { deliverResponses } from './deliver-responses.ts'
import { tell } from './tell.ts'
import { tellOfDirectory } from './tell-directory.ts'

export type JobReport = { readonly closed: number; readonly reminded: number } & Deliveries

const NOTHING_DUE = { ballots: [], lists: [], reminders: [], ofAmendments: [], responses: [], waiting: [] }
const NONE: Deliveries = { sent: 0, failed: 0, perhaps: 0 }

/**
 * What is done every minute: ballots whose time is up are closed and counted, lists of amendments settled, those that have not answered reminded when it is
 * time, addresses whose time has come put in force, what ran out forgotten, and notifications delivered with all that is then left
 * of what a run may use. One that fails does not keep the others from their turn, and is logged.
 *
 * @throws what failed, when all have had their turn.
 */
export async function runJobs(given: JobDeps): Promise<JobReport> {
	const deps = metered(given, given.run)
	const failures: unknown[] = []
	const note = (job: JobName, error: unknown) => {
		failures.push(error)
		for (const each of whereItFailed(error)) deps.log?.({ event: 'jobFailed', job, ...each })
	}
	const attempt = <Value>(job: JobName, work: Promise<Value>, otherwise: Value) =>
		work.catch((error: unknown) => {
			note(job, error)
			return otherwise
		})
	const unread = (why: unknown) => note('due', why)
	const due = await attempt('due', dueByNow(deps, unread), NOTHING_DUE)
	const closed = await attempt('closeBallots', closeDueBallots(deps, due.ballots), 0)
	await attempt('settleLists', settleDueLists(deps, due.lists), 0)
	const reminded =
		(await attempt('remind', remindAllDue(deps, due.reminders), 0)) +
		(await attempt('remindOfAmendments', remindOfAllAmendmentsDue(deps, due.ofAmendments), 0))
	const told = await attempt('tell', tell(deps), NONE)
	await attempt('takeAddresses', takeDueAddresses(deps), undefined)
	const toldOfDirectory = await attempt('tellOfDirectory', tellOfDirectory(deps), NONE)
	await attempt('forget', forgetExpired(deps), undefined)
	await attempt('keyCodes', keyPlainCodes(deps), undefined)
	const responses = await attempt('deliverResponses', deliverResponses(deps, due.responses), NONE)
	const delivered = await attempt('deliver', deliver(deps), NONE)
	await attempt('index', indexWaiting(deps, due.waiting), undefined)
	await attempt('dropUnsaved', dropUnsaved(deps), undefined)
	if (failures.length > 0) throw new AggregateError(failures, 'a job failed')
	return { closed, reminded, ...[responses, told, toldOfDirectory].reduce(sumOf, delivered) }
}

const sumOf = (one: Deliveries, other: Deliveries): Deliveries => ({
	sent: one.sent + other.sent,
	failed: one.failed + other.failed,
	perhaps: one.perhaps + other.perhaps,
})

/** What the request before it has used of the platform's allowance at most, and how long the runtime lets work go on after it. */
const REQUEST_USED = 15
const AFTERWARDS_MS = 20_000

/** Delivers at once what an act has just put into the outbox, and tells of new ways in. `responses`: a letter to whoever asked is among it; `published`: a statement is public now, and is to be found by its words. What fails is tried again by `runJobs`. */
export async function deliverSoon(
	given: JobDeps,
	{ responses, published } = { responses: false, published: false },
): Promise<void> {
	const { requests, ms } = given.run
	const deps = metered(given, { requests: requests - REQUEST_USED, ms: Math.min(ms, AFTERWARDS_MS) })
	if (responses) await deliverResponses(deps)
	if (published) await indexWaiting(deps)
	await deliver(deps)
	await tell(deps)
	await tellOfDirectory(deps)
}
