import { createClient } from '@libsql/client/web'
import { database } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import { type Environment, readEnvironment } from '#env'
import { fileStore } from '#files/adapters.ts'
import { draftRoom } from '#live/draft-room.ts'
import { roomsOf } from '#live/rooms.ts'
import { mailAdapter } from '#mail/adapters.ts'
import type { LogLine } from '#usecases/log.ts'
import { createPublicApp } from './public-app.ts'

/** What an isolate learns from its first request on, and keeps: its settings checked, and a client. */
let kept: ReturnType<typeof readDeps> | undefined

function depsOf(bindings: unknown) {
	kept ??= readDeps(bindings)
	return kept
}

function given() {
	if (kept === undefined) throw new Error('nothing is asked before there are settings')
	return kept
}

/**
 * The whole application, a module of its own that is evaluated, and tried once, as the isolate starts, when no request waits for it
 * or is charged with it (docs/decisions/0014, 0030). One that could not be tried answers all the same.
 */
const whole = Promise.all([import('#app'), import('./warm-up.ts')]).then(async ([{ createApp }, { warmUp }]) => {
	await warmUp().catch(() => null)
	return createApp(given)
})

const app = createPublicApp(given, () => whole)

function readDeps(bindings: unknown) {
	const env = readEnvironment(bindings)
	const now = clock(env)
	return {
		db: database(client(env)),
		now,
		newId: idsBy(now),
		newSalt,
		mail: mailAdapter(env),
		run: { requests: env.RUN_REQUESTS, ms: env.RUN_SECONDS * 1_000 },
		codeKeys: env.CODE_KEYS,
		files: fileStore(env),
		reader: env.READER,
		rooms: roomsOf(env.ROOMS),
		origin: env.ORIGIN,
		sourceCode: env.SOURCE_CODE,
		secureSubdomains: env.HSTS_SUBDOMAINS === 'yes',
		intakeDomain: env.INTAKE_DOMAIN,
		intakeReturns: env.INTAKE_RETURNS === 'yes',
		intakeAuthserv: env.INTAKE_AUTHSERV,
		log: (line: LogLine) => console.log(JSON.stringify(line)),
	}
}

function client(env: Environment) {
	const { LIBSQL: binding } = env
	return createClient({
		url: env.LIBSQL_URL,
		// Past its limit, 20 unless told, the client would let one request go on with another's work. When the first has ended, that
		// work never does. How many may be under way is the runtime's to say.
		concurrency: Number.MAX_SAFE_INTEGER,
		...(env.LIBSQL_AUTH_TOKEN === undefined ? {} : { authToken: env.LIBSQL_AUTH_TOKEN }),
		...(binding === undefined ? {} : { fetch: (request: Request) => binding.fetch(request) }),
	})
}

/** The time; or a clock that was set, and goes on from there however often the Worker starts anew. */
function clock({ NOW, NOW_SINCE }: Environment): () => number {
	if (NOW === undefined) return Date.now
	const ahead = Date.parse(NOW) - (NOW_SINCE ?? Date.now())
	return () => Date.now() + ahead
}

/** Where several write one text at once. */
export const DraftRoom = draftRoom(depsOf)

export default {
	fetch: (request, env, context) => {
		depsOf(env)
		return app.fetch(request, env, context)
	},
	scheduled: async (_controller, env) => {
		const deps = depsOf(env)
		const { runJobs } = await import('#jobs/run-jobs.ts')
		const { failed, perhaps } = await runJobs(deps)
		// The first are tried again later; the operator may want to know that mail does not leave. To whom is not told.
		if (failed + perhaps > 0) console.error(JSON.stringify({ mailsNotTaken: failed, mailsPerhapsTaken: perhaps }))
	},
	email: async (message, env) => {
		const deps = depsOf(env)
		const { takeMail } = await import('#features/inquiry/take-mail.ts')
		await takeMail(deps, message)
	},
} satisfies ExportedHandler<object>
