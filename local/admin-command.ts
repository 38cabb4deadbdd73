import { resolve } from 'node:path'
import { type Client, createClient } from '@libsql/client/web'
import * as z from 'zod'
import { database } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Deps } from '#usecases/perform.ts'
import { dataDirectoryAt, takeDataDirectory } from './data-directory.ts'
import { type OpenDatabase, openDatabase } from './libsql/open.ts'
import { damageSentence, madeReady, UnusableDatabase } from './made-ready.ts'
import { keepPrivate } from './private.ts'
import { readRunning } from './running.ts'

/** What a command works with. All of it is opened at the first call, since not every command needs it. */
export type AdminContext = {
	/** What follows the command's name. */
	readonly args: readonly string[]
	/** The local data's directory, absolute; undefined where the command works on a deployment. */
	readonly directory: string | undefined
	/** The database, migrated. May be used while Samsvar runs: both wait for each other's writes. */
	readonly client: () => Promise<Client>
	/** The same for use cases, with the clock of the Samsvar that runs on it. */
	readonly deps: () => Promise<Deps>
	/** The public address, without a path. */
	readonly origin: () => Promise<string>
	/** Keeps Samsvar from running on local data until the command ends, or says that it runs. */
	readonly alone: () => Promise<Result<true, string>>
	/** To the standard output, which holds the command's result and nothing else. */
	readonly print: (text: string) => void
	/** To the error stream. */
	readonly say: (sentence: string) => void
}

/**
 * One command of `npm run --silent admin -- COMMAND …`: the export `command` of the file `local/admin/COMMAND.ts`.
 * It resolves to the exit code: 0 done, 1 refused (and said why), 2 wrongly called.
 */
export type AdminCommand = {
	/** `FILE [--option]`: what comes after the name. */
	readonly usage: string
	/** One line for the list of commands. */
	readonly summary: string
	/**
	 * What local data it works on. `made`: a directory is made where there is none; `there`: refused where there is no
	 * database; `none`: nothing is made, opened or asked for.
	 */
	readonly data: 'made' | 'there' | 'none'
	readonly run: (context: AdminContext) => Promise<number>
}

type Say = AdminContext['say']

/** Says why something is not done, and gives the exit code that tells so. */
export function refused(say: Say, sentence: string): number {
	say(sentence)
	return 1
}

/** The same for a command that was wrongly called. */
export function misused(say: Say, sentence: string): number {
	say(sentence)
	return 2
}

const commandModule = z.object({
	command: z.object({
		usage: z.string(),
		summary: z.string(),
		data: z.enum(['made', 'there', 'none']),
		run: z.custom<AdminCommand['run']>((value) => typeof value === 'function'),
	}),
})

export const commandIn = (module: unknown): AdminCommand => commandModule.parse(module).command

/** Where a command works: on local data, or on the database of a deployment. */
export type AdminPlace =
	| { readonly directory: string }
	| { readonly url: string; readonly authToken?: string | undefined; readonly origin: string }

type Opened = Omit<AdminContext, 'args' | 'print' | 'say'> & { readonly close: () => void }

const DEFAULT_ORIGIN = 'http://localhost:8787'

export function openPlace(place: AdminPlace): Opened {
	const closers: (() => void)[] = []
	const connect = (): Pick<OpenDatabase, 'client' | 'close'> => {
		if (!('url' in place)) {
			const file = dataDirectoryAt(place.directory).databaseFile
			try {
				return openDatabase({ file })
			} catch (error) {
				const damaged = damageSentence(error, file)
				throw damaged === undefined ? error : new UnusableDatabase(damaged)
			}
		}
		const client = createClient({ url: place.url, ...(place.authToken ? { authToken: place.authToken } : {}) })
		return { client, close: () => client.close() }
	}
	const connectAndMigrate = async () => {
		if ('directory' in place) await keepPrivate(place.directory)
		const { client, close } = connect()
		closers.push(close)
		await madeReady(client, 'url' in place ? place.url : dataDirectoryAt(place.directory).databaseFile)
		return client
	}
	let opened: Promise<Client> | undefined
	const client = () => {
		opened ??= connectAndMigrate()
		return opened
	}
	const running = async () => ('directory' in place ? readRunning(place.directory) : undefined)
	return {
		directory: 'directory' in place ? resolve(place.directory) : undefined,
		client,
		deps: async () => {
			const ahead = (await running())?.ahead ?? 0
			const now = () => Date.now() + ahead
			return { db: database(await client()), now, newId: idsBy(now), newSalt }
		},
		origin: async () => ('origin' in place ? place.origin : ((await running())?.origin ?? DEFAULT_ORIGIN)),
		alone: async () => {
			if ('url' in place) return ok(true)
			const taken = await takeDataDirectory(place.directory)
			if (!taken.ok) return taken
			closers.push(taken.value.release)
			return ok(true)
		},
		close: () => {
			for (const close of closers.reverse()) close()
		},
	}
}
