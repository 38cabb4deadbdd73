import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@libsql/client/web'
import { database as databaseOf } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Deps } from '#usecases/perform.ts'
import type { Bundle } from './build.ts'
import { builtWorker } from './built.ts'
import { codeKeysIn } from './code-keys.ts'
import { takeDataDirectory } from './data-directory.ts'
import { openFiles } from './files.ts'
import { openDatabase } from './libsql/open.ts'
import type { Fault } from './libsql/server.ts'
import { damageSentence, madeReady, UnusableDatabase } from './made-ready.ts'
import { openMailbox, type StoredMail } from './mailbox.ts'
import { serveMailbox } from './mailbox-page.ts'
import { type RawMail, rawMail } from './raw-mail.ts'
import { openReader } from './reader/reader.ts'
import { noteRunning } from './running.ts'
import { clearStaged } from './staging.ts'
import { startWorker } from './worker.ts'

export type RunOptions = {
	readonly directory: string
	readonly port: number
	/** The instant at which the clock starts; the real time unless told. */
	readonly now?: number
	/** The Worker where it has been built already. */
	readonly bundle?: Bundle
	/** Failures of the database for tests, read at every request. */
	readonly faults?: readonly Fault[]
	/** Called with sentences about what takes time, and what failed. */
	readonly say?: (sentence: string) => void
}

export type Running = {
	readonly origin: string
	readonly mailboxUrl: string
	readonly database: Client
	/** For use cases on the same database, by the same clock. */
	readonly deps: Deps
	readonly mails: () => Promise<StoredMail[]>
	/** Takes a mail as if somebody had sent it here. Gives why it was rejected, or null. */
	readonly receive: (mail: RawMail) => Promise<string | null>
	/** Does at once what is otherwise done every minute. */
	readonly runScheduled: () => Promise<void>
	readonly stop: () => Promise<void>
}

const MINUTE_MS = 60_000

/** A predecessor that was killed or told to end lets go of directory and port within a second or two. Milliseconds. */
const PATIENCE_MS = 3_000

function isFree(port: number): Promise<boolean> {
	const probe = createServer()
	return new Promise((resolve) => {
		probe.once('error', () => resolve(false))
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
	})
}

async function becomesFree(port: number): Promise<boolean> {
	for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
		if (await isFree(port)) return true
	}
	return isFree(port)
}

/**
 * Runs the real Worker in workerd, with the database and the mailbox in `directory`, at http://localhost:PORT. What keeps it
 * from starting is refused with a sentence.
 */
export async function runSamsvar(options: RunOptions): Promise<Result<Running, string>> {
	const { port, faults = [], say = () => {} } = options
	const taken = await takeDataDirectory(options.directory, PATIENCE_MS)
	if (!taken.ok) return taken
	const directory = taken.value
	// What has been opened, to be closed in the opposite order.
	const closers: (() => unknown)[] = [directory.release]
	const stop = async () => {
		for (const close of closers.splice(0).reverse()) await close()
	}
	const refused = async (sentence: string) => {
		await stop()
		return refuse(sentence)
	}

	if (!(await becomesFree(port))) {
		return refused(`Port ${port} is in use by another program. Choose another: npm start -- --port ${port + 10}`)
	}
	const bundle = options.bundle ? ok(options.bundle) : await builtWorker()
	if (!bundle.ok) return refused(`Samsvar could not be built.\n${bundle.reason}`)

	const started = Date.now()
	const ahead = (options.now ?? started) - started
	const now = () => Date.now() + ahead
	const origin = `http://localhost:${port}`

	try {
		const { client: database, server: libsql, close } = openDatabase({ file: directory.databaseFile, faults })
		closers.push(close)
		await madeReady(database, directory.databaseFile, true)
		await clearStaged(database)
		await noteRunning(directory.path, { origin, ahead })

		const mailbox = openMailbox(directory.mailboxPath, now)
		const mailboxServer = await serveMailbox(mailbox, port + 1, (mail) => receive(mail))
		closers.push(mailboxServer.close)

		const files = openFiles(directory.filesPath)
		const reader = openReader()
		closers.push(reader.stop)
		const clock = { NOW: new Date(now()).toISOString(), NOW_SINCE: String(started) }
		const secrets = { CODE_KEYS: await codeKeysIn(directory.path) }
		const settings = {
			ORIGIN: origin,
			...secrets,
			INTAKE_DOMAIN: 'localhost',
			INTAKE_RETURNS: 'yes',
			...(options.now === undefined ? {} : clock),
		}
		const worker = await startWorker({
			bundle: bundle.value,
			port,
			settings,
			libsql,
			mailbox,
			files,
			reader,
			rooms: directory.roomsPath,
		})
		closers.push(worker.stop)

		const receive = (mail: RawMail) => worker.receiveMail(mail.from, mail.to, rawMail(mail))
		const runScheduled = () => worker.runScheduled(now())
		const everyMinute = setInterval(() => {
			runScheduled().catch((error) => say(`The jobs of this minute failed: ${error}`))
		}, MINUTE_MS)
		closers.push(() => clearInterval(everyMinute))
		// At once, for what fell due while nothing ran; and what the Worker lacks shows here, not to the first visitor.
		await runScheduled()

		const deps = { db: databaseOf(database), now, newId: idsBy(now), newSalt }
		return ok({
			origin,
			mailboxUrl: mailboxServer.url,
			database,
			deps,
			mails: mailbox.list,
			receive,
			runScheduled,
			stop,
		})
	} catch (error) {
		const damaged = error instanceof UnusableDatabase ? error.message : damageSentence(error, directory.databaseFile)
		return refused(damaged ?? `Samsvar could not start: ${error instanceof Error ? error.message : error}`)
	}
}
