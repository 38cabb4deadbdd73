import * as z from 'zod'

/** A service binding: the local runner answers it in production's place. */
export type Service = { readonly fetch: (request: Request) => Promise<Response> }

/** As much of an R2 bucket as is used. */
export type Bucket = {
	readonly put: (
		key: string,
		value: Uint8Array<ArrayBuffer>,
		options: { readonly onlyIf?: { readonly etagDoesNotMatch: string }; readonly sha256?: string },
	) => Promise<unknown>
	readonly get: (
		key: string,
	) => Promise<{ readonly body: ReadableStream<Uint8Array<ArrayBuffer>>; readonly size: number } | null>
	/** At most a thousand; `truncated` where there are more, which are listed from its `cursor`. */
	readonly list: (only: { readonly prefix: string; readonly cursor?: string }) => Promise<{
		readonly objects: readonly { readonly key: string; readonly uploaded: Date }[]
		readonly truncated: boolean
		readonly cursor?: string
	}>
	readonly delete: (keys: string[]) => Promise<void>
}

const bucket = z.custom<Bucket>(
	(value) => typeof value === 'object' && value !== null && 'put' in value && 'get' in value,
	'must be an R2 bucket',
)

/** As much of a namespace of Durable Objects as is used. */
export type RoomsBinding = {
	readonly idFromName: (name: string) => object
	readonly get: (id: object) => { readonly fetch: (request: Request) => Promise<Response> }
}

const rooms = z.custom<RoomsBinding>(
	(value) => typeof value === 'object' && value !== null && 'idFromName' in value && 'get' in value,
	'must be a namespace of Durable Objects',
)

const service = z.custom<Service>(
	(value) => typeof value === 'object' && value !== null && 'fetch' in value,
	'must be a service binding',
)

/** `ID:SECRET`, several with spaces between; the first is the newest. */
const codeKeys = z
	.string()
	.regex(/^[\w-]{1,20}:\S{32,}(\s+[\w-]{1,20}:\S{32,})*$/, 'must be ID:SECRET, the secret of 32 characters or more')
	.transform((text) =>
		text.split(/\s+/).map((key) => ({ id: key.slice(0, key.indexOf(':')), secret: key.slice(key.indexOf(':') + 1) })),
	)

const environment = z
	.object({
		/** The public address, without a path: `https://samsvar.example.org`. */
		ORIGIN: z.url(),
		/** libSQL over HTTP; not needed where `LIBSQL` is bound. */
		LIBSQL_URL: z.url().default('http://libsql.local'),
		LIBSQL_AUTH_TOKEN: z.string().optional(),
		LIBSQL: service.optional(),
		/** The address mail is sent from. */
		MAIL_FROM: z.string().default('Samsvar <samsvar@localhost>'),
		/** Where mail leaves by: an SMTP server as `smtp://user:password@host:port`, or an HTTP API as its URL. */
		MAIL_URL: z.string().optional(),
		/** For an HTTP mail API: sent as a bearer token. */
		MAIL_TOKEN: z.string().optional(),
		/** For an HTTP mail API: `yes` where it knows a repeated `Idempotency-Key` and sends nothing twice under one. */
		MAIL_KNOWS_REPEATS: z.enum(['yes', 'no']).default('no'),
		/** Takes mail as JSON in the place of both. */
		MAILBOX: service.optional(),
		/** Requests to elsewhere that the platform allows one run: the database's round trips and mails. 50 on Workers' free plan. */
		RUN_REQUESTS: z.coerce.number().int().min(30).default(50),
		/** For how many seconds one run, which begins every minute, begins to send letters. */
		RUN_SECONDS: z.coerce.number().int().min(1).max(180).default(45),
		/** The domain whose mail is routed to the Worker: a notice sent to a coalition's slug there is taken in. */
		INTAKE_DOMAIN: z.string().optional(),
		/** `yes`: mail may leave under addresses at that domain, so that what did not arrive is told there. Its SPF must allow that. */
		INTAKE_RETURNS: z.enum(['yes', 'no']).default('no'),
		/** As the server that takes that mail in calls itself in `Authentication-Results`. */
		INTAKE_AUTHSERV: z.string().min(1).default('mx.cloudflare.net'),
		/** Secrets by which short codes are hashed before they are kept. */
		CODE_KEYS: codeKeys,
		/** Where files are kept: those that people bring, without it none can be taken; and those that are made, else made anew each time. */
		FILES: bucket.optional(),
		/** Keeps files in its place. */
		FILE_STORE: service.optional(),
		/** Reads letters in a thread of its own; without it they are read in the one that answers pages. */
		READER: service.optional(),
		/** Where several write one text at once; without it each saves what they wrote. */
		ROOMS: rooms.optional(),
		/** ISO 8601. What the clock showed at `NOW_SINCE`, from where it goes on; for local use only. */
		NOW: z.iso.datetime({ offset: true }).optional(),
		/** When the clock was set to `NOW`: milliseconds of real time, UTC. */
		NOW_SINCE: z.coerce.number().int().optional(),
		/** `yes`: browsers are told to use HTTPS for every name below this one too, for two years at a time. */
		HSTS_SUBDOMAINS: z.enum(['yes', 'no']).default('no'),
		/** Where the source of the running version is kept, as the licence asks. */
		SOURCE_CODE: z.url().optional(),
	})
	.refine((env) => env.LIBSQL !== undefined || env.LIBSQL_URL !== 'http://libsql.local', {
		message: 'needed where there is no service binding LIBSQL',
		path: ['LIBSQL_URL'],
	})

export type Environment = z.output<typeof environment>

/**
 * The Worker's settings, checked.
 *
 * @throws an error that names each setting that is missing or wrong, without its value.
 */
export function readEnvironment(bindings: unknown): Environment {
	const parsed = environment.safeParse(bindings)
	if (parsed.success) return parsed.data
	const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
	throw new Error(`settings: ${wrong.join('; ')}`)
}
