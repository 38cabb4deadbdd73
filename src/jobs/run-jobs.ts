import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { keyPlainCodes } from '#usecases/person/key-plain-codes.ts'
import { forgetExpired } from '#usecases/person/sessions.ts'
import { type Deliveries, deliver, type JobDeps } from './deliver.ts'
import { tell } from './tell.ts'

export type { JobDeps } from './deliver.ts'

export type JobReport = { readonly closed: number } & Deliveries

/**
 * What is done every minute: ballots whose time is up are closed and counted, notifications delivered, what ran out forgotten.
 * One that fails does not keep the others from their turn.
 *
 * @throws what failed, when all have had their turn.
 */
export async function runJobs(deps: JobDeps): Promise<JobReport> {
	const failures: unknown[] = []
	const attempt = <Value>(work: Promise<Value>, otherwise: Value) =>
		work.catch((error: unknown) => {
			failures.push(error)
			return otherwise
		})
	const closed = await attempt(closeDueBallots(deps), 0)
	const delivered = await attempt(deliver(deps), { sent: 0, failed: 0 })
	const told = await attempt(tell(deps), { sent: 0, failed: 0 })
	await attempt(forgetExpired(deps), undefined)
	await attempt(keyPlainCodes(deps), undefined)
	if (failures.length > 0) throw new AggregateError(failures, 'a job failed')
	return { closed, sent: delivered.sent + told.sent, failed: delivered.failed + told.failed }
}

/** Delivers at once what an act has just put into the outbox, and tells of new ways in. What fails is tried again by `runJobs`. */
export async function deliverSoon(deps: JobDeps): Promise<void> {
	await deliver(deps)
	await tell(deps)
}
