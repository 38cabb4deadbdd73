import type { Files } from '#files/port.ts'
import type { SendMail } from '#mail/port.ts'
import type { RunLimits } from '#usecases/outbox.ts'
import type { CodeDeps } from '#usecases/person/codes.ts'

export type JobDeps = CodeDeps & {
	readonly mail: SendMail
	readonly origin: string
	readonly run: RunLimits
	/** Where logos are kept, and files that were made; null or left out where nothing keeps any. */
	readonly files?: Files | null
	/** The domain whose mail leads here: replies to what was sent come in there. */
	readonly intakeDomain?: string | undefined
	/** Whether mail may leave under an address at that domain, so that mail servers say there what did not arrive. */
	readonly intakeReturns?: boolean
}

/** What is left of what a run may use. */
export type Budget = {
	/** Requests to elsewhere. */
	readonly left: () => number
	/** Whether something new may be begun. */
	readonly inTime: () => boolean
}

export type Metered = JobDeps & { readonly budget: Budget }

/** A database client asks its server once or twice what it speaks, before it asks it anything else. */
const INTRODUCTIONS = 2

/**
 * The same world, with every round trip to the database and every mail counted against the limits. Each is one request of those
 * that the platform allows: a batch over HTTP as much as a connection to a mail server.
 */
export function metered(deps: JobDeps, { requests, ms }: RunLimits): Metered {
	const until = deps.now() + ms
	let left = requests - INTRODUCTIONS
	const counted =
		<Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
		(...given: Given) => {
			left -= 1
			return ask(...given)
		}
	return {
		...deps,
		db: { read: counted(deps.db.read) as JobDeps['db']['read'], write: counted(deps.db.write) },
		mail: counted(deps.mail),
		budget: { left: () => left, inTime: () => deps.now() < until },
	}
}
