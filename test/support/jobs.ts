import { metered } from '#jobs/budget.ts'
import { deliver } from '#jobs/deliver.ts'
import type { Mail, SendMail } from '#mail/port.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import type { RunLimits } from '#usecases/outbox.ts'
import { ORIGIN } from './app.ts'
import { type CoalitionWorld, granted, type OfBallot, type World } from './world.ts'

/** The jobs on a world, and the mails they sent where nothing else is given to send them by. */
export function jobsOn({ deps }: Pick<World, 'deps'>) {
	const mails: Mail[] = []
	const keep: SendMail = async (mail) => {
		mails.push(mail)
	}
	const jobs = (mail: SendMail = keep) => ({ ...deps, origin: ORIGIN, mail })
	return {
		mails,
		jobs,
		/** Delivers what is due, with as much as one run may use. */
		deliver: (mail?: SendMail, limits: RunLimits = deps.run) => deliver(metered(jobs(mail), limits)),
	}
}

export type IdleJobs = ReturnType<typeof jobsOn>

/** The same, with an empty outbox: what came of making the world is told. */
export async function idleJobsOn(world: Pick<World, 'deps'>): Promise<IdleJobs> {
	const on = jobsOn(world)
	await on.deliver(async () => undefined)
	return on
}

/** A member's vote for the text, which it stands behind unless it only votes. */
export async function voteIn(world: CoalitionWorld, index: number, ballot: OfBallot, signs = true): Promise<void> {
	const member = world.members[index]
	if (!member) throw new Error(`no member ${index}`)
	const { delegate, associationId } = member
	const command = { ...ballot, associationId, choice: 'yes', signs, dissent: null, method: 'web' } as const
	granted(await castVote(world.deps, world.order(delegate, command)))
}
