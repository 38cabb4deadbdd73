import { type Client, createClient } from '@libsql/client/web'
import * as z from 'zod'
import { dataDirectoryAt } from './data-directory.ts'
import { createLibsqlServer } from './libsql/server.ts'
import { migrate } from './migrate.ts'

export type AdminContext = {
	/** What follows the command's name. */
	readonly args: readonly string[]
	/**
	 * The local database, migrated. May be used while Samsvar runs: both wait for each other's writes. Opened at the first
	 * call, since not every command needs it.
	 */
	readonly openDatabase: () => Promise<Client>
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
	readonly run: (context: AdminContext) => Promise<number>
}

const commandModule = z.object({
	command: z.object({
		usage: z.string(),
		summary: z.string(),
		run: z.custom<AdminCommand['run']>((value) => typeof value === 'function'),
	}),
})

export const commandIn = (module: unknown): AdminCommand => commandModule.parse(module).command

/** Opens the database of a data directory on its first use. */
export function lazyDatabase(directory: string): { open: () => Promise<Client>; close: () => void } {
	let opened: { client: Promise<Client>; close: () => void } | undefined
	const openNow = () => {
		const server = createLibsqlServer({ file: dataDirectoryAt(directory).databaseFile })
		const client = createClient({ url: 'http://libsql', fetch: (request: Request) => server.handle(request) })
		const close = () => {
			client.close()
			server.close()
		}
		return { client: migrate(client).then(() => client), close }
	}
	return {
		open: () => {
			opened ??= openNow()
			return opened.client
		},
		close: () => opened?.close(),
	}
}
