import type { Instant } from '#domain/kernel/id.ts'
import type { Files } from '#files/port.ts'
import type { Elsewhere } from '#intake/elsewhere.ts'
import type { SendMail } from '#mail/port.ts'
import type { RunLimits } from '#usecases/outbox.ts'
import type { ActorRef } from '#usecases/perform.ts'
import type { CodeDeps } from '#usecases/person/codes.ts'

/** What the doors need of the world. */
export type AppDeps = CodeDeps & {
	readonly mail: SendMail
	/** What sending what an act has put into the outbox may use. */
	readonly run: RunLimits
	/** Who reads what comes in, in another thread; else it is read in the one that answers pages. */
	readonly reader?: Elsewhere | undefined
	/** Null where nothing keeps files: then none can be taken. */
	readonly files: Files | null
	/** The public address, without a path. */
	readonly origin: string
	readonly sourceCode: string | undefined
	/** Whether browsers are told to use HTTPS for all names below the address's own. */
	readonly secureSubdomains?: boolean
	/** The domain whose mail leads here; mail to a coalition's slug there becomes a notice. */
	readonly intakeDomain?: string | undefined
	/** Whether mail may leave under an address there. */
	readonly intakeReturns?: boolean
	/** As the server that takes that mail in calls itself, where it says what it found out about a mail's sender. */
	readonly intakeAuthserv?: string
	/** Keeps work going after the response was sent. */
	readonly background: (work: Promise<unknown>) => void
}

/** One request, as handlers see it. */
export type Context<Params = Readonly<Record<string, string>>> = {
	readonly request: Request
	readonly url: URL
	readonly params: Params
	readonly deps: AppDeps
	readonly now: Instant
	/** The session in the request's cookie, not yet looked up. */
	readonly actor: ActorRef | null
}
